import { signal } from '@preact/signals';
import { bankWrapFile } from '@/utils/domain/schema/bankWrap';
import type { Settings } from '@/utils/domain/schema/settings';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { readBankWrap } from '@/utils/platform/bankWrap';
import { loadLockSettings, saveLockSettings, watchLockSettings } from '@/utils/platform/lock';
import { readDue } from '@/utils/platform/passphraseDue';
import { loadBank, watchBank } from '@/utils/platform/policyBank';
import { loadSettings } from '@/utils/platform/settings';
import { lockState, mustSetUp, readFormer, readMaster, watchFormer, watchLock } from '@/utils/platform/vault';
import type { BankLock, LockPort, UnlockPort } from './lock/lockPort';
import type { LockTools } from './lock/passphrase';
import { lockHere } from './lockHere';

const loadPassphrase = () => import('./lock/passphrase');
const loadRecovery = () => import('./lock/recoveryKey');

/** Bytes of a recovery key. */
const RECOVERY_LENGTH = 32;

const tools = async (): Promise<LockTools> => ({
  stretch: (await import('./lock/stretchAside')).stretchAside,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => instant.parse(Date.now()),
});

/** Whether rows under the former keys are left, as far as an open book tells. */
async function isChangingKeys(): Promise<boolean> {
  const [master, former] = await Promise.all([readMaster(), readFormer()]);
  if (former === null || !(master instanceof Uint8Array)) return false;
  const { formerKeysOf } = await import('@/utils/store/crypto/former');
  return (await formerKeysOf(master, former)) !== null;
}

/** All that a page needs which asks for the passphrase and does nothing else. */
export async function openUnlock(): Promise<{ port: UnlockPort; theme: Settings['theme'] }> {
  const [port, { theme }] = await Promise.all([openLockPort(), loadSettings()]);
  return { port, theme };
}

/** The lock's port in a browser. What opens and seals is loaded when it is first asked for. */
export async function openLockPort(): Promise<LockPort> {
  const state = signal(await lockState());
  const times = signal(await loadLockSettings());
  const changingKeys = signal(await isChangingKeys());
  const mustSetUpNow = signal(await mustSetUp());
  const closesAt = signal<Instant | null>(null);
  const lookAtSetUp = (): void => {
    void mustSetUp().then((must) => {
      mustSetUpNow.value = must;
    });
    void readDue().then((due) => {
      closesAt.value = due?.from ?? null;
    });
  };
  lookAtSetUp();
  const lookAtKeys = () =>
    void isChangingKeys().then((changing) => {
      changingKeys.value = changing;
    });
  const { bank: set } = await loadBank();
  const bank = signal<BankLock>(set.lock ?? {});
  const bankOpens = signal(set.recoveryKey !== undefined);
  watchBank((reading) => {
    bank.value = reading.bank.lock ?? {};
    bankOpens.value = reading.bank.recoveryKey !== undefined;
  });
  watchLock((next) => {
    state.value = next;
    lookAtKeys();
    lookAtSetUp();
  });
  watchLockSettings((next) => {
    times.value = next;
  });
  watchFormer(lookAtKeys);
  return {
    state,
    times,
    bank,
    closesAt,
    bankOpens,
    mustSetUp: mustSetUpNow,
    fileForBank: async () => {
      const wrap = await readBankWrap();
      if (!wrap) return null;
      const file = bankWrapFile.parse({ zhibi: 'recovery', ...wrap });
      return { name: `zhibi-recovery-${wrap.kid}.json`, text: `${JSON.stringify(file)}\n` };
    },
    saveTimes: (next) =>
      saveLockSettings(next).then(
        () => true,
        () => false,
      ),
    unlock: async (passphrase) => (await loadPassphrase()).unlock(passphrase, await tools()),
    recover: async (words, next) => {
      const recoveries = await (await loadRecovery()).recoveryEntropies(words);
      if (recoveries.length === 0) return { state: 'noKey' };
      return (await loadPassphrase()).recoverBy(recoveries, next, await tools());
    },
    strengthOf: async (typed) => {
      const { isStrongEnough, strengthOf } = await import('./lock/strength');
      const strength = await strengthOf(typed);
      return { strength, enough: isStrongEnough(typed, strength) };
    },
    newRecoveryKey: async (language) => {
      const entropy = crypto.getRandomValues(new Uint8Array(RECOVERY_LENGTH));
      return (await loadRecovery()).recoveryWords(entropy, language);
    },
    setUp: async (passphrase, words) => {
      const [recovery] = await (await loadRecovery()).recoveryEntropies(words.join(' '));
      if (!recovery) return { state: 'failed' };
      return (await loadPassphrase()).setUpPassphrase(passphrase, recovery, await tools());
    },
    changingKeys,
    renew: async (present, words) => {
      const [recovery] = await (await loadRecovery()).recoveryEntropies(words.join(' '));
      if (!recovery) return { state: 'failed' };
      return (await loadPassphrase()).renewKeys(present, recovery, await tools());
    },
    change: async (present, next) => (await loadPassphrase()).changePassphrase(present, next, await tools()),
    remove: async (present) => {
      if ((await loadBank()).bank.lock?.required === true) return { state: 'failed' };
      return (await loadPassphrase()).removePassphrase(present, await tools());
    },
    lockNow: () => void lockHere(),
  };
}
