import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hearPolicy, STILL_HOLDS_MS } from '@/utils/app/background/policy';
import { instant } from '@/utils/domain/schema/time';
import { loadPolicy, NO_POLICY, policyIn, watchPolicy } from '@/utils/platform/policy';
import { loadSettings, saveSettings, watchSettings } from '@/utils/platform/settings';
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

  it('sets the prompts too, kept apart from the adapters, and ends with the policy', async () => {
    let heard: number | null = null;
    const stop = watchSettings(({ promptsPerClient }) => {
      heard = promptsPerClient;
    });
    await managed.set({ promptsPerClient: 2, rules: { birthday: { on: false } } });
    await hearPolicy(false, at(0));
    await vi.waitFor(() => expect(heard).toBe(2), 20_000);
    expect((await loadSettings()).rulesOff).toEqual(['birthday']);
    await saveSettings({ ...(await loadSettings()), theme: 'dark', promptsPerClient: 9, rulesOff: [] });
    expect(await loadSettings()).toMatchObject({
      promptsPerClient: 2,
      rulesOff: ['birthday'],
      theme: 'dark',
    });
    await managed.clear();
    await hearPolicy(true, at(1));
    expect(await loadSettings()).toMatchObject({ promptsPerClient: 3, rulesOff: [], theme: 'dark' });
    stop();
  });

  it('has a schema that Chromium takes, with a place for every key that is read', () => {
    const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
    const all = Object.fromEntries(Object.keys(properties).map((key) => [key, 1]));
    const read = policyIn(all);
    const parts = [...Object.keys(read?.method ?? {}), ...Object.keys(read?.bank ?? {})];
    expect(parts.length + 4).toBe(Object.keys(all).length);
    // A range on anything but an integer makes Chromium refuse the whole extension.
    const ranged = (node: unknown): string[] =>
      typeof node !== 'object' || node === null
        ? []
        : [
            ...(('minimum' in node || 'maximum' in node) && (!('type' in node) || node.type !== 'integer')
              ? [JSON.stringify(node)]
              : []),
            ...Object.values(node).flatMap(ranged),
          ];
    expect(ranged(properties)).toEqual([]);
  });
});
