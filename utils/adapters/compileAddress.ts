import type { AddressPattern, ParamPattern, PathPattern, Segment } from './compiled';
import { SEGMENT } from './pattern';
import type { AdapterAddress } from './schema';

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
