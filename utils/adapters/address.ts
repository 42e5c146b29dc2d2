import type { AddressPattern, ParamPattern, PathPattern, Segment } from './compiled';

/** The named parts of an address. */
export type Groups = ReadonlyMap<string, string>;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

function takeSegment(pattern: Segment, text: string, groups: Map<string, string>): boolean {
  const { before, name, after } = pattern;
  if (name === null) return text === before;
  if (text.length <= before.length + after.length) return false;
  if (!text.startsWith(before) || !text.endsWith(after)) return false;
  groups.set(name, text.slice(before.length, text.length - after.length));
  return true;
}

function takePath(pattern: PathPattern, path: string, groups: Map<string, string>): boolean {
  const texts = path.split('/');
  const { segments, open } = pattern;
  if (open ? texts.length < segments.length : texts.length !== segments.length) return false;
  return segments.every((segment, index) => {
    const text = decoded(texts[index] ?? '');
    return text !== null && takeSegment(segment, text, groups);
  });
}

function takeParams(
  patterns: readonly ParamPattern[],
  params: URLSearchParams,
  groups: Map<string, string>,
): boolean {
  return patterns.every(({ param, value }) => {
    const [text, second] = params.getAll(param);
    // Two values under one name: whichever we took could be the wrong one.
    if (text === undefined || second !== undefined) return false;
    return value === null || takeSegment(value, text, groups);
  });
}

/**
 * The named parts of an address if it fits the pattern, or null. Paths are compared segment by segment and
 * parameters by name in any order, in time linear in the address: no pattern of an author's is ever run
 * as a regular expression.
 */
export function matchAddress(pattern: AddressPattern, url: URL): Groups | null {
  const groups = new Map<string, string>();
  const hash = url.hash.slice(1);
  const at = hash.indexOf('?');
  const hashPath = at < 0 ? hash : hash.slice(0, at);
  // Without a path, as in `#id=26&model=partner`, all of it is parameters.
  const isParams = at < 0 && /^[\w.]+=/.test(hash);
  const hashParams = new URLSearchParams(isParams ? hash : at < 0 ? '' : hash.slice(at + 1));
  const fits =
    (pattern.path === null || takePath(pattern.path, url.pathname, groups)) &&
    takeParams(pattern.search, url.searchParams, groups) &&
    (pattern.hash === null || takePath(pattern.hash, hashPath, groups)) &&
    takeParams(pattern.hashSearch, hashParams, groups);
  return fits ? groups : null;
}
