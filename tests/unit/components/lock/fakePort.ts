import { type Signal, signal } from '@preact/signals';
import type { BankLock, LockPort, LockState, LockTimes, RecoveryOutcome } from '@/utils/app/lock/lockPort';
import { isStrongEnough } from '@/utils/app/lock/strength';
import type { Instant } from '@/utils/domain/schema/time';

export const WORDS = Array.from({ length: 24 }, (_, i) => `word${i + 1}`);
export const PASSPHRASE = 'correct horse battery';

/** A lock that remembers what it was told; everything works unless a test says otherwise. */
export interface FakeLock {
  port: LockPort;
  state: Signal<LockState>;
  changingKeys: Signal<boolean>;
  bank: Signal<BankLock>;
  closesAt: Signal<Instant | null>;
  bankOpens: Signal<boolean>;
  mustSetUp: Signal<boolean>;
  calls: string[];
  /** What becomes of the next deeds. */
  answers: RecoveryOutcome[];
}

export function fakeLock(start: LockState = 'none'): FakeLock {
  const state = signal<LockState>(start);
  const times = signal<LockTimes>({ idleMinutes: 15, deadlineHours: 12 });
  const changingKeys = signal(false);
  const bank = signal<BankLock>({});
  const closesAt = signal<Instant | null>(null);
  const bankOpens = signal(false);
  const mustSetUp = signal(false);
  const calls: string[] = [];
  const answers: RecoveryOutcome[] = [];
  const next = (): RecoveryOutcome => answers.shift() ?? { state: 'done' };
  /** A deed that never finds a word that is none. */
  const deed = async (call: string, then: LockState) => {
    calls.push(call);
    const outcome = next();
    if (outcome.state === 'noKey') throw new Error('no such answer');
    if (outcome.state === 'done') state.value = then;
    return outcome;
  };
  const port: LockPort = {
    state,
    bankOpens,
    mustSetUp,
    fileForBank: async () => ({ name: 'zhibi-recovery-0011223344556677.json', text: '{}' }),
    times,
    bank,
    closesAt,
    saveTimes: async (wanted) => {
      calls.push(`times ${wanted.idleMinutes} ${wanted.deadlineHours}`);
      times.value = wanted;
      return true;
    },
    unlock: (passphrase) => deed(`unlock ${passphrase}`, 'open'),
    recover: async (words, passphrase) => {
      calls.push(`recover ${words} ${passphrase}`);
      const outcome = next();
      if (outcome.state === 'done') state.value = 'open';
      return outcome;
    },
    strengthOf: async (typed) => {
      const strength = typed.length > 12 ? 4 : 1;
      return { strength, enough: isStrongEnough(typed, strength) };
    },
    newRecoveryKey: async () => WORDS,
    setUp: (passphrase, words) => deed(`setUp ${passphrase} ${words.length}`, 'open'),
    changingKeys,
    renew: (present, words) => deed(`renew ${present} ${words.length}`, 'open'),
    change: (present, wanted) => deed(`change ${present} ${wanted}`, 'open'),
    remove: (present) => deed(`remove ${present}`, 'none'),
    lockNow: () => {
      calls.push('lockNow');
      state.value = 'locked';
    },
  };
  return { port, state, changingKeys, bank, closesAt, bankOpens, mustSetUp, calls, answers };
}
