import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Instant, instant } from '@/utils/domain/schema/time';
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
});
export type Policy = z.infer<typeof policy>;

export const NO_POLICY: Policy = { adapters: [], adapterKeys: [], ownAdapters: true };

const SET_BY_BANK = ['adapters', 'adapterKeys', 'ownAdapters', 'namelessReminders'] as const;

const listIn = (value: unknown, most: number): unknown[] =>
  // What should be a list and is none stands as one entry that cannot be read: it is told, not dropped.
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).slice(0, most);

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

function parse(stored: unknown): Policy {
  const read = policy.safeParse(stored);
  return read.success ? read.data : NO_POLICY;
}

/** The policy in force: as it was last heard. */
export async function loadPolicy(): Promise<Policy> {
  return parse((await browser.storage.local.get(KEPT))[KEPT]);
}

/** When a policy was last heard; null before the first. */
export async function heardAt(): Promise<Instant | null> {
  const read = instant.safeParse((await browser.storage.local.get(HEARD))[HEARD]);
  return read.success ? read.data : null;
}

/** Keeps what was heard; `watchPolicy` calls back only where it says something else than before. */
export async function savePolicy(next: Policy, at: Instant): Promise<void> {
  await browser.storage.local.set({ [HEARD]: at });
  if (JSON.stringify(await loadPolicy()) !== JSON.stringify(next))
    await browser.storage.local.set({ [KEPT]: policy.parse(next) });
}

/** Calls back after each change of the policy in force. Returns how to stop. */
export const watchPolicy = (changed: () => void): (() => void) => watchKeys('local', [KEPT], changed);
