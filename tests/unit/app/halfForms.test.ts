import { describe, expect, it } from 'vitest';
import { readEventForms } from '@/utils/app/eventForms';
import { readForms } from '@/utils/app/halfForms';
import { aClientId } from '../domain/build';

const yuan = { minor: '100', currency: 'CNY' };

describe('half-filled forms', () => {
  it('are read as far as they were filled', () => {
    const forms = {
      'holdings|new': { kind: 'wealth', amount: yuan },
      'opportunities|new': { product: null, step: '约面谈', due: '2026-11-30' },
      'quiet|new': { until: null, reason: '出国' },
    };
    expect(readForms(forms)).toEqual(forms);
  });

  it('are nothing where they cannot be read, and what nobody knows is dropped', () => {
    expect(readForms(null)).toEqual({});
    expect(readForms({ 'holdings|new': 'x' })).toEqual({});
    expect(readForms({ 'elsewhere|new': { a: 1 }, 'credit|new': { amount: 'viel', extra: 1 } })).toEqual({});
    expect(readForms({ 'credit|new': { collateral: '厂房', extra: 1 } })).toEqual({
      'credit|new': { collateral: '厂房' },
    });
  });

  it('keep no personal data of a minor', () => {
    const child = { role: 'child', stage: 'primary', name: '小明', phone: '1', note: 'x' };
    expect(readForms({ 'people|new': child })).toEqual({
      'people|new': { role: 'child', stage: 'primary', name: null, phone: null, note: null },
    });
    const grown = { ...child, stage: 'working' };
    expect(readForms({ 'people|new': grown })).toEqual({ 'people|new': grown });
  });
});

describe('half-filled forms of group events', () => {
  const id = 'e'.repeat(24);

  it('are read by section and event, as far as they were filled', () => {
    const forms = {
      'event|new': { name: '春茶会', day: null, minute: 840 },
      [`begun|${id}`]: { name: '春茶会', day: '2026-11-28', minute: null, place: null },
      [`ticked|${id}`]: { ids: [aClientId(1)] },
      [`came|${id}`]: { marks: { ['c'.repeat(24)]: 'came' }, words: '聊了养老' },
      [`newcomer|${id}`]: { name: '方圆', phone: '138', by: null },
    };
    expect(readEventForms(forms)).toEqual(forms);
  });

  it('are nothing where they cannot be read, and no form of a client’s facts among them', () => {
    expect(readEventForms([1])).toEqual({});
    expect(readEventForms({ [`begun|${id}`]: { name: '', day: '2026-02-30' } })).toEqual({});
    expect(
      readEventForms({ [`ticked|${id}`]: { ids: ['x'] }, 'credit|new': { collateral: '厂房' } }),
    ).toEqual({});
    expect(readForms({ 'event|new': { name: '春茶会' } })).toEqual({});
  });
});
