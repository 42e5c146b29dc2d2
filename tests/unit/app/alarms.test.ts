import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { awaitMidnight, onAlarm } from '@/utils/app/background/badge';
import { FakeLocks } from '../store/support/locks';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});
afterEach(() => vi.restoreAllMocks());

describe('the alarm of midnight', () => {
  it('is set anew by whoever starts, whether it was lost or came late', async () => {
    await awaitMidnight();
    const { scheduledTime } = (await fakeBrowser.alarms.get('midnight')) ?? {};
    expect(scheduledTime).toBeGreaterThan(Date.now());
    await fakeBrowser.alarms.clearAll();
    await awaitMidnight();
    expect((await fakeBrowser.alarms.get('midnight'))?.scheduledTime).toBe(scheduledTime);
  });

  it('that rings late is set for the next midnight, not for one that is over', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue(undefined);
    vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined);
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-05T09:00:00+08:00'));
    await onAlarm('midnight');
    const { scheduledTime = 0 } = (await fakeBrowser.alarms.get('midnight')) ?? {};
    expect(scheduledTime).toBeGreaterThan(Date.now());
    expect(scheduledTime - Date.now()).toBeLessThanOrEqual(25 * 3_600_000);
  });
});
