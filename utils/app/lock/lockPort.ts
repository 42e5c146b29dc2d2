import type { ReadonlySignal } from '@preact/signals';
import type { BankSettings } from '@/utils/domain/bank/bankSettings';
import type { Instant } from '@/utils/domain/schema/time';
import type { LockSettings } from '@/utils/platform/lock';
import type { LockState as PlatformLockState } from '@/utils/platform/vault';
import type { LockOutcome } from './passphrase';
import type { Strength } from './strength';

export type LockState = PlatformLockState;
export type LockTimes = LockSettings;
export type BankLock = NonNullable<BankSettings['lock']>;

/** `noKey`: what was typed is no recovery key at all; see LockOutcome for the others. */
export type RecoveryOutcome = LockOutcome | { state: 'noKey' };

/** What a page that asks for the passphrase needs of the world. */
export interface UnlockPort {
  state: ReadonlySignal<LockState>;
  /** Whether the bank's policy names a key to which the book's is sealed: then the bank can open it. */
  bankOpens: ReadonlySignal<boolean>;
  /** The file by which the bank tells the 24 words that open this book; null where there is none. */
  fileForBank(): Promise<{ name: string; text: string } | null>;
  unlock(passphrase: string): Promise<LockOutcome>;
  /** A new passphrase by the words of the recovery key. */
  recover(words: string, next: string): Promise<RecoveryOutcome>;
  strengthOf(typed: string): Promise<{ strength: Strength; enough: boolean }>;
  /** The bank requires a passphrase and there is none: it has to be set before anything is shown. */
  mustSetUp: ReadonlySignal<boolean>;
  /** Words of a new recovery key in this language; in force only once `setUp` is given them back. */
  newRecoveryKey(language: string): Promise<readonly string[]>;
  setUp(passphrase: string, words: readonly string[]): Promise<LockOutcome>;
}

/** What the part of the options page about the lock needs besides. */
export interface LockPort extends UnlockPort {
  times: ReadonlySignal<LockTimes>;
  /** What the bank has set of it. */
  bank: ReadonlySignal<BankLock>;
  /** From when on a book without a passphrase stays closed, as the bank requires; null where it does not. */
  closesAt: ReadonlySignal<Instant | null>;
  saveTimes(next: LockTimes): Promise<boolean>;
  /** Keys were changed, and rows under the former ones are left: they are brought over in the background. */
  changingKeys: ReadonlySignal<boolean>;
  /** Another master and another recovery key, given back as `newRecoveryKey` said it, by the present passphrase. */
  renew(present: string, words: readonly string[]): Promise<LockOutcome>;
  change(present: string, next: string): Promise<LockOutcome>;
  remove(present: string): Promise<LockOutcome>;
  lockNow(): void;
}
