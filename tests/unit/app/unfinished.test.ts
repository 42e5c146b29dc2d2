import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Subject } from '@/utils/app/command';
import { forgetUnfinished, lastUnfinished, rememberUnfinished } from '@/utils/app/unfinished';
import { aClientId } from '../domain/build';

const client = (n: number): Subject => ({ type: 'client', clientId: aClientId(n) });
const sighted = (recordId: string, name = '王丽华'): Subject => ({
  type: 'sighted',
  sighting: {
    adapter: 'demo-modern',
    record: { crmId: 'demo-bank', entity: 'individual', recordId },
    kind: 'individual',
    name,
    fields: [],
    contacts: [],
  },
});

describe('the draft the popup kept last', () => {
  beforeEach(() => fakeBrowser.reset());

  it.each([
    ['a client', client(1), client(1), client(2)],
    ['a record, whatever its page shows now', sighted('1'), sighted('1', '王**'), sighted('2')],
  ])('of %s is forgotten with that very draft, not with another', async (_, kept, same, other) => {
    expect(await lastUnfinished()).toBeNull();
    await rememberUnfinished(kept);
    await forgetUnfinished(other);
    expect(await lastUnfinished()).toEqual(kept);
    await forgetUnfinished(same);
    expect(await lastUnfinished()).toBeNull();
  });
});
