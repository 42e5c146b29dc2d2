import { closedUp, idIn } from '../readPage';
import { foldFigures } from '../text';
import { ACCOUNT_LABELS, OTHER_LABELS, PLAIN_NUMBERS, RECORD_NUMBERS } from './lexicon/entities';
import { isAppName, isGeneric, subjectInText } from './names';
import { LONGEST_CLASS, oncePerText } from './oncePerText';
import { type Subject, VIEW } from './recordWords';
import type { Seen } from './seen';
import type { Settled } from './settle';
import { isAmong, plainWords, wordSet } from './terms';
import type { ShownNumber } from './whichRecord';
import type { Zones } from './zones';

const NUMBERS = wordSet(RECORD_NUMBERS);
const PLAIN = wordSet(PLAIN_NUMBERS);
const OTHERS = wordSet(OTHER_LABELS);

/** How many labels say that the record is no client. */
export const otherLabels = (labels: readonly string[]): number =>
  new Set(labels.filter((label) => isAmong(OTHERS, label)).map(plainWords)).size;

/** How many facts of an account make a screen its own, beside its number. */
const ACCOUNTS = 2;

/**
 * Whether the fields are an account's: its number stands before that of whoever holds it, and more of it is told.
 */
export function isAnAccount(pairs: readonly Settled[], number: ShownNumber): boolean {
  if (number === null || number === 'two') return false;
  const first = pairs.findIndex(
    ({ label, text }) => ACCOUNT_NUMBER.test(plainWords(label)) && /\d/.test(text),
  );
  const told = new Set(
    pairs.map(({ label }) => plainWords(label)).filter((label) => ACCOUNT_FACTS.has(label)),
  );
  return first >= 0 && first < pairs.indexOf(number.pair) && told.size >= ACCOUNTS;
}

const ACCOUNT_NUMBER =
  /^(?:(?:customer|loan|deposit) )?account (?:number|no\.?)$|^(?:账号|賬號|帳號|账户号|賬戶號碼)$/;
const ACCOUNT_FACTS = wordSet(ACCOUNT_LABELS);

/** The client's own number as a field says it; null where none does, `two` where two differ. */
export function numberIn(pairs: readonly Settled[]): ShownNumber {
  for (const [family, shape] of [
    [NUMBERS, /\d/],
    [PLAIN, /\d{2,}/],
  ] as const) {
    const found = pairs.flatMap((pair) => {
      const id = isAmong(family, pair.label) && shape.test(pair.text) ? idFrom(pair.text) : null;
      return id === null ? [] : [{ id, pair }];
    });
    const [first] = found;
    if (first) return found.every(({ id }) => id === first.id) ? first : 'two';
  }
  return null;
}

/** A number as it is written elsewhere, too: 4471 9032 in groups is 44719032. */
const idFrom = (text: string): string | null => idIn(closedUp(foldFigures(text)), 'word');

/** What the page's own words say it is about: headings that only name a sort of page, crumbs, the title. */
export function subjectByWords(
  pieces: readonly Seen[],
  title: string,
  limit: number,
  zones: Zones,
): Subject | null {
  const said: Subject[] = [];
  for (const seen of pieces) {
    if (seen.from > limit && said.length > 0) break;
    if (seen.text.length < 2 || seen.text.length > 60 || !isTitle(seen)) continue;
    // Among the fields "Profile" heads some of them; over them it may be the user's own.
    if (seen.from > limit && VIEW.has(seen.text.trim().toLowerCase())) continue;
    if (seen.from > limit && isOverList(seen, zones)) continue;
    const text = seen.text.split(/\s+[|·—–:-]\s+|[：｜]/u).find(saysSort) ?? '';
    const subject = text === '' ? null : subjectInText(text);
    if (subject) said.push(subject);
  }
  const byTitle = titleSubject(title);
  if (said.includes('client') && !said.includes('other')) return 'client';
  if (byTitle !== null && !said.includes(byTitle === 'client' ? 'other' : 'client')) return byTitle;
  return said[0] ?? null;
}

/** Below the fields a heading right over a list names what is listed: a client's deposits and loans. */
function isOverList(heading: Seen, zones: Zones): boolean {
  for (let at = heading, level = 0; at.parent && level < 4; at = at.parent, level += 1) {
    const { to } = at;
    const next = at.parent.kids.find(({ from, text }) => from > to && text !== '');
    if (next) return zones.of(next) === 'list';
  }
  return false;
}

/** Whether a text names a sort of page, and not the whole program in whose head it stands. */
const saysSort = (text: string): boolean => isGeneric(text) && !isAppName(text);

/** What a class says of the text in it: of an item of a menu or a list, a title. */
const hintAt = oncePerText(
  (hint) =>
    /item[\w-]*title|(?:menu|nav)[\w-]*(?:item|link)/.test(hint)
      ? 'item'
      : /title|header|heading|crumb/.test(hint)
        ? 'title'
        : null,
  LONGEST_CLASS,
);

/** Whether a text stands as a title: in a heading, or by its class. */
export const isTitle = (seen: Seen): boolean => {
  for (let at: Seen | null = seen, level = 0; at && level < 4; at = at.parent, level += 1) {
    // The words of one item of a menu or a list may be called its title, and are none of the page.
    const said = hintAt(at.hint);
    if (said === 'item') return false;
    if (said === 'title' || /^H[1-6]$/.test(at.tag) || at.role === 'heading') return true;
  }
  return false;
};

/** The title's parts one by one: the name of the CRM itself is full of such words. */
function titleSubject(title: string): Subject | null {
  const parts = title.split(/\s+[|·—–-]\s+|[|·»]/u).map((part) => part.trim());
  const said = parts
    .filter(saysSort)
    .map(subjectInText)
    .filter((one) => one !== null);
  return said.length > 0 && new Set(said).size === 1 ? (said[0] ?? null) : null;
}
