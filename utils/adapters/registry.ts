import type { Sighting } from '@/utils/domain/schema/sighting';
import { type Compiled, compileAdapter } from './compile';
import { type CompiledAdapter, type RawSighting, UNAIDED } from './compiled';
import { interpret } from './interpret';
import type { Adapter } from './schema';

/** The adapters in force. */
export interface Registry {
  /** What the content script looks for on the pages of an origin. */
  adaptersFor(origin: string): CompiledAdapter[];
  /** What a content script saw, made out by the adapter it names; null if there is no such adapter or page (any more). */
  understand(raw: RawSighting): Sighting | null;
}

const fitsHost = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** Whether an adapter is for the CRM at this origin; one that names no hosts may be for any. */
export function isFor({ hosts }: Adapter, origin: string): boolean {
  const { hostname } = new URL(origin);
  return hosts?.some((pattern) => fitsHost(pattern, hostname)) ?? true;
}

/**
 * A registry of these adapters, of which the first of one id counts: an adapter of the user's own can
 * stand in for one that comes with the product. They are compiled when first asked for.
 *
 * @throws where one does not compile: whoever keeps adapters checks them before
 */
export function createRegistry(adapters: readonly Adapter[]): Registry {
  const inForce = adapters.filter(({ id }, index) => adapters.findIndex((one) => one.id === id) === index);
  let compiled: readonly Compiled[] | undefined;
  const all = (): readonly Compiled[] => {
    compiled ??= inForce.map((adapter) => {
      const result = compileAdapter(adapter);
      if (!result.ok) throw new Error(`adapter ${adapter.id}: ${JSON.stringify(result.error)}`);
      return result.value;
    });
    return compiled;
  };
  return {
    adaptersFor: (origin) =>
      all()
        .filter(({ source }) => isFor(source, origin))
        .map((adapter) => adapter.compiled),
    understand(raw) {
      const adapter = all().find(({ source }) => source.id === raw.adapter);
      if (!adapter) return null;
      const page = adapter.compiled.pages.find(({ id }) => id === raw.page);
      const isUnaided = raw.page === UNAIDED && adapter.compiled.unaided !== null;
      return page || isUnaided ? interpret(raw, page ?? null, adapter.source.region ?? 'CN') : null;
    },
  };
}
