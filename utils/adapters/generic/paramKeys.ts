import { LIST, RECORDISH, type Subject, singular, subjectOf, VIEW } from './recordWords';
import { wordSet } from './terms';

/*
 * What a parameter numbers stands in its name, and the last word before "id" or "no" is the one that counts:
 * `recordPageLayoutID` is the number of a layout, whatever else is said before it.
 */

/** What a parameter's name says of the number in it. */
export interface KeyReading {
  /** Whose number it is; null for the record's own, whatever that is. */
  subject: Subject | null;
  /** The word for it; null where the name has none. */
  entity: string | null;
  /** Whether the name says it; otherwise it has a word in it that nobody knows. */
  sure: boolean;
}

const NUMBERS = wordSet('id|ids|no|num|nr|number|code|key|bh|seq|record|uuid|guid|oid|pk|ref');

/** The record's own number, without a word for what it is. */
const PLAIN = wordSet(
  'id|ids|record|rec|oid|pk|uuid|guid|gid|rowid|objid|objectid|recordid|entityid|dataid|bizid|recid|cid',
);
const LOOSE = wordSet('no|key|code|seq|num|number|detail');

/** Clients in the short words of banks' own programs. */
const SHORT = wordSet('cif|ecif|cst|cstm|cust|cus|kh|kehu|soc|pty|bp|vip');

/** Things of the program that have numbers too, and no client. */
const PROGRAM = wordSet(
  'menu|tab|app|org|tenant|dept|department|page|view|action|user|owner|session|token|parent|return|list|filter|tpl|template|role|portal|site|lang|process|flow|node|form|layout|widget|campaign|module|group|branch|bank|sys|cache|rand|request|trace|log|win|frame|resource|func|auth|oper|operator|emp|employee|staff|teller|version|year|month|corp|corpid|theme|batch|screen|panel|section|field|column|card|chart|source|channel|device|app|node|step|type|status|mode|locale|instance|env',
);
const COUNTS =
  /^(?:cids|company_ids?|_?t(?:s|ime)?|timestamp|limit|offset|size|sort|order|dir|step|type|status|mode)$/i;

const SAME_WORD = /[^A-Za-z\d]+|(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/**
 * What a parameter numbers, by its name; null where that is no record.
 *
 * @param room what the path calls its clients, where it does: `enterprise/detail?enterpriseId=118`. By itself such
 * a word may be anything, and an enterprise the user's own.
 */
export function readKey(key: string, room: string | null = null): KeyReading | null {
  if (COUNTS.test(key)) return null;
  const joined = key.toLowerCase().replace(/[^a-z\d]/g, '');
  if (PLAIN.has(joined)) return { subject: null, entity: null, sure: true };
  if (LOOSE.has(joined)) return { subject: null, entity: null, sure: false };
  const all = key
    .split(SAME_WORD)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
  const words = all.length > 1 ? all : apart(all[0] ?? '');
  const [first] = words;
  if (first === undefined || PROGRAM.has(first)) return null;
  const last = words.at(-1) ?? '';
  // Records within records are counted: RowId0.
  const isNumber =
    NUMBERS.has(last) || (RECORDISH.has(words.at(-2) ?? '') && NUMBERS.has(last.replace(/\d{1,2}$/, '')));
  const heads = isNumber ? words.slice(0, -1) : words;
  while (heads.length > 1 && VIEW.has(heads.at(-1) ?? '') && !RECORDISH.has(heads.at(-1) ?? '')) heads.pop();
  const bare = heads.at(-1) ?? '';
  // `cus` is short for one customer, and no more than one of anything.
  const head = SHORT.has(bare) ? bare : singular(bare);
  if (PROGRAM.has(head) || LIST.has(head)) return null;
  const subject = SHORT.has(head) ? 'client' : (subjectOf(head) ?? (head === room ? 'client' : null));
  if (subject !== null) return isNumber || SHORT.has(head) ? { subject, entity: head, sure: true } : null;
  if (!isNumber) return null;
  return { subject: null, entity: null, sure: RECORDISH.has(head) };
}

/** A name written as one word, `custid`: what it ends in, where the rest is a word that is known, or may be one. */
function apart(word: string): string[] {
  const ends = [...NUMBERS].filter((end) => word.endsWith(end) && word.length > end.length);
  const cuts = ends.map((end) => [word.slice(0, -end.length), end]);
  const known = cuts.find(([rest = '']) => isWord(rest));
  return known ?? cuts[0] ?? [word];
}

const isWord = (rest: string): boolean =>
  SHORT.has(rest) || RECORDISH.has(rest) || PROGRAM.has(rest) || subjectOf(rest) !== null;
