import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '@/utils/app/commands/observe';
import type { Client, FieldKey } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay, type Instant, instant } from '@/utils/domain/schema/time';
import { seenChanges } from '@/utils/domain/seenChanges';
import { aClient } from '../store/support/book';

const ZONE = 'Asia/Shanghai';
const at = (text: string): Instant => instant.parse(Date.parse(`${text}+08:00`));
const yuan = (amount: number): FieldValue => ({
  type: 'money',
  money: { minor: String(amount * 100), currency: 'CNY' },
});
const text = (words: string): FieldValue => ({ type: 'text', text: words });

/** The page as it shows these fields. */
const page = (name: string, fields: Record<FieldKey, FieldValue>): Sighting => ({
  adapter: 'demo',
  record: { crmId: 'demo', entity: 'client', recordId: '1' },
  kind: 'individual',
  name,
  fields: Object.entries(fields).map(([key, value]) => ({ key, label: key, value })),
  contacts: [],
});

/** What becomes of a client that is looked at on these days. */
function seenOn(looks: readonly (readonly [when: string, fields: Record<FieldKey, FieldValue>])[]): Client {
  let client = { ...aClient(), observed: {} };
  let lastSeen = {};
  for (const [when, fields] of looks) {
    const now = at(when);
    client = observe(client, page(client.name, fields), lastSeen, now);
    lastSeen = { ...lastSeen, ...Object.fromEntries(Object.keys(fields).map((key) => [key, now])) };
  }
  return client;
}

const changesOn = (day: string, client: Client) => seenChanges({ client }, civilDay.parse(day), ZONE);

describe('what has changed since the last visit', () => {
  it('is told with both values, the share, and since when it can have changed', () => {
    const client = seenOn([
      ['2026-09-01T09:00', { aum: yuan(1_200_000) }],
      ['2026-10-03T15:00', { aum: yuan(1_200_000) }],
      ['2026-11-20T09:00', { aum: yuan(870_000) }],
    ]);
    expect(changesOn('2026-11-20', client)).toEqual([
      { key: 'aum', before: yuan(1_200_000), after: yuan(870_000), lastSeen: '2026-10-03', share: -0.275 },
    ]);
  });

  it('is nothing at a first sight, nor where the page says what it said', () => {
    expect(changesOn('2026-11-20', seenOn([['2026-11-20T09:00', { aum: yuan(1) }]]))).toEqual([]);
    const same = seenOn([
      ['2026-10-03T09:00', { aum: yuan(1) }],
      ['2026-11-20T09:00', { aum: yuan(1) }],
    ]);
    expect(changesOn('2026-11-20', same)).toEqual([]);
  });

  it('is no news the day after', () => {
    const client = seenOn([
      ['2026-10-03T09:00', { town: text('宁波') }],
      ['2026-11-20T09:00', { town: text('上海') }],
    ]);
    expect(changesOn('2026-11-20', client)).toMatchObject([{ key: 'town', share: null }]);
    expect(changesOn('2026-11-21', client)).toEqual([]);
  });

  it('is measured against the last visit, however often it moves while one looks', () => {
    const ticks = Array.from(
      { length: 40 },
      (_, minute) =>
        [`2026-11-20T09:${String(minute).padStart(2, '0')}`, { aum: yuan(500_000 + minute) }] as const,
    );
    const client = seenOn([['2026-10-03T09:00', { aum: yuan(400_000) }], ...ticks]);
    expect(changesOn('2026-11-20', client)).toMatchObject([{ before: yuan(400_000), after: yuan(500_039) }]);
    expect(client.observed['aum']?.former).toHaveLength(1);
  });

  it('is nothing that only stars have hidden or uncovered, nor what came back', () => {
    const hidden: FieldValue = { type: 'text', text: '浙江省****', masked: true };
    const client = seenOn([
      ['2026-10-03T09:00', { address: hidden, town: text('宁波') }],
      ['2026-11-20T09:00', { address: text('浙江省宁波市'), town: text('上海') }],
      ['2026-11-20T09:01', { address: text('浙江省宁波市'), town: text('宁波') }],
    ]);
    expect(changesOn('2026-11-20', client)).toEqual([]);
  });

  it('keeps at most twelve former values of a field, whatever the history', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 }), (amounts) => {
        const looks = amounts.map(
          (amount, day) =>
            [`2026-${String((day % 12) + 1).padStart(2, '0')}-15T09:00`, { aum: yuan(amount) }] as const,
        );
        const client = seenOn(looks.slice(0, 12));
        const former = client.observed['aum']?.former ?? [];
        expect(former.length).toBeLessThanOrEqual(12);
        expect(former.every(({ firstSeen, lastSeen }) => firstSeen <= lastSeen)).toBe(true);
      }),
    );
  });
});
