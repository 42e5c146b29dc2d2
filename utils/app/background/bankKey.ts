import { watchBank } from '@/utils/platform/policyBank';
import { watchLock } from '@/utils/platform/vault';
import { keepForBank } from '../lock/bankKey';

const keep = (): void =>
  void keepForBank().catch((error: unknown) => console.error('wrapping for the bank failed', error));

/**
 * Sees to it that the bank can open the book where its policy says so, and cannot where it does not: when the policy
 * changes, the book is unlocked or its keys are changed, and whenever the worker starts (decision 041).
 */
export function followBankKey(): void {
  watchBank(keep);
  watchLock(keep);
  keep();
}
