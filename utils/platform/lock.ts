import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { BankSettings } from '@/utils/domain/bank/bankSettings';
import { KEPT_BANK, loadBank } from './policyBank';
import { watchKeys } from './watchKeys';

const KEY = 'lockSettings';

/** When a book with a passphrase locks by itself. */
export const lockSettings = z.strictObject({
  /** Minutes without a hand on this computer. */
  idleMinutes: z.int().check(z.gte(1), z.lte(240)),
  /** Hours after an unlock, whatever is done meanwhile. */
  deadlineHours: z.int().check(z.gte(1), z.lte(24)),
});
export type LockSettings = z.infer<typeof lockSettings>;

export const STARTING_LOCK_SETTINGS: LockSettings = { idleMinutes: 15, deadlineHours: 12 };

function parse(stored: unknown): LockSettings {
  const read = lockSettings.safeParse(stored);
  return read.success ? read.data : STARTING_LOCK_SETTINGS;
}

/** What the bank has set stands in place of the user's own. */
const withBank = (own: LockSettings, { lock }: BankSettings): LockSettings => ({
  idleMinutes: lock?.idleMinutes ?? own.idleMinutes,
  deadlineHours: lock?.deadlineHours ?? own.deadlineHours,
});

const loadOwn = async (): Promise<LockSettings> => parse((await browser.storage.local.get(KEY))[KEY]);

/** The settings in force; the starting ones where none are kept or what is kept cannot be read. */
export async function loadLockSettings(): Promise<LockSettings> {
  const [own, { bank }] = await Promise.all([loadOwn(), loadBank()]);
  return withBank(own, bank);
}

/** Keeps them; every context hears of it. What the bank has set stays as the user last had it. */
export async function saveLockSettings(next: LockSettings): Promise<void> {
  const [own, { bank }] = await Promise.all([loadOwn(), loadBank()]);
  const kept = {
    idleMinutes: bank.lock?.idleMinutes === undefined ? next.idleMinutes : own.idleMinutes,
    deadlineHours: bank.lock?.deadlineHours === undefined ? next.deadlineHours : own.deadlineHours,
  };
  await browser.storage.local.set({ [KEY]: lockSettings.parse(kept) });
}

/** Calls back after each change, in this context or another, also of what the bank has set. Returns how to stop. */
export const watchLockSettings = (changed: (settings: LockSettings) => void): (() => void) =>
  watchKeys('local', [KEY, KEPT_BANK], () => void loadLockSettings().then(changed));
