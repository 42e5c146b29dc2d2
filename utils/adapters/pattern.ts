import type { AddressPattern, ParamPattern, PathPattern, Segment } from './compiled';
import type { AdapterAddress } from './schema';

/** `literal`, `:name`, or text around one name. A name ends at the first sign that is no letter or figure. */
const SEGMENT = /^([^:*(){}?#\\]*)(?::([a-z][a-zA-Z0-9]{0,19})([^:*(){}?#\\a-zA-Z0-9][^:*(){}?#\\]*)?)?$/;

/** What is wrong with one segment or parameter value, or null. `*` stands for any value. */
export function segmentProblem(text: string): string | null {
  if (text === '*') return null;
  return SEGMENT.test(text) ? null : 'write literal text, :name or *; expressions are not taken';
}

/** What is wrong with a path pattern, or null. */
export function pathProblem(text: string): string | null {
  if (/^\s*(?:javascript|data|vbscript):/i.test(text)) return 'not an address';
  const parts = text.split('/');
  const names = parts.flatMap((part) => SEGMENT.exec(part)?.[2] ?? []);
  if (new Set(names).size < names.length) return 'a name stands twice';
  for (const [index, part] of parts.entries()) {
    if (part === '*' && index < parts.length - 1) return '* stands at the end only';
    const problem = segmentProblem(part);
    if (problem) return problem;
  }
  return null;
}

function compileSegment(text: string): Segment {
  const [, before = '', name, after = ''] = SEGMENT.exec(text) ?? [];
  return { before, name: name ?? null, after };
}

function compilePath(text: string | undefined): PathPattern | null {
  if (text === undefined) return null;
  const parts = text.split('/');
  const open = parts.at(-1) === '*';
  return { segments: (open ? parts.slice(0, -1) : parts).map(compileSegment), open };
}

const compileParams = (params: Readonly<Record<string, string>> | undefined): ParamPattern[] =>
  Object.entries(params ?? {}).map(([param, value]) => ({
    param,
    value: value === '*' ? null : compileSegment(value),
  }));

/** An address pattern in the form the reader compares with. */
export const compileAddress = (pattern: AdapterAddress): AddressPattern => ({
  path: compilePath(pattern.pathname),
  search: compileParams(pattern.search),
  hash: compilePath(pattern.hash),
  hashSearch: compileParams(pattern.hashSearch),
});

/** The names a compiled pattern binds. */
export const namesIn = ({ path, search, hash, hashSearch }: AddressPattern): string[] =>
  [
    ...(path?.segments ?? []),
    ...(hash?.segments ?? []),
    ...[...search, ...hashSearch].flatMap(({ value }) => value ?? []),
  ].flatMap(({ name }) => name ?? []);
