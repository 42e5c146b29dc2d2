import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Lines of the tables in docs/security.md, and the tests that each names: a file, then titles in quotation marks. */
const lines = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[-| ]+\|$/.test(line));
const REFERENCE = /`(tests\/[^`]+)`((?:\s*“[^”]+”)+)/g;

interface Reference {
  line: string;
  file: string;
  title: string;
}

const referencesIn = (line: string): Reference[] =>
  [...line.matchAll(REFERENCE)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ line, file, title })),
  );

/** Whether a test file says this outside of its comments. */
const says = (file: string, title: string): boolean =>
  readFileSync(file, 'utf8')
    .split('\n')
    .some((text) => text.includes(title) && !/^\s*(?:\/\/|\/?\*)/.test(text));

const heads = lines.filter((line) => /^\|(?: \| attack| fault \|| input \|)/.test(line));
const told = lines.filter((line) => !heads.includes(line));

describe('the tables of what can go wrong', () => {
  it('are read', () => {
    expect(heads).toHaveLength(3);
    expect(told.length).toBeGreaterThan(40);
  });

  it('have every threat once, in order', () => {
    const threats = told.flatMap((line) => /^\| (T\d+) \|/.exec(line)?.[1] ?? []);
    expect(threats).toEqual(Array.from({ length: 14 }, (_, n) => `T${n + 1}`));
  });

  it('name a test in every line, or say that there is none yet', () => {
    expect(told.filter((line) => referencesIn(line).length === 0 && !line.includes('none yet'))).toEqual([]);
  });

  it('name tests that exist', () => {
    const gone = told
      .flatMap(referencesIn)
      .filter(({ file, title }) => !existsSync(file) || !says(file, title))
      .map(({ file, title }) => `${file}: ${title}`);
    expect(gone).toEqual([]);
  });

  it('name every test that is named after a threat', () => {
    const named = told.flatMap(referencesIn).map(({ title }) => /\bT\d+\b/.exec(title)?.[0]);
    for (const threat of ['T1', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T11', 'T14'])
      expect(named).toContain(threat);
  });
});
