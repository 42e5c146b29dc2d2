import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const STORE = path.resolve(import.meta.dirname, '../../../utils/store');

const files = readdirSync(STORE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const textOf = (file: string): string => readFileSync(path.join(STORE, file), 'utf8');

/** What a file imports at run time: type imports are gone by then. */
function importsOf(file: string): string[] {
  const statements = textOf(file).matchAll(/^import (?!type\b)[^;]*?from '([^']+)';/gms);
  return [...statements].map(([, from]) => from ?? '');
}

/** Everything a file loads, itself included, as paths inside the store and names of packages. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const from of importsOf(file)) {
    if (from.startsWith('.')) loadedBy(`${path.join(path.dirname(file), from)}.ts`, seen);
    else seen.add(from);
  }
  return seen;
}

describe('the rooms of the store', () => {
  it('are scanned', () => {
    expect(files.length).toBeGreaterThan(40);
    expect([...loadedBy('write/openStore.ts')]).toContain('@noble/hashes/sha2.js');
  });

  it('let a reader load nothing that writes to the book', () => {
    const loaded = [...loadedBy('read/openReader.ts')];
    expect(loaded).toContain('dexie');
    expect(loaded.filter((name) => /^(write|verify)\/|@noble/.test(name))).toEqual([]);
  });

  it('let the public types load nothing at all', () => {
    expect([...loadedBy('store.ts')]).toEqual(['store.ts']);
  });

  it('keep everything slow out of the transaction: it would commit half of itself', () => {
    const loaded = [...loadedBy('write/land.ts')];
    expect(loaded.filter((name) => /seal|keyring|prepare|underLock|openRow/.test(name))).toEqual([]);
    expect(textOf('write/land.ts')).not.toMatch(/\bcrypto\.|\bsetTimeout\b|\bfetch\b|\bports\b/);
  });

  it('let only one file write the journal', () => {
    const writers = files.filter((file) =>
      /\.(journal|parts)\s*\.\s*(add|put|bulkAdd|bulkPut|delete|clear|update)\b/.test(textOf(file)),
    );
    expect(writers).toEqual([path.join('write', 'land.ts')]);
  });

  it('take clock, chance and the browser from their ports', () => {
    const offenders = files.filter((file) =>
      /\bDate\.now\(|\bMath\.random\(|getRandomValues|\bnavigator\.|\bchrome\.|\bbrowser\./.test(
        textOf(file),
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('keep each file to one idea', () => {
    const long = files.filter((file) => textOf(file).split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
