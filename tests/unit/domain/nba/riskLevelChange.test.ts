import { describe, expect, it } from 'vitest';
import { addDays } from '@/utils/domain/day';
import { documentExpiry } from '@/utils/domain/nba/rules/documentExpiry';
import type { Client, Fact, ObservedField } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { RiskLevel } from '@/utils/domain/schema/holding';
import { aClient, aFact, choice, d, morningOf, text } from '../build';
import { gateOf, offering } from './aRule';
import { found, keysOf, withInner } from './ask';
import { CONSENTS, onDay, showed } from './facts';
import { speaks } from './spans';

const FRIDAY = '2026-11-20';

/** A field that the CRM was seen to show with each value until the day before the next. */
function shownOn(...points: readonly (readonly [day: string, value: FieldValue])[]): ObservedField {
  const { former, ...now } = showed(...points);
  if (!former) return now;
  const lasting = former.map((each, place) => {
    const [next] = points[points.length - 1 - place] ?? [];
    return { ...each, lastSeen: next === undefined ? each.lastSeen : morningOf(addDays(d(next), -1)) };
  });
  return { ...now, former: lasting };
}

/** The CRM shows these levels, each since its day; the client was tested on a day. */
const levels = (
  points: readonly (readonly [day: string, level: string])[],
  tested: string | null = '2026-06-01',
  change: { facts?: Record<string, Fact>; observed?: Record<string, ObservedField> } = {},
): Client =>
  aClient({
    consents: CONSENTS,
    facts: {
      ...(tested === null ? {} : { riskTestedOn: aFact(onDay(tested), tested) }),
      ...change.facts,
    },
    observed: {
      riskLevel: shownOn(...points.map(([day, level]) => [day, text(level)] as const)),
      ...change.observed,
    },
  });

const said = (level: string, day: string, source: 'client' | 'guess' = 'client') => ({
  facts: { riskLevel: aFact(choice(level), day, source) },
});
const asked = (client: Client, today = FRIDAY) =>
  found(documentExpiry, { client }, today).filter(({ key }) => key.includes('riskLevel|'));
const gate = (client: Client, risk: RiskLevel, today = FRIDAY) => gateOf(offering(risk), { client }, today);

const POINTS = [
  ['2026-01-05', 'C3 平衡型'],
  ['2026-10-05', 'C4 成长型'],
] as const;
const ROSE = levels(POINTS);
const FELL = levels([
  ['2026-01-05', 'C4'],
  ['2026-10-05', 'C2'],
]);

describe('a risk level that changed', () => {
  it('is to be confirmed: with both levels, their days, and what counts until then', () => {
    const [prompt] = asked(ROSE);
    expect(prompt?.key).toBe('documentExpiry|riskLevel|C4|2026-10-05');
    expect(prompt?.why.map(({ key, args }) => [key, ...args])).toEqual([
      ['rule.documentExpiry.whyChanged', 'C3', { day: '2026-10-04' }, 'C4', { day: '2026-10-05' }],
      ['rule.documentExpiry.whyConfirmed', 'C3', { day: '2026-06-01' }],
      ['rule.documentExpiry.whyLower', 'C3'],
    ]);
    expect(prompt?.deed).toEqual({ type: 'ask', field: 'riskLevel' });
  });

  it('suggests no level in its track (§11.2)', () => {
    const [prompt] = asked(ROSE);
    if (!prompt) throw new Error('not asked');
    expect(keysOf(prompt)).toContain('rule.documentExpiry.riskLevelTrack');
    expect(withInner(prompt.talkTrack).some(({ args }) => args.some((arg) => /C[1-5]/.test(`${arg}`)))).toBe(
      false,
    );
  });

  it.each([
    ['rose', ROSE, 'R3', null],
    ['rose', ROSE, 'R4', 'suitability'],
    ['fell', FELL, 'R2', null],
    ['fell', FELL, 'R3', 'suitability'],
  ] as const)('that %s counts as the lower of the two', (_, client, risk, expected) => {
    expect(gate(client, risk)).toBe(expected);
  });

  it('is confirmed by the client’s own word for it, and by no guess, nor by a word from before', () => {
    const from = (word: ReturnType<typeof said>) => levels(POINTS, '2026-06-01', word);
    const confirmed = from(said('C4', '2026-10-05'));
    expect([asked(confirmed), gate(confirmed, 'R4')]).toEqual([[], null]);
    for (const word of [
      said('C4', '2026-10-05', 'guess'),
      said('C4', '2026-10-04'),
      said('C3', '2026-10-06'),
    ])
      expect(asked(from(word))).toHaveLength(1);
  });

  it('is confirmed by a test while it stood, not by the one it comes from', () => {
    const test = (day: string) => levels(POINTS, day);
    expect(asked(test('2026-10-06'))).toEqual([]);
    expect(gate(test('2026-10-06'), 'R4')).toBeNull();
    expect(asked(test('2026-10-05'))).toHaveLength(1);
    expect(asked(test('2026-10-04'))).toHaveLength(1);
    expect(gate(test('2026-10-04'), 'R4')).toBe('suitability');
  });

  it('is measured against the last one that was confirmed, over the test that the CRM showed before', () => {
    const client = levels(
      [
        ['2026-01-05', 'C2'],
        ['2026-07-01', 'C3'],
        ['2026-10-05', 'C5'],
      ],
      null,
      {
        observed: {
          riskTestedOn: shownOn(['2026-01-05', onDay('2025-12-28')], ['2026-10-05', onDay('2026-10-04')]),
        },
      },
    );
    expect(asked(client)[0]?.why[1]?.args).toEqual(['C2', { day: '2025-12-28' }]);
    expect([gate(client, 'R2'), gate(client, 'R3')]).toEqual([null, 'suitability']);
  });

  it('is none where only the words changed, or where it is back', () => {
    expect(
      asked(
        levels([
          ['2026-01-05', 'C3'],
          ['2026-10-05', 'C3 平衡型'],
        ]),
      ),
    ).toEqual([]);
    expect(
      asked(
        levels([
          ['2026-01-05', 'C3'],
          ['2026-09-01', '待评'],
          ['2026-10-05', 'C3'],
        ]),
      ),
    ).toEqual([]);
    expect(
      asked(
        levels([
          ['2026-01-05', 'C3'],
          ['2026-08-01', 'C4'],
          ['2026-10-05', 'C3'],
        ]),
      ),
    ).toEqual([]);
  });

  it('may be the first the CRM shows, where the client had said another', () => {
    const client = levels([['2026-10-05', 'C4']], '2026-06-01', said('C3', '2026-06-01'));
    expect(asked(client)[0]?.why[0]?.key).toBe('rule.documentExpiry.whyShown');
    expect(gate(client, 'R4')).toBe('suitability');
    expect(asked(levels([['2026-10-05', 'C4']]))).toEqual([]);
  });

  it('is measured against the one before where nobody knows of a test', () => {
    const [prompt] = asked(levels(POINTS, null));
    expect(prompt?.why.map(({ key }) => key)).toEqual([
      'rule.documentExpiry.whyChanged',
      'rule.documentExpiry.whyLower',
    ]);
  });

  speaks(
    'asks',
    documentExpiry,
    { client: ROSE },
    {
      evidence: 'riskLevel|',
      from: '2026-10-05',
      until: '2027-10-05',
    },
  );
});
