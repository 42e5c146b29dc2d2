import type { Client } from '../schema/client';

/** What stands before the district: province, then city. Lazy, so that 临澜市 is not read as far as 市场. */
const PROVINCE = /^\p{Script=Han}{2,8}?(?:省|自治区|特别行政区)/u;
const CITY = /^\p{Script=Han}{2,8}?(?:市|自治州|地区|盟)/u;
const DISTRICT = /^\p{Script=Han}{1,7}?(?:新区|区|县|旗|市)/u;

/** Longest name of a district that is believed. */
const LONGEST = 20;

/**
 * The district that an address names (滨江区), the city where it names no district; null where it is
 * hidden, foreign or says neither. Only for grouping: two districts of one name in two cities meet.
 */
export function areaOf(address: string): string | null {
  const bare = address.normalize('NFKC').replace(/[\s,，]/gu, '');
  const below = bare.replace(PROVINCE, '');
  const city = CITY.exec(below)?.[0] ?? null;
  const within = city === null ? below : below.slice(city.length);
  const district = DISTRICT.exec(within)?.[0] ?? city;
  return district !== null && district.length <= LONGEST ? district : null;
}

/** The area of a client's address: what the RM noted before what the CRM shows. */
export function clientArea({ facts, observed }: Pick<Client, 'facts' | 'observed'>): string | null {
  const values = [facts['address']?.value, observed['address']?.value];
  for (const value of values) {
    const area = value?.type === 'text' ? areaOf(value.text) : null;
    if (area !== null) return area;
  }
  return null;
}
