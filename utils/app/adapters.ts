import { type AdapterProblem, parseAdapter } from '@/utils/adapters/compile';
import { createRegistry, type Registry } from '@/utils/adapters/registry';
import type { Adapter } from '@/utils/adapters/schema';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Instant } from '@/utils/domain/schema/time';
import {
  loadOwnAdapters,
  type OwnAdapter,
  saveOwnAdapters,
  watchOwnAdapters,
} from '@/utils/platform/ownAdapters';

/** At most so many adapters of the user's own: each is tried on every page of its CRM. */
export const MAX_OWN = 50;

/** What of the kept texts this version understands; the rest stays kept and is out of force. */
export const understood = (kept: readonly OwnAdapter[]): { adapter: Adapter; since: Instant }[] =>
  kept.flatMap(({ json, since }) => {
    const read = parseAdapter(json);
    return read.ok ? [{ adapter: read.value.source, since }] : [];
  });

const registryOf = (kept: readonly OwnAdapter[]): Registry =>
  createRegistry([...understood(kept).map(({ adapter }) => adapter), ...BUILT_IN]);

let current: Promise<Registry> | undefined;

/** The adapters in force: the user's own before those that come with the product. Read once per context. */
export function theAdapters(): Promise<Registry> {
  if (!current) {
    watchOwnAdapters((kept) => {
      current = Promise.resolve(registryOf(kept));
    });
    current = loadOwnAdapters().then(registryOf);
  }
  return current;
}

const idIn = ({ json }: OwnAdapter): string | null => {
  const read = parseAdapter(json);
  return read.ok ? read.value.source.id : null;
};

/**
 * Keeps an adapter of the user's own, in place of the one of its id.
 *
 * @returns the adapter, or what is wrong with it, each problem with its place
 */
export async function keepAdapter(json: string, now: Instant): Promise<Result<Adapter, AdapterProblem[]>> {
  const read = parseAdapter(json);
  if (!read.ok) return read;
  const { source } = read.value;
  const others = (await loadOwnAdapters()).filter((kept) => idIn(kept) !== source.id);
  if (others.length >= MAX_OWN) return fail([{ path: '', problem: `more than ${MAX_OWN} adapters` }]);
  await saveOwnAdapters([{ json: JSON.stringify(source), since: now }, ...others]);
  return ok(source);
}

/** Puts an adapter of the user's own away; one of its id that comes with the product is in force again. */
export async function dropAdapter(id: string): Promise<void> {
  await saveOwnAdapters((await loadOwnAdapters()).filter((kept) => idIn(kept) !== id));
}
