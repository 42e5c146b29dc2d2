import type { RecoveryOutcome } from '@/utils/app/lock/lockPort';
import { t } from '../ui/words';

/** What is said when something was not opened; null where it was. The same words for every mistake. */
export function outcomeWords(outcome: RecoveryOutcome, by: 'passphrase' | 'recovery'): string | null {
  switch (outcome.state) {
    case 'done':
      return null;
    case 'wait':
      return t('lock.wait', Math.ceil(outcome.ms / 1000));
    case 'failed':
      return t('lock.failed');
    case 'noKey':
      return t('lock.noKey');
    case 'wrong':
      return t(by === 'passphrase' ? 'lock.wrong' : 'lock.wrongKey');
  }
}
