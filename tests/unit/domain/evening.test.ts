import { describe, expect, it } from 'vitest';
import type { Brief } from '@/utils/domain/brief';
import { briefOf } from '@/utils/domain/briefOf';
import type { ClientBundle } from '@/utils/domain/bundle';
import {
  eveningCandidates,
  eveningLine,
  inEveningOrder,
  latestFirst,
  pendingCandidates,
  pendingOf,
} from '@/utils/domain/evening/evening';
import { aBundle, aClient, aClientId, aContact, aCrmContact, aPlan, d, someSettings } from './build';

const TODAY = d('2026-11-20');
const YESTERDAY = '2026-11-19';

function known(n: number, bundle: Partial<ClientBundle> = {}): { brief: Brief; bundle: ClientBundle } {
  const whole = aBundle({ client: aClient({ id: aClientId(n), name: `客户${n}` }), ...bundle });
  return { brief: briefOf(whole, someSettings(), TODAY, [], []), bundle: whole };
}
const line = (bundle: Partial<ClientBundle>) => {
  const { brief, bundle: whole } = known(1, bundle);
  return eveningLine(brief, whole, TODAY);
};

describe('the evening list', () => {
  it('looks at who was opened or planned today, and not at who was put aside', () => {
    const opened = known(1);
    const planned = known(2, { contacts: [aPlan('2026-11-20', 1)] });
    const tomorrow = known(3, { contacts: [aPlan('2026-11-21', 2)] });
    const aside = known(4, { contacts: [aPlan('2026-11-20', 3)] });
    const briefs = [opened, planned, tomorrow, aside, known(5)].map(({ brief }) => brief);
    const day = { today: TODAY, opened: new Set([aClientId(1)]), dismissed: new Set([aClientId(4)]) };
    expect(eveningCandidates(briefs, day).map(({ name }) => name)).toEqual(['客户1', '客户2']);
  });

  it('names the plan of today', () => {
    expect(line({ contacts: [aPlan('2026-11-20', 1), aPlan('2026-11-21', 2)] })?.plan?.day).toBe(
      '2026-11-20',
    );
    expect(line({ contacts: [aContact(YESTERDAY, 1)] })).toMatchObject({ plan: null });
  });

  it('is done with a client of whom something was logged today, a failed attempt too', () => {
    expect(line({ contacts: [aContact('2026-11-20', 1)] })).toBeNull();
    expect(line({ contacts: [aContact('2026-11-20', 1, { result: 'noAnswer' })] })).toBeNull();
  });

  it('is not done by what the CRM alone tells of today', () => {
    expect(line({ contacts: [aCrmContact('2026-11-20', 1)] })).not.toBeNull();
  });

  it('puts plans first, by their hour', () => {
    const lines = [
      line({}),
      line({ contacts: [aPlan('2026-11-20', 1, { minute: 900 })] }),
      line({ contacts: [aPlan('2026-11-20', 2, { minute: 600 })] }),
    ].flatMap((each) => (each ? [each] : []));
    expect(inEveningOrder(lines).map(({ plan }) => plan?.minute ?? null)).toEqual([600, 900, null]);
  });
});

describe('what is not entered', () => {
  it('is counted on the card, and listed newest first over the whole book', () => {
    const one = known(1, { contacts: [aContact('2026-11-18', 1), aContact('2026-11-20', 2)] });
    const two = known(2, { contacts: [aContact(YESTERDAY, 3)] });
    const none = known(3, { contacts: [aContact(YESTERDAY, 4, { enteredInCrm: true })] });
    expect([one, two, none].map(({ brief }) => brief.pending)).toEqual([2, 1, undefined]);
    const briefs = pendingCandidates([one, two, none].map(({ brief }) => brief));
    expect(briefs).toHaveLength(2);
    const entries = latestFirst([one, two].flatMap(({ brief, bundle }) => pendingOf(brief, bundle, TODAY)));
    expect(entries.map(({ contact }) => contact.day)).toEqual(['2026-11-20', YESTERDAY, '2026-11-18']);
  });

  it('is no plan, and nothing the CRM has by itself', () => {
    const contacts = [aPlan('2026-11-20', 1), aContact('2026-11-18', 2), aCrmContact('2026-11-18', 3)];
    expect(known(1, { contacts }).brief.pending).toBeUndefined();
  });
});
