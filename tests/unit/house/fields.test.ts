import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Fields into which nothing is written. */
const NOT_WRITTEN_IN = /type="(?:checkbox|radio|file)"/;

const fields = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .flatMap((name) => {
    const source = readFileSync(`components/${name}`, 'utf8');
    return [...source.matchAll(/<(?:textarea|input)\b[\s\S]*?\/>/g)].map(([tag]) => ({ name, tag }));
  })
  .filter(({ tag }) => !NOT_WRITTEN_IN.test(tag));

describe('the fields of our screens', () => {
  it('are looked at', () => {
    expect(fields.length).toBeGreaterThan(10);
  });

  it('are not kept by the browser: it writes what stands in them to its session files, readable', () => {
    expect(fields.filter(({ tag }) => !/\bautocomplete=/.test(tag)).map(({ name }) => name)).toEqual([]);
  });
});
