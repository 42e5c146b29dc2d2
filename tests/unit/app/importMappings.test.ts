import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MOST_MAPPINGS, openMappings } from '@/utils/app/import/mappings';
import type { Understood } from '@/utils/import/guess';

const HOW: Understood = { kind: 'clients', headings: 0, mapping: ['who.name', null] };

describe('how sheets were understood', () => {
  beforeEach(() => fakeBrowser.reset());

  it('is known again by the headings, in another page too', async () => {
    (await openMappings()).put('姓名|电话', HOW);
    const later = await openMappings();
    expect(later.find('姓名|电话')).toEqual(HOW);
    expect(later.find('姓名')).toBeNull();
  });

  it('keeps nothing of the headings themselves: a row of a client may have been taken for them', async () => {
    (await openMappings()).put('王丽华|13800001234', HOW);
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(stored).toContain('who.name');
    expect(stored).not.toMatch(/王丽华|13800001234/);
  });

  it('forgets the one used longest ago, and begins anew with what it cannot read', async () => {
    const mappings = await openMappings();
    for (let at = 0; at <= MOST_MAPPINGS; at += 1) mappings.put(`表${at}`, HOW);
    expect(mappings.find('表0')).toBeNull();
    expect(mappings.find(`表${MOST_MAPPINGS}`)).toEqual(HOW);
    await fakeBrowser.storage.local.set({ importMappings: [{ headings: 1 }] });
    expect((await openMappings()).find('表1')).toBeNull();
  });
});
