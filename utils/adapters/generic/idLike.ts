import { LIST, PLACE, subjectOf, VIEW } from './recordWords';

const UUID = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i;

const DAY = /^(?:19|20)\d{2}-(?:0?[1-9]|1[0-2])(?:-\d{1,2})?$/;

/** Whether a text is made like a record's id: a number, a UUID, a long key, CON-2026-0001. */
export function isIdLike(text: string): boolean {
  if (text.length > 64) return false;
  if (/^\d{1,24}$/.test(text) || UUID.test(text)) return true;
  if (!/^[\w-]+$/.test(text) || !/\d/.test(text) || DAY.test(text)) return false;
  // Figures in groups: a branch, a kind and a number.
  if (/^\d{1,10}(?:-\d{1,12}){1,4}$/.test(text)) return text.replace(/\D/g, '').length >= 6;
  if (/^[A-Za-z]{1,12}[-_]?(?:[A-Za-z]{1,8}[-_])*(?:\d{2,4}[-_])*\d{2,}$/.test(text))
    return !isVersioned(text);
  // Hexadecimal: long, or short with figures and letters both, as no word has them.
  if (/^(?:[0-9a-f]{12,}|(?=.*\d.*\d)(?=.*[a-f])[0-9a-f]{8,11})$/i.test(text)) return true;
  const [prefix = '', rest = ''] = text.split(/[_-]/);
  if (/^[A-Za-z]{1,8}[_-][0-9a-z]{4,24}$/i.test(text) && /\d.*\d/.test(rest))
    return !PLACE.has(prefix.toLowerCase());
  if (!/^[A-Za-z0-9_-]{13,}$/.test(text)) return false;
  const figures = text.replace(/\D/g, '').length;
  return figures >= 4 || (figures >= 2 && /[a-z]/.test(text) && /[A-Z]/.test(text));
}

/** Right behind a word for a client an id may be any key with figures and letters mixed: c7f3k2m9. */
export const isRecordKey = (text: string): boolean =>
  isIdLike(text) ||
  (/^(?=(?:.*\d){2})(?=.*[A-Za-z])\w{6,40}$/.test(text) && !DAY.test(text) && !isVersioned(text));

/** In a parameter made for it an id may be any word with a figure in it: 9a41f103, cmp_71x. */
export const isKeyLike = (text: string): boolean =>
  isIdLike(text) || (/^(?=.*\d)[A-Za-z0-9][\w-]{3,63}$/.test(text) && !DAY.test(text) && !isVersioned(text));

/** A word with a version or a place behind it, and no record: v2, client360, page1. */
function isVersioned(text: string): boolean {
  const [, word = ''] = /^([A-Za-z]+)(?:\d{1,2}|360)$/.exec(text.toLowerCase()) ?? [];
  return word === 'v' || VIEW.has(word) || LIST.has(word) || PLACE.has(word) || subjectOf(word) !== null;
}
