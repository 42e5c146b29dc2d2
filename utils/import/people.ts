import { sameValue } from '@/utils/domain/fieldValues';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { Brought, BroughtRow, Who } from './brought';

/** One client as the file knows him: all of his rows put together. */
export interface Person {
  /** Place among the persons of the file. */
  index: number;
  /** The rows that speak of him, from the top. */
  rows: number[];
  brought: Brought;
}

/** A name as it is compared: width, case, spaces and the dot of a long name say nothing. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.]/gu, '');

/** A number as it is compared: zeros in front belong to it. */
export const foldNumber = (number: string): string =>
  number.normalize('NFKC').toUpperCase().replace(/\s/gu, '');

/** What a phone is compared by: the number itself where it is sure; nothing behind stars. */
export function phoneKey(value: FieldValue | null): string | null {
  if (value?.type !== 'phone' || value.masked) return null;
  if (value.e164 !== null) return value.e164;
  const digits = value.raw.normalize('NFKC').replace(/\D/gu, '');
  return digits.length < 7 ? null : digits;
}

/** What a birthday is compared by. */
export function birthdayKey(value: FieldValue | null): string | null {
  if (value?.type === 'day') return value.day;
  if (value?.type !== 'lunarDay' || value.year === null) return null;
  return `${value.year}L${value.leap ? '+' : ''}${value.month}-${value.day}`;
}

const isNameOnly = ({ number, phone, birthday }: Who): boolean =>
  number === null && phoneKey(phone) === null && birthdayKey(birthday) === null;

/** Rows with one number are one client; without a number, those with the same name, phone and birthday. */
const keyOf = (who: Who): string =>
  who.number !== null
    ? `n ${foldNumber(who.number)}`
    : `w ${foldName(who.name ?? '')}|${phoneKey(who.phone) ?? ''}|${birthdayKey(who.birthday) ?? ''}`;

/** Two rows of one client, or two persons who are one: what the first says of a field holds, all else is put together. */
export function together(first: Brought, next: Brought): Brought {
  const known = new Set(first.facts.map(({ key }) => key));
  return {
    who: {
      name: first.who.name ?? next.who.name,
      number: first.who.number ?? next.who.number,
      phone: first.who.phone ?? next.who.phone,
      birthday: first.who.birthday ?? next.who.birthday,
      kind: first.who.kind ?? next.who.kind,
    },
    edit: { ...next.edit, ...first.edit },
    facts: [...first.facts, ...next.facts.filter(({ key }) => !known.has(key))],
    notes: [...new Set([...first.notes, ...next.notes])],
    contacts: [...first.contacts, ...next.contacts],
    holdings: [...first.holdings, ...next.holdings],
    policies: [...first.policies, ...next.policies],
    relations: [...first.relations, ...next.relations],
  };
}

/** Whether two rows of one client say different things of the same field; the first then holds. */
const differs = (a: Brought, b: Brought): boolean =>
  a.facts.some(({ key, value }) => {
    const other = b.facts.find((fact) => fact.key === key);
    return other !== undefined && !sameValue(other.value, value);
  });

/** The clients of a file, in its order, and the rows that contradict an earlier one of the same client. */
export function peopleIn(rows: readonly BroughtRow[]): { people: Person[]; contradicting: number[] } {
  const groups = new Map<string, BroughtRow[]>();
  const named = new Map<string, Set<string>>();
  for (const row of rows) {
    const { who } = row.brought;
    const key = keyOf(who);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
    if (who.name === null || isNameOnly(who)) continue;
    const keys = named.get(foldName(who.name)) ?? new Set();
    named.set(foldName(who.name), keys.add(key));
  }
  // A line that has only a name belongs to the one of that name, where there is one alone.
  for (const [key, group] of groups) {
    const who = group[0]?.brought.who;
    if (!who || who.name === null || !isNameOnly(who)) continue;
    const [only, ...others] = named.get(foldName(who.name)) ?? [];
    const home = only === undefined || others.length > 0 ? undefined : groups.get(only);
    if (!home) continue;
    home.push(...group);
    groups.delete(key);
  }
  const contradicting: number[] = [];
  const people = [...groups.values()].map((group, index): Person => {
    const [first, ...rest] = group.toSorted((a, b) => a.row - b.row);
    if (!first) throw new Error('a group without a row');
    const brought = rest.reduce((sum, row) => {
      if (differs(sum, row.brought)) contradicting.push(row.row);
      return together(sum, row.brought);
    }, first.brought);
    return { index, rows: group.map(({ row }) => row).sort((a, b) => a - b), brought };
  });
  return { people, contradicting };
}
