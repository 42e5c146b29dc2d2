import { describe, expect, it } from 'vitest';
import type { RawSighting } from '@/utils/adapters/compiled';
import { isUnchanged, withoutLeftovers } from '@/utils/adapters/leftovers';

const CONTACT = { day: '2026-02-09', channel: '电话', text: '回访', by: '陈思远' };

function seen(recordId: string, texts: Record<string, string>, contacts = [CONTACT]): RawSighting {
  return {
    adapter: 'test',
    page: 'detail',
    record: { crmId: 'test', entity: 'client', recordId },
    kind: 'individual',
    name: '王丽华',
    fields: Object.entries(texts).map(([key, text]) => ({ key, label: key, text })),
    lists: [contacts],
  };
}

const keys = ({ fields }: RawSighting) => fields.map(({ key }) => key);

describe('what is left of the client before', () => {
  const before = seen('1', {
    mobile: '13800006621',
    address: '临澜市滨江区望江路 88 号',
    level: '财富',
    day: '1981-05-24',
  });
  const spouse = seen('2', {
    mobile: '13900001111',
    address: '临澜市滨江区望江路 88 号',
    level: '财富',
    day: '1979-01-02',
  });

  it('is not said of the next one while the page may still be waiting for answers', () => {
    expect(keys(withoutLeftovers(spouse, before, false))).toEqual(['mobile', 'level', 'day']);
  });

  it('is said once the page has settled, if it is little: spouses have one address', () => {
    expect(keys(withoutLeftovers(spouse, before, true))).toEqual(['mobile', 'address', 'level', 'day']);
  });

  it('is never said where half of all that tells clients apart is the same', () => {
    const stale = seen('2', {
      mobile: '13800006621',
      address: '临澜市滨江区望江路 88 号',
      level: '金卡',
      day: '1979-01-02',
    });
    expect(keys(withoutLeftovers(stale, before, true))).toEqual(['level', 'day']);
  });

  it('does not take words that many clients share for leftovers', () => {
    expect(keys(withoutLeftovers(seen('2', { level: '财富' }), before, false))).toEqual(['level']);
  });

  it('leaves out a list of contacts that reads word for word as the last one', () => {
    expect(withoutLeftovers(spouse, before, true).lists).toEqual([[]]);
    const own = seen('2', {}, [{ ...CONTACT, text: '面谈' }]);
    expect(withoutLeftovers(own, before, false).lists).toEqual(own.lists);
    // Another tab of the record names other lists before it.
    const onOther = { ...own, lists: [[{ name: '国债' }], [CONTACT]] };
    expect(withoutLeftovers(onOther, before, true).lists).toEqual([[{ name: '国债' }], []]);
  });

  it('is everything where nothing on the page has changed', () => {
    expect(isUnchanged({ ...before, record: spouse.record }, before)).toBe(true);
    expect(isUnchanged(spouse, before)).toBe(false);
  });
});
