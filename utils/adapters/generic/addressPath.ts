import { bareId, type NamedRecord, type PartReading } from './addressParts';
import { isIdLike, isRecordKey } from './idLike';
import { hasHan, lettersIn } from './letters';
import { CLIENT_SEGMENTS } from './lexicon/entities';
import {
  FILE,
  LIST,
  NEW,
  PLACE,
  RECORDISH,
  ROOM,
  SHELL,
  type Subject,
  singular,
  subjectAmong,
  VIEW,
  wordsOf,
} from './recordWords';
import { wordSet } from './terms';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const KEYED = /^(\p{L}[\w.-]*)\((?:\w+=)?(?:guid)?'?([\w-]+)'?(?:,IsActiveEntity=\w+)?\)$/u;

/** A kind of record and its key, as services by OData write them in one: `Customers(1000418)`, `Accounts(guid'8d41…')`. */
function inPieces(segment: string): string[] {
  const [, word, key] = segment.endsWith(')') ? (KEYED.exec(segment) ?? []) : [];
  return word !== undefined && key !== undefined ? [word, key] : [segment];
}

const CLIENTS = wordSet(CLIENT_SEGMENTS);

/** A segment that is one word for clients. */
const segmentSubject = ([word = '', ...others]: readonly string[]): {
  word: string;
  subject: Subject;
} | null => (others.length === 0 && CLIENTS.has(singular(word)) ? { word, subject: 'client' } : null);

/** A word shorter than this parts no record from its number: `/c/5`. */
const SHORT = 3;

/** What a path says, or the part of a hash that is written like one. */
export function readPath(path: string, from: 'path' | 'hash'): PartReading {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  const pieces = segments.flatMap((segment, at) => inPieces(segment).map((text) => ({ text, at })));
  let subject: Subject | null = null;
  let entity: string | null = null;
  let view: PartReading['view'] = null;
  let records: NamedRecord[] = [];
  let next: { subject: Subject; entity: string } | null = null;
  // A word that nobody knows between the last known one and a number: the number may be that word's.
  let strange = false;
  for (const [order, { text: segment, at }] of pieces.entries()) {
    const before = pieces[order - 1]?.text.toLowerCase() ?? '';
    const isLast = order === pieces.length - 1;
    // A short hyphenated figure names a kind of record, not one: 0-1.
    const isCode = /^0-\d{1,2}$/.test(segment);
    const isBehindClient = records.length === 0 && (subject === 'client' || subject === 'lead');
    if (!isCode && (isBehindClient ? isRecordKey(segment) : isIdLike(segment))) {
      if (PLACE.has(before) || PLACE.has(singular(before))) continue;
      // Behind a record "view/1" counts its views.
      if (records.length > 0 && VIEW.has(before) && /^\d{1,2}$/.test(segment)) continue;
      if (next) {
        ({ subject, entity } = next);
        next = null;
        records = [];
      }
      const isSaid = RECORDISH.has(singular(before));
      const record = {
        id: bareId(segment),
        from,
        at,
        entity,
        subject,
        worded: false,
        sure: isSaid || (subject !== null && !strange),
      };
      // Of two numbers behind one word either may be the record: a branch before it, a step behind it.
      records = isSaid ? [record] : [...records, record];
      view = 'record';
      continue;
    }
    const words = isCode ? [segment] : wordsOf(segment);
    const said = subjectAmong(words) ?? segmentSubject(words);
    if (words.some((word) => NEW.has(word))) view = 'new';
    else if (words.some((word) => LIST.has(word)) && view !== 'new') view = 'list';
    else if (words.some((word) => VIEW.has(word)) && view === 'list') view = 'record';
    if (said?.subject) {
      strange = false;
      // Behind a record's number a word names what of it is shown (12/notes), or what the next number counts.
      next = { subject: said.subject, entity: singular(said.word) };
      if (records.length === 0 || (isLast && said.subject !== 'other')) {
        ({ subject, entity } = next);
        if (records.length > 0) view = 'list';
        records = [];
        next = null;
      }
      continue;
    }
    const known =
      words.some((word) => VIEW.has(word) || LIST.has(word) || NEW.has(word)) ||
      words.every((word) => SHELL.has(word)) ||
      FILE.test(segment);
    if (!known && segment.length >= SHORT) strange = true;
    // A name in place of a number: /customer/Acme%20Ltd.
    if (
      !known &&
      records.length === 0 &&
      subject !== null &&
      isLast &&
      (lettersIn(segment).some((word) => word.length >= 2) || hasHan(segment)) &&
      order > 0
    )
      records = [{ id: segment, from, at, entity, subject, worded: true, sure: false }];
  }
  const isRoom =
    records.length === 0 &&
    segments.some((segment) => wordsOf(segment).some((word) => ROOM.has(singular(word))));
  return {
    records,
    subject: isRoom ? 'other' : (records[0]?.subject ?? subject),
    entity: records[0]?.entity ?? entity,
    view,
  };
}

/** Whether a hash is the name of a place in the page and no path: `#note-4521`. */
export const isAnchor = (path: string): boolean => !path.includes('/') && !/^\d{4,}$/.test(path);
