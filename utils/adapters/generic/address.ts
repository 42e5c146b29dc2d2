import { readParams } from './addressParams';
import type { NamedRecord, PartReading } from './addressParts';
import { isAnchor, readPath } from './addressPath';
import { ROOM, SHELL, singular, wordsOf } from './recordWords';

export type { NamedRecord } from './addressParts';

/** What an address says by itself. More than one record: it names two, and nobody knows which is meant. */
export type AddressReading = PartReading;

/**
 * What an address says of the record on the page. Hash, query and path each may name one: those that are sure
 * count before those that are not, and where two that count differ it is two. What sort of record it is says
 * the hash before the query and the query before the path: in that order single-page CRMs come to write them.
 */
export function readAddress(address: string): AddressReading {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { records: [], subject: null, entity: null, view: null };
  }
  const path = readPath(url.pathname, 'path');
  const query = readParams(url.searchParams, 'query', path);
  const hash = url.hash.replace(/^#!?/, '');
  const [hashPath = '', hashSearch] = hash.split('?');
  const isParams = /^[\w.]+=/.test(hashPath);
  const inHash = withoutAnchor(readPath(isParams ? '' : hashPath, 'hash'), hashPath);
  const inHashQuery = readParams(
    new URLSearchParams(isParams ? hashPath : (hashSearch ?? '')),
    'hashQuery',
    inHash.subject ? inHash : query,
  );
  const named = [inHashQuery, inHash, query, path].filter(({ records }) => records.length > 0);
  // A name in place of a number is one only where nothing has a number.
  const numbered = named.filter(({ records }) => !records.every(({ worded }) => worded));
  const all = numbered.length > 0 ? numbered : named;
  const counting = all.filter(isSure);
  const [first, ...others] = counting.length > 0 ? counting : all;
  if (first) {
    const view = inHashQuery.view ?? inHash.view ?? first.view;
    return {
      ...first,
      records: first.subject === 'other' ? first.records : withRivals(first, others),
      view: view === 'new' || view === 'list' ? view : 'record',
    };
  }
  const last = inHash.subject ? inHash : query;
  return {
    records: [],
    subject: last === query && last.subject === 'other' && isShell(url.pathname) ? null : last.subject,
    entity: last.entity,
    view: inHashQuery.view ?? inHash.view ?? last.view,
  };
}

const isSure = ({ records }: PartReading): boolean => records.every(({ sure }) => sure);

/** The records of the part that comes first, and any other that another part names as surely. */
function withRivals({ records }: PartReading, others: readonly PartReading[]): NamedRecord[] {
  const rivals = others
    .filter(({ subject }) => subject !== 'other')
    .flatMap((other) => other.records)
    .filter(({ id }) => !records.some((one) => one.id === id));
  return [...records, ...rivals];
}

/** A place in the page names no record: `#note-4521`. */
const withoutAnchor = (reading: PartReading, hash: string): PartReading =>
  isAnchor(hash) ? { ...reading, records: [] } : reading;

/** `/loan/frame.jsp`: the frame of a whole program, which its first word only names. */
function isShell(path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = wordsOf(segments.at(-1) ?? '');
  const isRoom = segments.some((segment) => wordsOf(segment).some((word) => ROOM.has(singular(word))));
  return segments.length > 1 && !isRoom && last.length > 0 && last.every((word) => SHELL.has(word));
}
