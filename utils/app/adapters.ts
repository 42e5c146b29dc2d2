import { type AdapterProblem, parseAdapter } from '@/utils/adapters/compile';
import { createRegistry, type Registry } from '@/utils/adapters/registry';
import type { Adapter } from '@/utils/adapters/schema';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Instant } from '@/utils/domain/schema/time';
import {
  type KeptAdapters,
  loadAdapters,
  type OwnAdapter,
  saveAdapters,
  watchAdapters,
} from '@/utils/platform/adapters';
import { inLine } from './inLine';

/** At most so many adapters of the user's own: each is tried on every page of its CRM. */
const MAX_OWN = 50;

/** One adapter of the list, in force or switched off. */
export interface Known {
  adapter: Adapter;
  /** Since when it is the user's own; null for one that comes with the product. */
  since: Instant | null;
  off: boolean;
}

/** A kept text as this version understands it; null for one of a format it does not know (any more). */
function understood({ json, since }: OwnAdapter): { adapter: Adapter; since: Instant } | null {
  const read = parseAdapter(json);
  return read.ok ? { adapter: read.value.source, since } : null;
}

/** All adapters: the user's own, then those that come with the product and are not replaced by one of them. */
export function knownAdapters({ own, off }: KeptAdapters): Known[] {
  const mine = own.map(understood).filter((one) => one !== null);
  const others = BUILT_IN.filter(({ id }) => !mine.some(({ adapter }) => adapter.id === id));
  return [...mine, ...others.map((adapter) => ({ adapter, since: null }))].map((one) => ({
    ...one,
    off: off.includes(one.adapter.id),
  }));
}

const registryOf = (kept: KeptAdapters): Registry =>
  createRegistry(knownAdapters(kept).flatMap(({ adapter, off }) => (off ? [] : [adapter])));

let current: Promise<Registry> | undefined;

/** The adapters in force. Read once per context, and again after each change. */
export function theAdapters(): Promise<Registry> {
  if (!current) {
    watchAdapters((kept) => {
      current = Promise.resolve(registryOf(kept));
    });
    current = loadAdapters().then(registryOf);
  }
  return current;
}

const isOf = (id: string) => (kept: OwnAdapter) => understood(kept)?.adapter.id === id;

/** The adapter in a text, or what is wrong with it, each problem with its place. */
export function checkAdapter(json: string): Result<Adapter, AdapterProblem[]> {
  const read = parseAdapter(json);
  return read.ok ? ok(read.value.source) : read;
}

const inAdapters = inLine('adapters');

/** Keeps an adapter of the user's own, in place of the one of its id, and switches it on. */
export async function keepAdapter(json: string, now: Instant): Promise<Result<Adapter, AdapterProblem[]>> {
  const read = checkAdapter(json);
  if (!read.ok) return read;
  const { id } = read.value;
  return inAdapters(async () => {
    const { own, off } = await loadAdapters();
    const others = own.filter((kept) => !isOf(id)(kept));
    if (others.length >= MAX_OWN) return fail([{ path: '', problem: `more than ${MAX_OWN} adapters` }]);
    const kept = { json: JSON.stringify(read.value), since: now };
    await saveAdapters({ own: [kept, ...others], off: off.filter((one) => one !== id) });
    return read;
  });
}

/** Puts an adapter of the user's own away; one of its id that comes with the product takes its place again. */
export const dropAdapter = (id: string): Promise<void> =>
  inAdapters(async () => {
    const { own, off } = await loadAdapters();
    await saveAdapters({ own: own.filter((kept) => !isOf(id)(kept)), off: off.filter((one) => one !== id) });
  });

/** Switches an adapter on or off. */
export const switchAdapter = (id: string, on: boolean): Promise<void> =>
  inAdapters(async () => {
    const { own, off } = await loadAdapters();
    const others = off.filter((one) => one !== id);
    await saveAdapters({ own, off: on ? others : [...others, id] });
  });
