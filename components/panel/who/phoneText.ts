import type { FieldValue } from '@/utils/domain/schema/fieldValue';

export type PhoneValue = Extract<FieldValue, { type: 'phone' }>;

const HOME = '+86';

/** The number as one dials it here, without spaces: national for numbers of the mainland, else with +. */
export function dialled(phone: PhoneValue): string {
  if (phone.e164 === null) return phone.raw.replace(/[\s()（）-]/gu, '');
  return phone.e164.startsWith(HOME) ? phone.e164.slice(HOME.length) : phone.e164;
}

/** The number with its middle hidden: enough to tell two numbers apart, too little to dial. */
export function masked(phone: PhoneValue): string {
  if (phone.masked) return phone.raw;
  const digits = dialled(phone);
  if (digits.length < 8) return '*'.repeat(digits.length);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
