import { type Instant, instant } from '@/utils/domain/schema/time';
import { readDue, writeDue } from '@/utils/platform/passphraseDue';
import { loadBank, watchBank } from '@/utils/platform/policyBank';
import { inLine } from '../inLine';

const DAY_MS = 86_400_000;

const inDue = inLine('passphraseDue');

/**
 * Writes down from when on a book without a passphrase stays closed, as the bank's policy says now. The days of grace
 * count from when that was first heard: a browser that starts anew does not begin them again.
 */
export const keepPassphraseRule = (now: Instant): Promise<void> =>
  inDue(async () => {
    const [{ bank }, kept] = await Promise.all([loadBank(), readDue()]);
    if (bank.lock?.required !== true) {
      if (kept) await writeDue(null);
      return;
    }
    const since = kept?.since ?? now;
    const from = instant.parse(since + (bank.lock.graceDays ?? 0) * DAY_MS);
    if (kept?.from !== from) await writeDue({ since, from });
  });

/** Follows the bank's policy from the worker's start on. */
export function followPassphraseRule(): void {
  const keep = (): void => void keepPassphraseRule(instant.parse(Date.now()));
  watchBank(keep);
  keep();
}
