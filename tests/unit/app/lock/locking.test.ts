import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followLock, lockNow, onIdle, onLockAlarm, resumeLock } from '@/utils/app/background/lock';
import { setUpPassphrase, unlock } from '@/utils/app/lock/passphrase';
import { saveLockSettings } from '@/utils/platform/lock';
import { beginClosing, type LockState, lockState, readMaster, watchLock } from '@/utils/platform/vault';
import { aBook, MASTER, opensWhatIsOf, RECOVERY, restart, tools } from './world';

const PASSPHRASE = '春江花月夜 2026';
const intervals: number[] = [];

beforeEach(async () => {
  await aBook();
  intervals.length = 0;
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation(() => undefined);
  vi.spyOn(fakeBrowser.idle, 'setDetectionInterval').mockImplementation((seconds) => intervals.push(seconds));
  await setUpPassphrase(PASSPHRASE, RECOVERY, tools);
});
afterEach(() => vi.restoreAllMocks());

describe('locking', () => {
  it('blanks every page first, leaves the keys for what was typed, then takes them away', async () => {
    const told: [LockState, boolean][] = [];
    const stop = watchLock((state) => {
      void readMaster().then((master) => told.push([state, master !== 'locked']));
    });
    expect(await lockNow()).toBe('open');
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1), 20_000);
    stop();
    expect(told[0]).toEqual(['locked', true]);
    expect(told.at(-1)).toEqual(['locked', false]);
    expect(await readMaster()).toBe('locked');
  });

  it('does nothing where there is no passphrase, or where it has been done', async () => {
    await lockNow();
    expect(await lockNow()).toBe('locked');
    await aBook();
    expect(await lockNow()).toBe('none');
    expect(await readMaster()).toEqual(MASTER);
  });

  it('that a stopped worker began is ended by the next', async () => {
    await beginClosing();
    expect(await lockState()).toBe('locked');
    expect(await opensWhatIsOf(MASTER)).toBe(true);
    await resumeLock();
    expect(await readMaster()).toBe('locked');
  });

  it('comes with the screen, and with nobody there once the house is kept', async () => {
    const seen: LockState[] = [];
    const rest = async () => void seen.push(await lockState());
    await onIdle('active', rest);
    await onIdle('idle', rest);
    expect([...seen, await lockState()]).toEqual(['open', 'locked']);
    await unlock(PASSPHRASE, tools);
    await onIdle('locked', rest);
    expect([...seen, await lockState()]).toEqual(['open', 'locked', 'locked']);
  });

  it('comes at the deadline, for which an alarm is set at the unlock', async () => {
    followLock();
    await restart();
    await saveLockSettings({ idleMinutes: 5, deadlineHours: 2 });
    const now = Date.now();
    await unlock(PASSPHRASE, tools);
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('lockDeadline')).toBeDefined(), 20_000);
    const { scheduledTime = 0 } = (await fakeBrowser.alarms.get('lockDeadline')) ?? {};
    expect(scheduledTime - now).toBeGreaterThanOrEqual(2 * 3_600_000);
    expect(intervals.at(-1)).toBe(300);
    await onLockAlarm('midnight');
    expect(await lockState()).toBe('open');
    await onLockAlarm('lockDeadline');
    expect(await lockState()).toBe('locked');
  });
});
