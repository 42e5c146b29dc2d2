import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hearPolicy, STILL_HOLDS_MS } from '@/utils/app/background/policy';
import { instant } from '@/utils/domain/schema/time';
import { loadPolicy, NO_POLICY, policyIn, watchPolicy } from '@/utils/platform/policy';
import { FakeLocks } from '../../store/support/locks';

const NOW = Date.UTC(2026, 10, 20);
const at = (ms: number) => instant.parse(NOW + ms);
const { managed } = fakeBrowser.storage;
const SET = { ...NO_POLICY, ownAdapters: false };

describe('what the bank has set', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
  });

  it('is taken over as it is heard, and told once where it says something else', async () => {
    let told = 0;
    const stop = watchPolicy(() => {
      told += 1;
    });
    await managed.set({ ownAdapters: false, adapterKeys: ['k'] });
    await hearPolicy(false, at(0));
    expect(await loadPolicy()).toEqual({ ...SET, adapterKeys: ['k'] });
    await hearPolicy(false, at(1));
    stop();
    expect(told).toBe(1);
  });

  it('holds on while a browser says nothing, which may not have heard yet; not for ever', async () => {
    await managed.set({ ownAdapters: false });
    await hearPolicy(false, at(0));
    await managed.clear();
    await hearPolicy(false, at(STILL_HOLDS_MS - 1));
    expect(await loadPolicy()).toEqual(SET);
    await hearPolicy(false, at(STILL_HOLDS_MS));
    expect(await loadPolicy()).toEqual(NO_POLICY);
  });

  it('ends at once where the browser says that it has been taken away', async () => {
    await managed.set({ ownAdapters: false });
    await hearPolicy(false, at(0));
    await managed.clear();
    await hearPolicy(true, at(1));
    expect(await loadPolicy()).toEqual(NO_POLICY);
  });

  it('is nothing where nothing was ever set', async () => {
    await hearPolicy(true, at(0));
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('is read for what it means: a no in other words is a no, a list that is none is told', () => {
    expect(policyIn({ other: 1 })).toBeNull();
    expect(policyIn({ ownAdapters: 'false' })?.ownAdapters).toBe(false);
    expect(policyIn({ ownAdapters: true })?.ownAdapters).toBe(true);
    expect(policyIn({ namelessReminders: 'yes' })?.namelessReminders).toBe(true);
    expect(policyIn({ namelessReminders: false })).toEqual(NO_POLICY);
    expect(policyIn({ adapters: 'x' })).toEqual({ ...NO_POLICY, adapters: ['x'] });
    expect(policyIn({ adapters: Array(99).fill(1) })?.adapters).toHaveLength(20);
  });
});
