import { browser } from 'wxt/browser';
import { type BankReading, bankIn } from '@/utils/domain/bank/bankSettings';
import { methodIn } from './policyMethod';
import { watchKeys } from './watchKeys';

/** Where the bank's word on everything but adapters and prompts lies, as it was last heard. */
export const KEPT_BANK = 'policyBank';

/** The bank's settings in force, and those that cannot be read. */
export const loadBank = async (): Promise<BankReading> =>
  bankIn(methodIn((await browser.storage.local.get(KEPT_BANK))[KEPT_BANK]));

/** Calls back with them after each change. Returns how to stop. */
export const watchBank = (changed: (reading: BankReading) => void): (() => void) =>
  watchKeys('local', [KEPT_BANK], (now) => changed(bankIn(methodIn(now[KEPT_BANK]))));
