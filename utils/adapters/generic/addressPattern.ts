import { matchAddress } from '../address';
import { compileAddress } from '../compileAddress';
import { pathProblem, segmentProblem } from '../pattern';
import type { AdapterAddress } from '../schema';
import type { NamedRecord } from './address';
import { areCountedAlike } from './countedParams';
import { isIdLike } from './idLike';
import { subjectOf, VIEW } from './recordWords';

/** Where in an address a record's number stands; see `NamedRecord`. */
type IdPlace = Pick<NamedRecord, 'from' | 'at'>;

/** What every pattern of one adapter page calls its parts: `:id`, and a letter with a count for the rest. */
const ID = 'id';

/** How most CRMs call the views of one record behind its number. */
const TAILS = ['', 'view', 'show', 'edit', 'detail'];

/** The same before it. */
const SWAPS = ['view', 'edit', 'detail', 'info', 'show'];

/** Most addresses a page of an adapter may have. */
const MAX_ADDRESSES = 6;

/** Parameters that say what sort of record a page shows, where its path does not. */
const SORT_KEY =
  /^(?:module|mod|model|etn|entity|entityname|entitytype|objecttype|object|type|ot|otype|table|class|resource|bean|doctype|pagetype|route|page|path|controller|c|m|r|action|do|cmd|op|task|option)$/i;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Counts the parts of one adapter page's addresses that may be anything, so that each has its own name. */
type Wildcards = () => string;

const wildcards = (letter: string): Wildcards => {
  let count = 0;
  return () => {
    count += 1;
    return `:${letter}${count}`;
  };
};

/** One segment: as it stands, or a name for it where it is a number of something or cannot be written. */
function segment(raw: string, wildcard: Wildcards): string {
  const text = decoded(raw);
  if (text === '') return '';
  const isLiteral =
    text !== null &&
    !text.includes('/') &&
    text !== '*' &&
    !isIdLike(text) &&
    segmentProblem(text) === null &&
    !text.includes(':');
  return isLiteral ? text : wildcard();
}

/** A path with `:id` for the segment counted `at`, of those that are not empty; null where it is not there. */
function pathWith(path: string, at: number, wildcard: Wildcards): { head: string; tail: string[] } | null {
  const parts = path.split('/');
  let count = -1;
  const index = parts.findIndex((part) => {
    if (part !== '') count += 1;
    return part !== '' && count === at;
  });
  if (index < 0) return null;
  const head = parts.slice(0, index).map((part) => segment(part, wildcard));
  return {
    head: [...head, `:${ID}`].join('/'),
    tail: parts.slice(index + 1).map((part) => segment(part, wildcard)),
  };
}

/** Which other addresses of the record are taken, beside the one of this page. */
export interface Reach {
  /** Anything may follow the number: for pages that repeat the number themselves. */
  open: boolean;
  /** The usual views of a record, too: for pages whose name is found by its label, which no other heading has. */
  views: boolean;
}

const isView = (part: string | undefined): boolean => part !== undefined && VIEW.has(part.toLowerCase());

/**
 * The paths of a record: as on this page, and where they may be taken also those that CRMs use beside it:
 * another word for a view before its number, or none or another one behind it.
 */
function pathsOf(head: string, tail: readonly string[], { open, views }: Reach): string[] {
  const rest = tail.filter((part) => part !== '');
  const own = [head, ...tail].join('/');
  if (rest.length > 1 || (rest[0] !== undefined && !isView(rest[0]))) return [own];
  if (open) return [`${head}/*`];
  if (!views) return [own];
  const before = head.split('/');
  if (rest.length === 0 && isView(before.at(-2)))
    return [...new Set([own, ...otherViews(before.slice(0, -2), [`:${ID}`])])].slice(0, MAX_ADDRESSES);
  const others = TAILS.map((word) => (word === '' ? head : `${head}/${word}`));
  return [...new Set([own, ...others])].slice(0, MAX_ADDRESSES);
}

const otherViews = (before: readonly string[], after: readonly string[]): string[] =>
  SWAPS.map((word) => [...before, word, ...after].join('/'));

/** The path beside a parameter that holds the number: also with another word for the view at its end. */
function viewPaths(path: string, { views }: Reach): string[] {
  const parts = path.split('/');
  if (!views || !isView(parts.at(-1))) return [path];
  return [...new Set([path, ...otherViews(parts.slice(0, -1), [])])].slice(0, MAX_ADDRESSES);
}

/** The words of a parameter that say a sort of record or a room: `module=Contacts`, `route=client/view`; `at` holds the number. */
const saysSort = (key: string, value: string, at: string | null): boolean =>
  (SORT_KEY.test(key) || (at !== null && areCountedAlike(key, at))) &&
  !isIdLike(value) &&
  value
    .split(/[^\p{L}\d]+|(?<=[a-z])(?=[A-Z])/u)
    .some((word) => subjectOf(word.toLowerCase()) !== null || /entityrecord/i.test(word));

/** The parameter with the number, and those that say what sort of record it is; null where that cannot be written. */
function paramsWith(params: URLSearchParams, at: string): Record<string, string> | null {
  const wanted: Record<string, string> = {};
  for (const [key, value] of params) {
    if (!/^[A-Za-z][\w.-]{0,39}$/.test(key)) {
      if (key === at) return null;
      continue;
    }
    if (key === at) wanted[key] = `:${ID}`;
    else if (
      saysSort(key, value, at) &&
      value.length <= 60 &&
      value !== '*' &&
      segmentProblem(value) === null
    )
      if (!value.includes(':')) wanted[key] = value;
  }
  return at in wanted ? wanted : null;
}

const pathOf = (url: URL, wildcard: Wildcards): string =>
  url.pathname
    .split('/')
    .map((part) => segment(part, wildcard))
    .join('/');

const splitHash = (url: URL): { path: string; params: URLSearchParams } => {
  const hash = url.hash.slice(1);
  const at = hash.indexOf('?');
  if (at < 0 && /^[\w.]+=/.test(hash)) return { path: '', params: new URLSearchParams(hash) };
  return {
    path: at < 0 ? hash : hash.slice(0, at),
    params: new URLSearchParams(at < 0 ? '' : hash.slice(at + 1)),
  };
};

/**
 * The addresses of pages like this one, with `:id` where the record's number stands. Other parts are taken
 * as they are unless they look like numbers themselves; what follows in a query or hash that says nothing
 * of the record is left open. Null where the pattern language cannot say it.
 *
 * @param reach which other addresses of the record are taken, too
 * @param letter what names of other parts begin with
 */
export function patternsFor(
  address: string,
  place: IdPlace,
  reach: Reach,
  letter = 'a',
): AdapterAddress[] | null {
  const url = new URL(address);
  const wildcard = wildcards(letter);
  const patterns = patternsAt(url, place, reach, wildcard);
  // Whatever was made of it has to fit the address it was made from.
  return patterns?.every(isWritable) && patterns.some((one) => fits(one, url)) ? patterns : null;
}

function patternsAt(
  url: URL,
  { from, at }: IdPlace,
  reach: Reach,
  wildcard: Wildcards,
): AdapterAddress[] | null {
  const hash = splitHash(url);
  switch (from) {
    case 'path': {
      const path = typeof at === 'number' ? pathWith(url.pathname, at, wildcard) : null;
      return path && pathsOf(path.head, path.tail, reach).map((pathname) => ({ pathname }));
    }
    case 'query': {
      const search = paramsWith(url.searchParams, String(at));
      return search && viewPaths(pathOf(url, wildcard), reach).map((pathname) => ({ pathname, search }));
    }
    case 'hash': {
      const bang = hash.path.startsWith('!') ? '!' : '';
      const path = typeof at === 'number' ? pathWith(hash.path.slice(bang.length), at, wildcard) : null;
      const pathname = pathOf(url, wildcard);
      return path && pathsOf(bang + path.head, path.tail, reach).map((one) => ({ pathname, hash: one }));
    }
    case 'hashQuery': {
      const hashSearch = paramsWith(hash.params, String(at));
      const pathname = pathOf(url, wildcard);
      if (!hashSearch) return null;
      if (hash.path === '') return [{ pathname, hashSearch }];
      return viewPaths(hashOf(hash.path, wildcard), reach).map((one) => ({
        pathname,
        hash: one,
        hashSearch,
      }));
    }
  }
}

const hashOf = (path: string, wildcard: Wildcards): string =>
  path
    .split('/')
    .map((part) => segment(part, wildcard))
    .join('/');

/** The address of a page that does not name its record: its path, and behind the hash its route. */
export function plainPattern(address: string, letter = 'a'): AdapterAddress | null {
  const url = new URL(address);
  const wildcard = wildcards(letter);
  const { path } = splitHash(url);
  const search = Object.fromEntries(
    [...url.searchParams].filter(
      ([key, value]) =>
        /^[A-Za-z][\w.-]{0,39}$/.test(key) &&
        saysSort(key, value, null) &&
        value.length <= 60 &&
        !value.includes(':') &&
        segmentProblem(value) === null,
    ),
  );
  const pattern: AdapterAddress = {
    pathname: pathOf(url, wildcard),
    ...(Object.keys(search).length > 0 ? { search } : {}),
    ...(/^!?\//.test(path) ? { hash: hashOf(path, wildcard) } : {}),
  };
  return isWritable(pattern) && fits(pattern, url) ? pattern : null;
}

const isWritable = ({ pathname, hash }: AdapterAddress): boolean =>
  [pathname, hash].every(
    (path) => path === undefined || (path !== '' && path.length <= 300 && pathProblem(path) === null),
  );

const fits = (pattern: AdapterAddress, url: URL): boolean =>
  matchAddress(compileAddress(pattern), url) !== null;
