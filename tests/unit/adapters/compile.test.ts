import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAddress } from '@/utils/adapters/address';
import { compileAdapter, parseAdapter } from '@/utils/adapters/compile';
import { compileAddress } from '@/utils/adapters/compileAddress';
import * as limits from '@/utils/adapters/limits';
import { selectorProblem } from '@/utils/adapters/selector';
import { MAX_TEXT } from '@/utils/domain/schema/fieldValue';
import { sighting } from '@/utils/domain/schema/sighting';
import { plainAdapter, plainPage } from './build';

const problems = (input: unknown): string => {
  const result = compileAdapter(input);
  return result.ok ? '' : result.error.map(({ path, problem }) => `${path}: ${problem}`).join('\n');
};

const field = (key: string) => ({ key, find: { label: key }, as: { type: 'text' as const } });

describe('an adapter', () => {
  it('that is right is compiled into plain JSON', () => {
    const result = compileAdapter(plainAdapter([plainPage({ fields: [field('mobile')] })]));
    expect(result.ok).toBe(true);
    const compiled = result.ok ? result.value.compiled : null;
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
    expect(compiled?.pages[0]?.labels).toEqual({ who: ['客户号'], all: ['客户号', 'mobile'] });
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing', {}, /format/],
    ['null', null, /expected object/],
    ['a future format', { ...plainAdapter([plainPage()]), format: 2 }, /^format:/],
    ['an unknown key', { ...plainAdapter([plainPage()]), script: 'x' }, /script/],
    ['an unknown key deep inside', plainAdapter([{ ...plainPage(), regex: '^(a+)+$' } as never]), /regex/],
    ['no pages', plainAdapter([]), /^pages:/],
    [
      'too many pages',
      plainAdapter(Array.from({ length: 41 }, (_, i) => plainPage({ id: `p${i}` }))),
      /^pages:/,
    ],
    ['two pages of one id', plainAdapter([plainPage(), plainPage()]), /two pages have one id/],
    ['a * selector', plainAdapter([plainPage({ root: ['*'] })]), /pages\.0\.root\.0: \* selects everything/],
    ['a * within a selector', plainAdapter([plainPage({ root: ['main > *'] })]), /selects everything/],
    ['a selector that ends itself', plainAdapter([plainPage({ root: ['main{}'] })]), /no place/],
    ['too many selectors', plainAdapter([plainPage({ ready: { visible: Array(13).fill('p') } })]), /visible/],
    [
      'too many fields',
      plainAdapter([plainPage({ fields: Array.from({ length: 10_000 }, (_, i) => field(`f${i}`)) })]),
      /fields/,
    ],
    ['a field twice', plainAdapter([plainPage({ fields: [field('mobile'), field('mobile')] })]), /one key/],
    [
      'a key of nowhere',
      plainAdapter([plainPage({ fields: [field('Mobile!')] })]),
      /pages\.0\.fields\.0\.key/,
    ],
    [
      'a script for an address',
      plainAdapter([plainPage({ url: { pathname: 'javascript:alert(1)' } })]),
      /pathname/,
    ],
    [
      'a script for a hash',
      plainAdapter([plainPage({ url: { hash: 'javascript:alert(1)' } })]),
      /not an address/,
    ],
    [
      'an expression in an address',
      plainAdapter([plainPage({ url: { pathname: '/client/:id(\\d+)' } })]),
      /expressions/,
    ],
    ['a rest in the middle', plainAdapter([plainPage({ url: { pathname: '/*/client' } })]), /at the end/],
    ['a name twice', plainAdapter([plainPage({ url: { pathname: '/:id', search: { x: ':id' } } })]), /twice/],
    ['an address that fits all', plainAdapter([plainPage({ url: {} })]), /every address/],
    [
      'an id nobody binds',
      plainAdapter([plainPage({ identity: { id: { url: 'no' }, shape: 'digits' } })]),
      /lacks :no/,
    ],
    ['a host with a path', plainAdapter([plainPage()], { hosts: ['a.example/x'] }), /hosts/],
  ])('with %s is refused, with the place', (_, input, message) => {
    expect(problems(input)).toMatch(message);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the key %s anywhere is refused', (key) => {
    const json = JSON.stringify(plainAdapter([plainPage()])).replace('"main"', `"main"],"x":[{"${key}":1}`);
    const result = parseAdapter(json);
    expect(result.ok ? '' : result.error[0]?.problem).toContain(key);
  });

  it.each<[string, string]>([
    ['empty', ''],
    ['cut off', '{"format":1,'],
    ['5 MB long', `"${'x'.repeat(5_000_000)}"`],
    ['nested 200,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('that is %s is refused', (_, json) => {
    expect(parseAdapter(json).ok).toBe(false);
  });

  it('never throws, whatever it is fed', () => {
    fc.assert(fc.property(fc.anything(), (input) => !compileAdapter(input).ok));
    fc.assert(fc.property(fc.json(), (text) => !parseAdapter(text).ok));
  });
});

describe('an address pattern', () => {
  const match = (pattern: Parameters<typeof compileAddress>[0], address: string) => {
    const groups = matchAddress(compileAddress(pattern), new URL(`http://localhost${address}`));
    return groups && Object.fromEntries(groups);
  };

  it('binds names in paths, parameters and hashes', () => {
    expect(match({ pathname: '/client/:id' }, '/client/12')).toEqual({ id: '12' });
    expect(match({ pathname: '/c_:id.do' }, '/c_12.do')).toEqual({ id: '12' });
    expect(match({ pathname: '/a/*', search: { no: ':no', tab: '*' } }, '/a/b/c?tab=&no=7')).toEqual({
      no: '7',
    });
    expect(match({ hash: '/contacts/:id/show' }, '/x#/contacts/12/show?y=1')).toEqual({ id: '12' });
    expect(match({ hash: '/c', hashSearch: { id: ':id' } }, '/#/c?id=3')).toEqual({ id: '3' });
    expect(match({ pathname: '/client/:id' }, '/client/%E7%8E%8B')).toEqual({ id: '王' });
  });

  it.each<[Parameters<typeof compileAddress>[0], string]>([
    [{ pathname: '/client/:id' }, '/client/'],
    [{ pathname: '/client/:id' }, '/client/1/edit'],
    [{ pathname: '/client/:id' }, '/Client/1'],
    [{ pathname: '/client/:id' }, '/client/%FF'],
    [{ pathname: '/c_:id.do' }, '/c_.do'],
    [{ pathname: '/a/*' }, '/b/a/'],
    [{ search: { no: ':no' } }, '/a'],
    [{ search: { no: ':no' } }, '/a?no=1&no=2'],
    [{ search: { act: 'view' } }, '/a?act=edit'],
    [{ hash: '/c' }, '/a'],
  ])('%j does not fit %s', (pattern, address) => {
    expect(match(pattern, address)).toBeNull();
  });

  it('takes what it is given as it is, and no time over it', () => {
    expect(match({ pathname: '/a.b/:id' }, '/axb/1')).toBeNull();
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const found = match({ pathname: '/x/*', search: { q: ':q' } }, path);
        return found === null || 'q' in found;
      }),
    );
  });
});

describe('a selector', () => {
  it.each([
    'main',
    '#a > .b [data-id]',
    'a[href*="x"]',
    'td:nth-child(2n+1)',
    'section:has(h2)',
    "i[title='*']",
  ])('%s is taken', (selector) => {
    expect(selectorProblem(selector)).toBeNull();
  });

  it.each([
    '',
    ' ',
    '*',
    'a *',
    ':not(*)',
    'a{}',
    'a;b',
    '@import',
    'a/*x*/',
    'a[',
    'a[x="]',
    'a)',
    'a:has(b:has(c))',
    'x'.repeat(201),
    'a\u0000',
    'i[title="\\"]',
  ])('%j is refused', (selector) => {
    expect(selectorProblem(selector)).not.toBeNull();
  });
});

describe('the caps of the reader', () => {
  const text = (length: number) => 'x'.repeat(length);
  const full = {
    adapter: 'test',
    record: { crmId: 'test', entity: 'client', recordId: text(limits.MAX_RECORD_ID) },
    kind: 'individual',
    name: text(limits.MAX_NAME),
    fields: Array.from({ length: limits.MAX_FIELDS }, () => ({
      key: 'name',
      label: text(limits.MAX_LABEL),
      value: { type: 'phone', raw: text(limits.MAX_PHONE), e164: null },
    })),
    contacts: Array.from({ length: limits.MAX_CONTACTS }, () => ({
      day: '2026-02-09',
      minute: null,
      channel: 'phone',
      text: text(limits.MAX_CONTACT_TEXT),
      by: text(limits.MAX_BY),
    })),
  };

  it('are those of the schema', () => {
    expect(limits.MAX_FIELD_TEXT).toBe(MAX_TEXT);
    expect(sighting.safeParse(full).success).toBe(true);
  });

  it.each([
    ['a name', { name: `${full.name}x` }],
    ['a record number', { record: { ...full.record, recordId: `${full.record.recordId}x` } }],
    ['fields', { fields: [...full.fields, full.fields[0]] }],
    ['contacts', { contacts: [...full.contacts, full.contacts[0]] }],
    ['a label', { fields: [{ ...full.fields[0], label: text(limits.MAX_LABEL + 1) }] }],
    [
      'a phone',
      {
        fields: [
          { ...full.fields[0], value: { type: 'phone', raw: text(limits.MAX_PHONE + 1), e164: null } },
        ],
      },
    ],
    ['a contact', { contacts: [{ ...full.contacts[0], text: text(limits.MAX_CONTACT_TEXT + 1) }] }],
    ['a contact’s author', { contacts: [{ ...full.contacts[0], by: text(limits.MAX_BY + 1) }] }],
  ])('leave no room above: %s', (_, change) => {
    expect(sighting.safeParse({ ...full, ...change }).success).toBe(false);
  });
});
