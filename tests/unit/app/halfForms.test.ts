import { describe, expect, it } from 'vitest';
import { readForms } from '@/utils/app/halfForms';

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
