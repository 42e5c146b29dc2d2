import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAdapter } from '@/utils/adapters/compile';
import { toE164 } from '@/utils/adapters/interpret';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { cleanText } from '@/utils/adapters/text';
import { transform } from '@/utils/adapters/transforms/transform';
import { compiled, plainAdapter, plainPage } from '../adapters/build';
import { isVisible, openPage } from '../adapters/page';

const BAD = 'tests/fixtures/bad';
const textOf = (...file: string[]): string => readFileSync(path.join(BAD, ...file), 'utf8');

interface BadAdapter {
  file: string;
  path: string;
  says: string;
}
const ADAPTERS: readonly BadAdapter[] = JSON.parse(textOf('adapters.json'));

describe('T11: a hostile adapter', () => {
  it('is here for every file', () => {
    expect(ADAPTERS.map(({ file }) => file).toSorted()).toEqual(
      readdirSync(path.join(BAD, 'adapters')).toSorted(),
    );
  });

  it.each(ADAPTERS.map((one) => [one.file, one] as const))('%s is refused, with the place', (file, one) => {
    const read = parseAdapter(textOf('adapters', file));
    const said = read.ok ? [] : read.error.map((problem) => `${problem.path}: ${problem.problem}`);
    expect(said.join('\n')).toContain(one.says);
    expect(
      said.some((line) => line.startsWith(one.path)),
      said.join('\n'),
    ).toBe(true);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });

  const large: readonly (readonly [string, () => string])[] = [
    ['5 MB', () => `"${'x'.repeat(5_000_000)}"`],
    ['200,000 levels', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      '10,000 selectors',
      () => JSON.stringify(plainAdapter([plainPage({ root: Array(10_000).fill('main') as [string] })])),
    ],
    [
      '10,000 fields',
      () =>
        JSON.stringify(
          plainAdapter([
            plainPage({
              fields: Array.from({ length: 10_000 }, (_, n) => ({
                key: `f${n}`,
                find: { label: 'x' },
                as: { type: 'text' as const },
              })),
            }),
          ]),
        ),
    ],
    [
      'an entity of 500 letters',
      () => JSON.stringify(plainAdapter([plainPage({ entity: 'a'.repeat(500) })])),
    ],
  ];
  it.each(large)('of %s is refused at once', (_, make) => {
    const json = make();
    const begun = performance.now();
    expect(parseAdapter(json).ok).toBe(false);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

interface BadValues {
  days: [string, string | null][];
  phones: [string, string, string | null][];
  numbers: [string, number | null][];
  amounts: [string, string | null][];
  texts: [string, string][];
}
const VALUES: BadValues = JSON.parse(textOf('values.json'));

describe('bad digits, phones, dates and texts', () => {
  it.each(VALUES.days)('the day %j is %s', (text, day) => {
    const value = transform(text, { type: 'date', order: 'ymd' });
    expect(value?.type === 'day' ? value.day : null).toBe(day);
  });

  it.each(VALUES.phones)('the phone %j in %s is %s, and what stood there is kept', (text, region, e164) => {
    expect(toE164(text, region)).toBe(e164);
    const value = transform(text, { type: 'phone' });
    if (value?.type === 'phone') expect(value.raw).toBe(cleanText(text, 64));
  });

  it.each(VALUES.numbers)('the number %j is %s', (text, number) => {
    const value = transform(text, { type: 'number' });
    expect(value?.type === 'number' ? value.number : null).toBe(number);
  });

  it.each(VALUES.amounts)('the amount %j is %s', (text, minor) => {
    const value = transform(text, { type: 'money', currency: 'CNY', unit: 1 });
    expect(value?.type === 'money' ? value.money.minor : null).toBe(minor);
  });

  it.each(VALUES.texts)('the text %j is %j', (text, clean) => {
    expect(cleanText(text, 200)).toBe(clean);
  });
});

interface BadPage {
  file: string;
  url: string;
  says: string | { name: string };
}
const PAGES: readonly BadPage[] = JSON.parse(textOf('pages.json'));
const adapters = [compiled([plainPage()])];

async function seenOn(html: string, url: string): Promise<BadPage['says']> {
  const { recognition } = recognise(candidatesFor(adapters, url), await openPage(html, url), isVisible, true);
  if (recognition.state === 'sighting') return { name: recognition.sighting.name };
  return recognition.state === 'ambiguous' ? recognition.why : recognition.state;
}

describe('a bad page', () => {
  it('is here for every file', () => {
    expect(PAGES.map(({ file }) => file).toSorted()).toEqual(readdirSync(path.join(BAD, 'pages')).toSorted());
  });

  it.each(PAGES.map((one) => [one.file, one] as const))(
    '%s shows the right client or none',
    async (file, one) => {
      expect(await seenOn(textOf('pages', file), one.url)).toEqual(one.says);
    },
  );

  it('with a name of 100 kB is cut, and takes no time', async () => {
    const html = `<main><h1>${'名'.repeat(34_000)}</h1><p>客户号：10000001</p></main>`;
    expect(await seenOn(html, 'http://localhost/client/10000001')).toEqual({ name: '名'.repeat(200) });
  });
});
