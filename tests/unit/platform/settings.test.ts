import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { loadSettings, saveSettings, watchSettings } from '@/utils/platform/settings';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

describe('the settings', () => {
  beforeEach(() => fakeBrowser.reset());

  it('are the starting values until some are kept', async () => {
    expect(await loadSettings()).toEqual(defaultSettings(ZONE));
  });

  it('are heard of wherever they are watched', async () => {
    const heard: number[] = [];
    const stop = watchSettings((settings) => heard.push(settings.cadence.A));
    const wanted = { ...defaultSettings(ZONE), cadence: { ...defaultSettings(ZONE).cadence, A: 21 } };
    await saveSettings(wanted);
    expect(await loadSettings()).toEqual(wanted);
    stop();
    await saveSettings(defaultSettings(ZONE));
    expect(heard).toEqual([21]);
  });

  it('fall back to the starting values where what is kept cannot be read', async () => {
    await fakeBrowser.storage.local.set({ settings: { zone: 7 } });
    expect(await loadSettings()).toEqual(defaultSettings(ZONE));
  });
});
