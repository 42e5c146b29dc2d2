import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const names = z.optional(z.record(z.string(), z.string()));
const locked = z.object({
  version: z.optional(z.string()),
  resolved: z.optional(z.string()),
  integrity: z.optional(z.string()),
  license: z.optional(z.string()),
  hasInstallScript: z.optional(z.boolean()),
  dependencies: names,
  optionalDependencies: names,
});
const lockFile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), locked) });
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

const { packages } = lockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const own = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const foreign = Object.entries(packages).filter(([place]) => place !== '');

/** What may be part of what is shipped. */
const LICENCES = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0']);

/** Where a package finds another: in its own folder, or in one of those around it. */
function placeOf(name: string, from: string): string | undefined {
  for (let around = from; ; around = around.slice(0, around.lastIndexOf('/node_modules/'))) {
    const place = `${around === '' ? '' : `${around}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (!around.includes('/node_modules/')) return packages[`node_modules/${name}`] && `node_modules/${name}`;
  }
}

/** Everything that what is shipped may draw in. */
function shipped(): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string, from: string): void => {
    const place = placeOf(name, from);
    if (place === undefined || seen.has(place)) return;
    seen.add(place);
    for (const next of Object.keys(packages[place]?.dependencies ?? {})) visit(next, place);
  };
  for (const name of Object.keys(own.dependencies)) visit(name, '');
  return seen;
}

describe('T14: the supply chain', () => {
  it('is looked at', () => {
    expect(foreign.length).toBeGreaterThan(100);
    expect(shipped().size).toBeGreaterThan(Object.keys(own.dependencies).length - 1);
  });

  it('is locked to the byte: every package by its SHA-512, from whichever registry is set', () => {
    const loose = foreign.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(loose.map(([place]) => place)).toEqual([]);
    // Which bytes is said, not whence: a package that names its place could come from anywhere.
    expect(foreign.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  it('names one version of each of ours, and no range', () => {
    const ranges = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it('runs nothing at its installation but what we run ourselves', () => {
    const scripts = foreign.filter(([, { hasInstallScript }]) => hasInstallScript);
    const willing = scripts.filter(
      ([place]) => own.allowScripts[place.split('node_modules/').at(-1) ?? ''] !== false,
    );
    expect(willing.map(([place]) => place)).toEqual([]);
  });

  it('ships few packages, all under licences that let it', () => {
    const others = [...shipped()].filter((place) => !LICENCES.has(packages[place]?.license ?? ''));
    expect(others).toEqual([]);
    expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(20);
  });
});
