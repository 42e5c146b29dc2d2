import type { ClientBundle } from '@/utils/domain/bundle';
import { addDays } from '@/utils/domain/day';
import type { Client, ObservedField } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { ProductOnSale } from '@/utils/domain/schema/settings';
import { aClient, aFact, choice, d, morningOf, text } from '../build';
import { yuan } from '../buildFacts';

/* What several tests of rules hand to a client. */

export const money = (amount: number): FieldValue => ({ type: 'money', money: yuan(amount) });
export const onDay = (day: string): FieldValue => ({ type: 'day', day: d(day) });

const given = { given: true, day: d('2026-01-05'), source: 'client' as const };
export const CONSENTS: Client['consents'] = { phone: given, wechat: given };

/** A client with fields noted on a day; the keys may be the CRM's own. */
export const knowing = (
  facts: Record<string, FieldValue>,
  change: Partial<Client> = {},
  day = '2026-03-02',
): Client =>
  aClient({
    consents: CONSENTS,
    ...change,
    facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, aFact(value, day)])),
  });

/** A field the CRM has shown with these values, each since its day, the oldest first. */
export function showed(...points: readonly (readonly [day: string, value: FieldValue])[]): ObservedField {
  const seen = points.map(([day, value]) => ({
    value,
    firstSeen: morningOf(day),
    lastSeen: morningOf(addDays(d(day), 1)),
  }));
  const [now, ...former] = seen.toReversed();
  if (!now) throw new Error('a field that was never shown');
  const { value, firstSeen } = now;
  return { value, firstSeen, ...(former.length > 0 ? { former } : {}) };
}

/** A level C3 by a test of 1 June 2026, and the wish for wealth products. */
export const TESTED: Record<string, FieldValue> = {
  riskLevel: choice('C3'),
  riskTestedOn: onDay('2026-06-01'),
  productPreference: text('稳健的理财'),
};

export const WEALTH: ProductOnSale = { name: '云澜稳健', kind: 'wealth', risk: 'R2', least: yuan(10_000) };
export const FUND: ProductOnSale = { name: '远山指数', kind: 'fund', risk: 'R4', least: yuan(1_000) };

export type Bundle = Partial<ClientBundle>;
