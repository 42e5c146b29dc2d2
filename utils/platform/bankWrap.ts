import { browser } from 'wxt/browser';
import { type BankWrap, bankWrap } from '@/utils/domain/schema/bankWrap';
import { KEPT_WRAP } from './vault';

/** The way by which the bank opens this book; null where there is none or it is garbled. */
export async function readBankWrap(): Promise<BankWrap | null> {
  const kept = bankWrap.safeParse((await browser.storage.local.get(KEPT_WRAP))[KEPT_WRAP]);
  return kept.success ? kept.data : null;
}

export const writeBankWrap = (wrap: BankWrap): Promise<void> =>
  browser.storage.local.set({ [KEPT_WRAP]: bankWrap.parse(wrap) });

export const dropBankWrap = (): Promise<void> => browser.storage.local.remove(KEPT_WRAP);
