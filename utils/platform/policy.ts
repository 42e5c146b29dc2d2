import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { NAMES } from '@/utils/domain/bank/bankSettings';
import { exportRule, retentionDays } from '@/utils/domain/exportRule';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { KEPT_BANK } from './policyBank';
import { KEPT_METHOD, methodIn, type PolicyMethod } from './policyMethod';
import { watchKeys } from './watchKeys';

const KEPT = 'policy';
const HEARD = 'policyHeardAt';

/** What a policy may hold; more is cut off. */
const MAX_ADAPTERS = 20;
const MAX_KEYS = 10;

/**
 * What the bank has set for this browser. The entries of the lists are whatever the policy holds: each is
 * looked at by itself, so that one that is garbled does not take the others along.
 */
const policy = z.strictObject({
  /** Signed adapters: see `utils/app/bank/envelope`. */
  adapters: z.array(z.unknown()),
  /** The public keys by which they are signed. */
  adapterKeys: z.array(z.unknown()),
  /** Whether users may have adapters of their own. */
  ownAdapters: z.boolean(),
  /** Set where reminders name no clients, whatever their users want. */
  namelessReminders: z.optional(z.literal(true)),
  /** Whether anything may be taken out of the book. */
  exports: z.optional(exportRule),
  /** Days after which clients of whom nothing was written any more are offered for erasure. */
  retentionDays: z.optional(retentionDays),
});
export interface Policy extends z.infer<typeof policy> {
  method: PolicyMethod;
  /** All the rest, as it stands: see `domain/bank/bankSettings`. */
  bank: PolicyMethod;
}

export const NO_POLICY: Policy = { adapters: [], adapterKeys: [], ownAdapters: true, method: {}, bank: {} };

const ADAPTERS = ['adapters', 'adapterKeys', 'ownAdapters'] as const;
const METHOD = [
  'rules',
  'thresholds',
  'promptsPerClient',
  'proactivePerDay',
  'learning',
  'products',
  'events',
  'serviceLines',
  'offerHours',
  'recordedSales',
  'cadence',
] as const;
const SET_BY_BANK = [...ADAPTERS, ...METHOD, ...NAMES, 'namelessReminders'];

const partOf = (managed: Readonly<Record<string, unknown>>, keys: readonly string[]): PolicyMethod =>
  Object.fromEntries(keys.flatMap((key) => (managed[key] === undefined ? [] : [[key, managed[key]]])));

const listIn = (value: unknown, most: number): unknown[] =>
  // What should be a list and is none stands as one entry that cannot be read: it is told, not dropped.
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).slice(0, most);

/** A word for `exports` that is none of ours is taken for the strictest: whoever wrote it wanted a rule. */
function leavingIn(managed: Readonly<Record<string, unknown>>): Pick<Policy, 'exports' | 'retentionDays'> {
  const rule = managed['exports'];
  const read = exportRule.safeParse(rule);
  const days = retentionDays.safeParse(managed['retentionDays']);
  return {
    ...(rule === undefined ? {} : { exports: read.success ? read.data : ('off' as const) }),
    ...(days.success ? { retentionDays: days.data } : {}),
  };
}

/**
 * What a browser's managed storage says; null where it says nothing to us. A word for `ownAdapters` that is no
 * yes is a no: whoever writes "false" means it. For `namelessReminders` one that is no "no" is a yes.
 */
export function policyIn(managed: Readonly<Record<string, unknown>>): Policy | null {
  if (!SET_BY_BANK.some((key) => managed[key] !== undefined)) return null;
  return {
    adapters: listIn(managed['adapters'], MAX_ADAPTERS),
    adapterKeys: listIn(managed['adapterKeys'], MAX_KEYS),
    ownAdapters: (managed['ownAdapters'] ?? true) === true,
    ...((managed['namelessReminders'] ?? false) === false ? {} : { namelessReminders: true as const }),
    ...leavingIn(managed),
    method: partOf(managed, METHOD),
    bank: partOf(managed, NAMES),
  };
}

/**
 * What the browser itself says now: `nothing` may mean that the policy has not come yet, `none` that there is
 * no such thing here (Firefox without a policy).
 */
export async function managedPolicy(): Promise<Policy | 'nothing' | 'none'> {
  try {
    return policyIn(await browser.storage.managed.get(null)) ?? 'nothing';
  } catch {
    return 'none';
  }
}

/** Calls back when the browser's administrator has changed something. */
export const watchManaged = (changed: () => void): (() => void) => watchKeys('managed', SET_BY_BANK, changed);

function parse(kept: Readonly<Record<string, unknown>>): Policy {
  const read = policy.safeParse(kept[KEPT]);
  const [method, bank] = [KEPT_METHOD, KEPT_BANK].map((key) => methodIn(kept[key]));
  return { ...(read.success ? read.data : NO_POLICY), method: method ?? {}, bank: bank ?? {} };
}

/** The policy in force: as it was last heard. */
export async function loadPolicy(): Promise<Policy> {
  return parse(await browser.storage.local.get([KEPT, KEPT_METHOD, KEPT_BANK]));
}

/** When a policy was last heard; null before the first. */
export async function heardAt(): Promise<Instant | null> {
  const read = instant.safeParse((await browser.storage.local.get(HEARD))[HEARD]);
  return read.success ? read.data : null;
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Keeps what was heard; whoever watches it hears only where it says something else than before. */
export async function savePolicy(
  { method: ofPrompts, bank: ofBank, ...next }: Policy,
  at: Instant,
): Promise<void> {
  await browser.storage.local.set({ [HEARD]: at });
  const { method: before, bank, ...kept } = await loadPolicy();
  if (differ(kept, next)) await browser.storage.local.set({ [KEPT]: policy.parse(next) });
  if (differ(before, ofPrompts)) await browser.storage.local.set({ [KEPT_METHOD]: ofPrompts });
  if (differ(bank, ofBank)) await browser.storage.local.set({ [KEPT_BANK]: ofBank });
}

/** Calls back after each change of what is in force of adapters. Returns how to stop. */
export const watchPolicy = (changed: () => void): (() => void) => watchKeys('local', [KEPT], changed);
