import type { Sighting } from '@/utils/domain/schema/sighting';
import { type Compiled, compileAdapter } from '../compile';
import type { CompiledAdapter, RawSighting } from '../compiled';
import { interpret } from '../interpret';
import type { Adapter } from '../schema';
import { bench } from './bench';
import { demoClassic } from './demoClassic';
import { demoCloud } from './demoCloud';
import { demoModern } from './demoModern';

/** Set by the build; tests have none. */
declare const __BENCH__: boolean | undefined;

/** The adapters that come with the product, in the order in which they are tried; measured is one alone. */
export const BUILT_IN: readonly Adapter[] =
  typeof __BENCH__ !== 'undefined' && __BENCH__ ? [bench] : [demoClassic, demoModern, demoCloud];

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

/** What a content script saw, made out by the adapter it names; null if there is no such adapter or page (any more). */
export function understand(raw: RawSighting): Sighting | null {
  const adapter = builtIn().find(({ source }) => source.id === raw.adapter);
  const page = adapter?.compiled.pages.find(({ id }) => id === raw.page);
  return adapter && page ? interpret(raw, page, adapter.source.region ?? 'CN') : null;
}
