import { beforeEach, describe, expect, it } from 'vitest';
import { keepPassphraseRule } from '@/utils/app/background/passphraseRule';
import { setUpPassphrase } from '@/utils/app/lock/passphrase';
import type { BankSettings } from '@/utils/domain/bank/bankSettings';
import { instant } from '@/utils/domain/schema/time';
import { readDue } from '@/utils/platform/passphraseDue';
import { NO_POLICY, savePolicy } from '@/utils/platform/policy';
import { lockState, mustSetUp, readMaster, watchLock } from '@/utils/platform/vault';
import { aBook, MASTER, opensWhatIsOf, RECOVERY, restart, tools } from './world';

const NOW = Date.now();
const DAY = 86_400_000;
const at = (ms: number) => instant.parse(NOW + ms);

const bankSays = async (lock: NonNullable<BankSettings['lock']>, after = 0): Promise<void> => {
  await savePolicy({ ...NO_POLICY, bank: { lock } }, at(after));
  await keepPassphraseRule(at(after));
};

beforeEach(aBook);

describe('a book whose bank requires a passphrase', () => {
  it('is closed without one, to everybody, until it is set', async () => {
    await bankSays({ required: true }, -1000);
    expect(await lockState()).toBe('locked');
    expect(await mustSetUp()).toBe(true);
    expect(await readMaster()).toBe('locked');
    expect(await setUpPassphrase('春江花月夜 2026', RECOVERY, tools)).toEqual({ state: 'done' });
    expect(await lockState()).toBe('open');
    expect(await mustSetUp()).toBe(false);
    expect(await opensWhatIsOf(MASTER)).toBe(true);
    await restart();
    // Then it is locked like any other.
    expect(await lockState()).toBe('locked');
    expect(await mustSetUp()).toBe(false);
  });

  it('is open in the days of grace, which count from when that was first heard', async () => {
    await bankSays({ required: true, graceDays: 3 }, -2 * DAY);
    expect(await lockState()).toBe('none');
    await bankSays({ required: true, graceDays: 3 });
    expect((await readDue())?.from).toBe(NOW + DAY);
    await bankSays({ required: true, graceDays: 1 });
    expect(await lockState()).toBe('locked');
  });

  it('tells every context when it is closed, and opens again when the bank requires none any more', async () => {
    const states: string[] = [];
    const stop = watchLock((state) => states.push(state));
    await bankSays({ required: true }, -1000);
    await expect.poll(() => states.at(-1)).toBe('locked');
    await bankSays({});
    await expect.poll(() => states.at(-1)).toBe('none');
    stop();
    expect(await readMaster()).toEqual(MASTER);
    expect(await readDue()).toBeNull();
  });
});
