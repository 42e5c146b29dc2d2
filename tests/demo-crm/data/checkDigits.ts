import type { Day } from './model';

/** Identity numbers with correct check characters, in areas that do not exist. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const CREDIT_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** No province of China has a code that begins with 99. */
export const FICTIONAL_AREA = '990000';

function weightedSum(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * alphabet.indexOf(text.charAt(place)), 0);
}

/** The check character of a national id number from its first 17 digits (GB 11643, mod 11-2). */
export function idCheckDigit(first17: string): string {
  return ID_CHECKS.charAt(weightedSum(first17, CREDIT_CHARS, ID_WEIGHTS) % 11);
}

/** An 18-character national id number; `order` is 0 to 499, the last of its three digits is odd for men. */
export function nationalId(birthday: Day, gender: 'male' | 'female', order: number): string {
  const sequence = String(order * 2 + (gender === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = `${FICTIONAL_AREA}${birthday.replaceAll('-', '')}${sequence}`;
  return first17 + idCheckDigit(first17);
}

/** The check character of a unified social credit code from its first 17 characters (GB 32100, mod 31). */
export function creditCheckCharacter(first17: string): string {
  return CREDIT_CHARS.charAt((31 - (weightedSum(first17, CREDIT_CHARS, CREDIT_WEIGHTS) % 31)) % 31);
}

/** The check character of an organisation code from its first 8 characters (GB 11714, mod 11). */
export function organisationCheckCharacter(first8: string): string {
  const check = 11 - (weightedSum(first8, ORGANISATION_CHARS, ORGANISATION_WEIGHTS) % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** An 18-character unified social credit code of an enterprise; `order` tells companies apart. */
export function creditCode(order: number): string {
  const organisation = `MA${String(990_000 + order).padStart(6, '0')}`;
  const first17 = `91${FICTIONAL_AREA}${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + creditCheckCharacter(first17);
}
