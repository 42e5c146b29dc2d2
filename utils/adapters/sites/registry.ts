import { type Compiled, compileAdapter } from '../compile';
import type { CompiledAdapter } from '../compiled';
import type { Adapter } from '../schema';
import { bench } from './bench';
import { demoClassic } from './demoClassic';
import { demoCloud } from './demoCloud';
import { demoModern } from './demoModern';

/** Set by the build; tests have none. */
declare const __BENCH__: boolean | undefined;

/** The adapters that come with the product, in the order in which they are tried. */
export const BUILT_IN: readonly Adapter[] = [
  demoClassic,
  demoModern,
  demoCloud,
  ...(typeof __BENCH__ !== 'undefined' && __BENCH__ ? [bench] : []),
];

let compiled: readonly Compiled[] | undefined;

/** Compiled once per worker, when first asked for; one that does not compile is a fault of the build. */
function builtIn(): readonly Compiled[] {
  compiled ??= BUILT_IN.map((adapter) => {
    const result = compileAdapter(adapter);
    if (!result.ok) throw new Error(`adapter ${adapter.id}: ${JSON.stringify(result.error)}`);
    return result.value;
  });
  return compiled;
}

const fitsHost = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** What the content script looks for on the pages of an origin. */
export function adaptersFor(origin: string): CompiledAdapter[] {
  const { hostname } = new URL(origin);
  return builtIn()
    .filter(({ source }) => source.hosts?.some((pattern) => fitsHost(pattern, hostname)) ?? true)
    .map((adapter) => adapter.compiled);
}

/** The country whose numbering plan the phone numbers of an adapter's CRM follow; China where it names none. */
export const regionOf = (adapterId: string): string =>
  builtIn().find(({ source }) => source.id === adapterId)?.source.region ?? 'CN';
