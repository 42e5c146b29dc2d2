import { foldFigures } from '../text';
import { isIdLike, isKeyLike, isRecordKey } from './idLike';
import {
  FILE,
  LIST,
  NEW,
  PLACE,
  ROOM,
  SHELL,
  type Subject,
  singular,
  subjectAmong,
  subjectOf,
  VIEW,
  wordsOf,
} from './recordWords';

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
    const isBehindClient = last === null && (subject === 'client' || subject === 'lead');
    if (!isCode && (isBehindClient ? isRecordKey(segment) : isIdLike(segment))) {
      if (PLACE.has(before) || PLACE.has(singular(before))) continue;
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

/** Parameters by which a list says which of its records lies open beside it. */
const OPEN_KEY =
  /^(?:open|opened|show|selected|select|peek|preview|focus|current|active|drawer|panel|modal|expand)$/i;

/** A parameter named after the client himself, `?client=8841`; a company's may be the user's own. */
const isNamedAfter = (key: string): boolean => {
  const subject = /^(?:company|account|org\w*)$/i.test(key) ? null : subjectOf(key.toLowerCase());
  return subject === 'client' || subject === 'lead';
};

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
    const isKey = RECORD_KEY.test(key) && !NOT_A_RECORD.test(key) && isKeyLike(value);
    if (!isKey && !((OPEN_KEY.test(key) || isNamedAfter(key)) && isIdLike(value))) continue;
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
