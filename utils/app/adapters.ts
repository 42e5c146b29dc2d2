import type { AdapterProblem } from '@/utils/adapters/compile';
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
import { loadPolicy, type Policy, watchPolicy } from '@/utils/platform/policy';
import { type Bank, bankOf, type Refused } from './bank/bankAdapters';
import { type Envelope, signatureFault } from './bank/envelope';
import { readText } from './bank/readText';
import { inLine } from './inLine';

/** At most so many adapters of the user's own: each is tried on every page of its CRM. */
export const MAX_OWN = 50;

/**
 * Whose an adapter is: `bank` set by policy; `signed` by the bank and put in by the user, as a file; `own`;
 * `builtIn` comes with the product.
 */
export type AdapterSource = 'bank' | 'signed' | 'own' | 'builtIn';

/** One adapter of the list, in force or switched off. */
export interface Known {
  adapter: Adapter;
  from: AdapterSource;
  /** Since when the user has it; null for the bank's and for those that come with the product. */
  since: Instant | null;
  off: boolean;
  /** What it came in, where the bank has signed it. */
  envelope: Envelope | null;
}

/** All adapters there are. */
export interface AllAdapters {
  known: readonly Known[];
  /** What the bank has set or the user has kept and is not in force. */
  refused: readonly Refused[];
  /** Whether the bank lets users have adapters of their own. */
  ownAllowed: boolean;
}

/** Whether the bank has set or signed it: then nobody changes it here. */
export const isBanks = ({ from }: Pick<Known, 'from'>): boolean => from === 'bank' || from === 'signed';

type Mine = Omit<Known, 'off'>;

/** A kept text as this version understands it; null for one of a format it does not know (any more). */
async function mineOf({ json, since }: OwnAdapter, bank: Bank): Promise<Mine | Refused | null> {
  const read = readText(json);
  if (!read.ok) return null;
  const { adapter, envelope } = read.value;
  const refused = (why: Refused['why']): Refused => ({ title: adapter.title, ownId: adapter.id, why });
  if (bank.adapters.some((one) => one.adapter.id === adapter.id)) return refused('bankHas');
  if (!envelope) return { adapter, from: 'own', since, envelope };
  // A key that the bank has taken back takes what it signed with it.
  const fault = await signatureFault(envelope, bank.keys);
  return fault === null ? { adapter, from: 'signed', since, envelope } : refused(fault);
}

/**
 * All adapters: the bank's, then the user's own, then those that come with the product; of one id the first
 * of these. Where the bank lets users have none of their own, only those that it has signed.
 */
export async function adaptersOf({ own, off }: KeptAdapters, policy: Policy): Promise<AllAdapters> {
  const bank = await bankOf(policy);
  const set = bank.adapters.map((one): Mine => ({ ...one, from: 'bank', since: null }));
  const read = await Promise.all(own.map((one) => mineOf(one, bank)));
  const kept = read.filter((one) => one !== null);
  const mine = kept
    .filter((one) => 'from' in one)
    .filter(({ from }) => bank.ownAdapters || from === 'signed');
  const above = [...set, ...mine];
  const others = BUILT_IN.filter(({ id }) => !above.some(({ adapter }) => adapter.id === id));
  const builtIn = others.map((adapter): Mine => ({ adapter, from: 'builtIn', since: null, envelope: null }));
  return {
    known: [...above, ...builtIn].map((one) => ({
      ...one,
      off: one.from !== 'bank' && off.includes(one.adapter.id),
    })),
    refused: [...bank.refused, ...kept.filter((one) => 'why' in one)],
    ownAllowed: bank.ownAdapters,
  };
}

/** All adapters as they are now. */
export async function allAdapters(): Promise<AllAdapters> {
  const [kept, policy] = await Promise.all([loadAdapters(), loadPolicy()]);
  return adaptersOf(kept, policy);
}

const registryOf = ({ known }: AllAdapters): Registry =>
  createRegistry(known.flatMap(({ adapter, off }) => (off ? [] : [adapter])));

let current: Promise<Registry> | undefined;

/** The adapters in force. Read once per context, and again after each change. */
export function theAdapters(): Promise<Registry> {
  if (!current) {
    const read = (): void => {
      current = allAdapters().then(registryOf);
    };
    watchAdapters(read);
    watchPolicy(read);
    current = allAdapters().then(registryOf);
  }
  return current;
}

const isOf = (id: string) => (kept: OwnAdapter) => {
  const read = readText(kept.json);
  return read.ok && read.value.adapter.id === id;
};

/** Why the bank does not let an adapter be kept. */
export type Barred = 'ownOff' | 'bankHas' | 'bankSigned' | 'noKeys' | 'unknownKey' | 'signature';

/** What is wrong with an adapter that should be kept: with its text, or that the bank does not let it be. */
export interface KeepProblem extends AdapterProblem {
  barred?: Barred;
}

/** An adapter that was checked, and whether it came in an envelope, whose signature is looked at when it is kept. */
export type CheckedAdapter = Adapter & { signed: boolean };

/** The adapter in a text, or what is wrong with it, each problem with its place. */
export function checkAdapter(json: string): Result<CheckedAdapter, AdapterProblem[]> {
  const read = readText(json);
  return read.ok ? ok({ ...read.value.adapter, signed: read.value.envelope !== null }) : read;
}

async function barredBy(id: string, envelope: Envelope | null): Promise<Barred | null> {
  const policy = await loadPolicy();
  const bank = await bankOf(policy);
  if (bank.adapters.some(({ adapter }) => adapter.id === id)) return 'bankHas';
  if (envelope) return signatureFault(envelope, bank.keys);
  if (!bank.ownAdapters) return 'ownOff';
  const { known } = await adaptersOf(await loadAdapters(), policy);
  return known.some(({ adapter, from }) => adapter.id === id && from === 'signed') ? 'bankSigned' : null;
}

/** Why the bank does not let an adapter be kept now; null where it does, or where the text is none. */
export async function whyBarred(json: string): Promise<Barred | null> {
  const read = readText(json);
  return read.ok ? barredBy(read.value.adapter.id, read.value.envelope) : null;
}

/** In words for a log; screens have their own. */
const BARRED: Readonly<Record<Barred, string>> = {
  ownOff: 'the bank has switched off adapters of users’ own',
  bankHas: 'the bank has set an adapter of this id',
  bankSigned: 'the bank has signed the adapter of this id',
  noKeys: 'the bank has set no key to check the signature by',
  unknownKey: 'signed by a key the bank has not set',
  signature: 'the signature is not that of this text',
};

const inAdapters = inLine('adapters');

/**
 * Keeps an adapter of the user's own, in place of the one of its id, and switches it on. One in an envelope
 * is kept with it where its signature is good. The bank's are never replaced.
 */
export async function keepAdapter(json: string, now: Instant): Promise<Result<Adapter, KeepProblem[]>> {
  const read = readText(json);
  if (!read.ok) return read;
  const { adapter, envelope } = read.value;
  const { id } = adapter;
  return inAdapters(async () => {
    const barred = await barredBy(id, envelope);
    if (barred) return fail([{ path: '', problem: BARRED[barred], barred }]);
    const { own, off } = await loadAdapters();
    const others = own.filter((kept) => !isOf(id)(kept));
    if (others.length >= MAX_OWN) return fail([{ path: '', problem: `more than ${MAX_OWN} adapters` }]);
    const kept = { json: JSON.stringify(envelope ?? adapter), since: now };
    await saveAdapters({ own: [kept, ...others], off: off.filter((one) => one !== id) });
    return ok(adapter);
  });
}

/** Puts an adapter of the user's own away; one of its id that comes with the product takes its place again. */
export const dropAdapter = (id: string): Promise<void> =>
  inAdapters(async () => {
    const { own, off } = await loadAdapters();
    await saveAdapters({ own: own.filter((kept) => !isOf(id)(kept)), off: off.filter((one) => one !== id) });
  });

/** Switches an adapter on or off; one that the bank has set stays on. */
export const switchAdapter = (id: string, on: boolean): Promise<void> =>
  inAdapters(async () => {
    const { own, off } = await loadAdapters();
    const others = off.filter((one) => one !== id);
    await saveAdapters({ own, off: on ? others : [...others, id] });
  });
