import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which (docs/architecture.md). A room not named here may import nothing of ours. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'utils/domain': [],
  'utils/adapters': ['utils/domain'],
  'utils/store': ['utils/domain'],
  'utils/sync': ['utils/domain', 'utils/store'],
  'utils/export': ['utils/domain'],
  'utils/messaging': ['utils/domain', 'utils/adapters', 'utils/app'],
  'utils/platform': ['utils/domain'],
  // How a text is read as a day, an amount or a phone is one knowledge, of pages and of spreadsheets.
  'utils/import': ['utils/domain', 'utils/adapters'],
  'utils/app': [
    'utils/domain',
    'utils/store',
    'utils/sync',
    'utils/export',
    'utils/messaging',
    'utils/platform',
    'utils/adapters',
    'utils/import',
  ],
  components: ['utils/domain', 'utils/app', 'utils/import', 'utils/export'],
  entrypoints: [
    'utils/domain',
    'utils/adapters',
    'utils/store',
    'utils/messaging',
    'utils/platform',
    'utils/import',
    'utils/app',
    'components',
  ],
};

/** Packages a room may name; the rooms not listed are free. */
const MAY_USE: Readonly<Record<string, RegExp>> = {
  'utils/domain': /^(zod\/mini|date-fns(\/.*)?|chinese-days(\/.*)?)$/,
  'utils/adapters': /^(zod\/mini|libphonenumber-js(\/.*)?)$/,
  'utils/sync': /^zod\/mini$/,
  'utils/store': /^(zod\/mini|dexie|@noble\/(curves|hashes)\/.*)$/,
  'utils/export': /^(zod\/mini|fflate)$/,
  'utils/messaging': /^zod\/mini$/,
  'utils/import': /^(zod\/mini|@e965\/xlsx|fflate|papaparse)$/,
};

const sources = ['utils', 'components', 'entrypoints'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(root, name.replaceAll('\\', '/'))),
);

const roomOf = (file: string): string | undefined =>
  Object.keys(MAY_IMPORT).find((room) => file === room || file.startsWith(`${room}/`));

/** Every module a file names: static, type-only, re-exported and dynamic. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from\s+|import\s+|import\s*\(\s*)'([^']+)'/g);
  return [...found].map((match) => match[1] ?? '');
}

/** The file within this repository that an import names, or undefined for a package. */
function ownTarget(file: string, name: string): string | undefined {
  if (name.startsWith('@/')) return name.slice(2);
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name);
  return undefined;
}

describe('the rooms of the house', () => {
  it('is looking at real files', () => {
    expect(sources.length).toBeGreaterThan(30);
    for (const room of Object.keys(MAY_IMPORT)) {
      expect(
        sources.some((file) => file.startsWith(`${room}/`)),
        room,
      ).toBe(true);
    }
  });

  it('lets each room import only the rooms below it', () => {
    const trespasses = sources.flatMap((file) => {
      const room = roomOf(file);
      if (room === undefined) return [`${file} is in no room`];
      return importsOf(file).flatMap((name) => {
        const target = ownTarget(file, name);
        const other = target === undefined ? undefined : roomOf(target);
        if (target === undefined || other === room) return [];
        if (target.startsWith('public/') || target.endsWith('.css')) return [];
        return other !== undefined && MAY_IMPORT[room]?.includes(other) ? [] : [`${file} → ${name}`];
      });
    });
    expect(trespasses).toEqual([]);
  });

  it('lets each room use only its own packages', () => {
    const foreign = sources.flatMap((file) => {
      const allowed = MAY_USE[roomOf(file) ?? ''];
      if (!allowed) return [];
      return importsOf(file)
        .filter((name) => ownTarget(file, name) === undefined && !allowed.test(name))
        .map((name) => `${file} → ${name}`);
    });
    expect(foreign).toEqual([]);
  });

  it('keeps the contexts apart: no entry point imports another', () => {
    const crossings = sources
      .filter((file) => file.startsWith('entrypoints/'))
      .flatMap((file) => {
        const own = file.split('/').slice(0, 2).join('/');
        return importsOf(file)
          .map((name) => ownTarget(file, name))
          .filter((target) => target?.startsWith('entrypoints/') && !target.startsWith(own))
          .map((target) => `${file} → ${target}`);
      });
    expect(crossings).toEqual([]);
  });

  it('keeps the content script light: no store, no Zod, no Preact, by any path', () => {
    const seen = new Set<string>();
    const heavy: string[] = [];
    const visit = (file: string, trail: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const line of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)\s+(type\s)?[\s\S]*?from\s+'([^']+)';/gm,
      )) {
        const [, typeOnly, name = ''] = line;
        if (typeOnly) continue;
        const target = ownTarget(file, name);
        if (target === undefined) {
          if (/^(zod|dexie|preact|@preact|libphonenumber|chinese-days|pinyin)/.test(name))
            heavy.push(`${trail} → ${name}`);
          continue;
        }
        const next = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => existsSync(path));
        if (next) visit(next, `${trail} → ${next}`);
      }
    };
    const roots = sources.filter((file) => file.startsWith('entrypoints/crm.content/'));
    expect(roots.length).toBeGreaterThan(0);
    for (const root of roots) visit(root, root);
    expect(heavy).toEqual([]);
  });
});
