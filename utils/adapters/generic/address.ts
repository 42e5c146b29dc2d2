import { foldFigures } from '../text';
import {
  CLIENT_WORDS,
  CLIENT_WORDS_ZH,
  LEAD_WORDS,
  LIST_WORDS,
  NEW_WORDS,
  OTHER_WORDS,
  OTHER_WORDS_ZH,
  PLACE_WORDS,
  ROOM_WORDS,
  SHELL_WORDS,
  VIEW_WORDS,
} from './lexicon/entities';
import { wordSet } from './terms';

/** What a page is about, by a word of its address or title. */
export type Subject = 'client' | 'lead' | 'other';

/** A record that an address names. */
export interface NamedRecord {
  id: string;
  from: 'path' | 'query' | 'hash' | 'hashQuery';
  /** Which parameter, or which segment of the path counted from 0. */
  at: string | number;
  entity: string | null;
  subject: Subject | null;
  /** The id is a word and may be none: sure only where the page's heading says the same. */
  worded: boolean;
}

/** What an address says by itself. */
export interface AddressReading {
  records: NamedRecord[];
  /** The last word for a record or a room in it. */
  subject: Subject | null;
  entity: string | null;
  view: 'new' | 'list' | 'record' | null;
}

const CLIENT = wordSet(CLIENT_WORDS);
const LEAD = wordSet(LEAD_WORDS);
const OTHER = wordSet(OTHER_WORDS);
const VIEW = wordSet(VIEW_WORDS);
const LIST = wordSet(LIST_WORDS);
const NEW = wordSet(NEW_WORDS);
const PLACE = wordSet(PLACE_WORDS);
const ROOM = wordSet(ROOM_WORDS);
const SHELL = wordSet(SHELL_WORDS);
const CLIENT_ZH = [...wordSet(CLIENT_WORDS_ZH)];
const OTHER_ZH = [...wordSet(OTHER_WORDS_ZH)];

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word;

const FILE = /\.(?:php|aspx?|jsp|do|action|html?|cgi|jspx|xhtml|seam|jsf|faces)$/i;

/** The words of a segment: `custDetail.do`, `crm-customer`, `res.partner`. */
const wordsOf = (segment: string): string[] =>
  segment
    .replace(FILE, '')
    .split(/[\s._~-]+|(?<=[a-z])(?=[A-Z])/)
    .map((word) => word.toLowerCase().replace(/(?<=[a-z])\d+$/, ''))
    .filter((word) => word !== '');

/** What a word of an address or title is about; null for one that says nothing. */
export function subjectOf(word: string): Subject | null {
  const one = singular(word);
  for (const form of [word, one]) {
    if (LEAD.has(form)) return 'lead';
    if (CLIENT.has(form)) return 'client';
    if (OTHER.has(form)) return 'other';
  }
  return null;
}

/**
 * What a compound of several words is about: `custDetail` a client, `customer-orders` orders. A client's
 * word before one that is not known (`account.move`) says whose it is, not what it is.
 */
function subjectAmong(words: readonly string[]): { word: string; subject: Subject } | null {
  const telling = words.flatMap((word, at) => {
    const subject = VIEW.has(word) ? null : subjectOf(word);
    return subject === null ? [] : [{ word, subject, at }];
  });
  const last = telling.at(-1);
  if (!last) return null;
  if (last.subject === 'other') return last;
  const isHead = words.slice(last.at + 1).every(isPlain);
  return isHead ? last : (telling.find(({ subject }) => subject === 'other') ?? null);
}

/** A word of the program's making that says nothing of what a record is. */
const isPlain = (word: string): boolean =>
  VIEW.has(word) || LIST.has(word) || NEW.has(word) || SHELL.has(word) || word.length <= 2;

/** What a run of Chinese is about: the subject named last in it. */
export function hanSubject(text: string): Subject | null {
  let best: { subject: Subject; end: number } | null = null;
  for (const [subject, words] of [
    ['client', CLIENT_ZH],
    ['other', OTHER_ZH],
    ['lead', ['线索', '線索', '潜客', '潛客']],
  ] as const) {
    for (const word of words) {
      const at = text.lastIndexOf(word);
      if (at >= 0 && (best === null || at + word.length > best.end))
        best = { subject, end: at + word.length };
    }
  }
  return best?.subject ?? null;
}

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

/** In a parameter made for it an id may be any word with a figure in it: 9a41f103, cmp_71x. */
const isKeyLike = (text: string): boolean =>
  isIdLike(text) || (/^(?=.*\d)[A-Za-z0-9][\w-]{3,63}$/.test(text) && !DAY.test(text) && !isVersioned(text));

/** A word with a version or a place behind it, and no record: v2, client360, page1. */
function isVersioned(text: string): boolean {
  const [, word = ''] = /^([A-Za-z]+)(?:\d{1,2}|360)$/.exec(text.toLowerCase()) ?? [];
  return word === 'v' || VIEW.has(word) || LIST.has(word) || PLACE.has(word) || subjectOf(word) !== null;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const bare = (id: string): string => foldFigures(id).replace(/^\{(.*)\}$/, '$1');

interface PathReading {
  records: NamedRecord[];
  subject: Subject | null;
  entity: string | null;
  view: AddressReading['view'];
}

function readPath(path: string, from: 'path' | 'hash'): PathReading {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  let subject: Subject | null = null;
  let entity: string | null = null;
  let view: AddressReading['view'] = null;
  let last: NamedRecord | null = null;
  let next: { subject: Subject; entity: string } | null = null;
  for (const [at, segment] of segments.entries()) {
    const before = segments[at - 1]?.toLowerCase() ?? '';
    // A short hyphenated figure names a kind of record, not one: 0-1.
    const isCode = /^0-\d{1,2}$/.test(segment);
    if (!isCode && isIdLike(segment)) {
      if (PLACE.has(before)) continue;
      if (next) ({ subject, entity } = next);
      last = { id: bare(segment), from, at, entity, subject, worded: false };
      view = 'record';
      continue;
    }
    const words = isCode ? [segment] : wordsOf(segment);
    const said = subjectAmong(words);
    if (words.some((word) => NEW.has(word))) view = 'new';
    else if (words.some((word) => LIST.has(word)) && view !== 'new') view = 'list';
    else if (words.some((word) => VIEW.has(word)) && view === 'list') view = 'record';
    if (said?.subject) {
      // Behind a record's number a word names what of it is shown (12/notes), or what the next number counts.
      next = { subject: said.subject, entity: singular(said.word) };
      if (last === null || (at === segments.length - 1 && said.subject !== 'other')) {
        ({ subject, entity } = next);
        if (last !== null) view = 'list';
        last = null;
      }
      continue;
    }
    const known =
      words.some((word) => VIEW.has(word) || LIST.has(word) || NEW.has(word)) ||
      words.every((word) => SHELL.has(word)) ||
      FILE.test(segment);
    // A name in place of a number: /customer/Acme%20Ltd.
    if (
      !known &&
      last === null &&
      subject !== null &&
      at === segments.length - 1 &&
      /\p{L}{2}|\p{Script=Han}/u.test(segment) &&
      segments[at - 1] !== undefined
    )
      last = { id: segment, from, at, entity, subject, worded: true };
  }
  const isRoom =
    last === null && segments.some((segment) => wordsOf(segment).some((word) => ROOM.has(singular(word))));
  return {
    records: last ? [last] : [],
    subject: isRoom ? 'other' : (last?.subject ?? subject),
    entity: last?.entity ?? entity,
    view,
  };
}

/** Parameters that number something else than a record. */
const NOT_A_RECORD =
  /^(?:menu|tab|app|org|tenant|dept|page|view|action|user|owner|session|token|cids$|company_ids?$|parent|return|list|filter|tpl|template|role|portal|site|lang|process|flow|node|form|layout|widget|campaign|module|group|branch|bank|sys|cache|rand|_?t(?:s|ime)?$|timestamp|request|trace|log|win|frame|resource|func|auth|oper|emp|staff|teller|version|year|month|limit|offset|size|sort|order|dir|step|status|type|mode)/i;
const RECORD_KEY =
  /^(?:id|ids|no|record|rec|oid|key|pk|uuid|guid|gid|rowid|objid|objectid|recordid|entityid|socid|cif|khh|khid|khbh|custno|custid|detail)$|(?:id|no|num|number|code|key|bh|seq|record|uuid)$/i;
const ENTITY_KEY =
  /^(?:module|model|etn|entity|entityname|entitytype|objecttype|object|type|ot|otype|table|class|resource|bean|doctype)$/i;

function readQuery(
  query: URLSearchParams,
  from: 'query' | 'hashQuery',
  around: Omit<PathReading, 'records'>,
): PathReading {
  let { subject, entity, view } = around;
  for (const [key, value] of query) {
    if (ENTITY_KEY.test(key)) {
      const words = wordsOf(value);
      const said = subjectAmong(words);
      if (said) {
        subject = said.subject;
        entity = singular(said.word);
      } else if (words.some((word) => !VIEW.has(word) && subjectOf(word) !== null)) subject = null;
    }
    const words = /^(?:action|view|view_type|mode|op|cmd|do|pagetype)$/i.test(key) ? wordsOf(value) : [];
    if (words.some((word) => NEW.has(word))) view = 'new';
    else if (words.some((word) => LIST.has(word))) view = 'list';
  }
  const found: NamedRecord[] = [];
  for (const [key, raw] of query) {
    const value = bare(raw);
    if (!RECORD_KEY.test(key) || NOT_A_RECORD.test(key) || !isKeyLike(value)) continue;
    const said = wordsOf(key.replace(/(?:_?id|_?seq|no|num|number|code|key)$/i, ''))
      .map(subjectOf)
      .find((one) => one !== null);
    found.push({
      id: value,
      from,
      at: key,
      entity: said ? singular(wordsOf(key)[0] ?? '') : entity,
      // A loan's page that also carries its client's number is the loan's.
      subject: around.subject === 'other' && around.view !== 'list' ? 'other' : (said ?? subject),
      worded: false,
    });
  }
  const clients = found.filter((one) => one.subject === 'client');
  const plain = found.filter(({ at }) => /^(?:id|record|recordid)$/i.test(String(at)));
  const best =
    found.length > 1 && clients.length === 1
      ? clients
      : found.length > 1 && plain.length === 1
        ? plain
        : found;
  return {
    records: best,
    subject: best[0]?.subject ?? subject,
    entity: best[0]?.entity ?? entity,
    view: best.length > 0 && view === null ? 'record' : view,
  };
}

/**
 * What an address says of the record on the page. The hash comes before the query and the query before
 * the path where several name one: that is the order in which single-page CRMs come to write them.
 */
export function readAddress(address: string): AddressReading {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { records: [], subject: null, entity: null, view: null };
  }
  const path = readPath(url.pathname, 'path');
  const query = readQuery(url.searchParams, 'query', path);
  const hash = url.hash.replace(/^#!?/, '');
  const [hashPath = '', hashSearch] = hash.split('?');
  const isParams = /^[\w.]+=/.test(hashPath);
  const inHash = readPath(isParams ? '' : hashPath, 'hash');
  const inHashQuery = readQuery(
    new URLSearchParams(isParams ? hashPath : (hashSearch ?? '')),
    'hashQuery',
    inHash.subject ? inHash : query,
  );
  for (const reading of [inHashQuery, inHash, query, path]) {
    if (reading.records.length === 0) continue;
    const view = inHashQuery.view ?? inHash.view ?? reading.view;
    return { ...reading, view: view === 'new' || view === 'list' ? view : 'record' };
  }
  const last = inHash.subject ? inHash : query;
  return {
    records: [],
    subject: last === query && last.subject === 'other' && isShell(url.pathname) ? null : last.subject,
    entity: last.entity,
    view: inHashQuery.view ?? inHash.view ?? last.view,
  };
}

/** `/loan/frame.jsp`: the frame of a whole program, which its first word only names. */
function isShell(path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = wordsOf(segments.at(-1) ?? '');
  const isRoom = segments.some((segment) => wordsOf(segment).some((word) => ROOM.has(singular(word))));
  return segments.length > 1 && !isRoom && last.length > 0 && last.every((word) => SHELL.has(word));
}
