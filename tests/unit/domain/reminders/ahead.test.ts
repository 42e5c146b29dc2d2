import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { addDays } from '@/utils/domain/day';
import { outlineOf } from '@/utils/domain/outline';
import { ahead, MOST_PLANS } from '@/utils/domain/reminders/ahead';
import { aheadOf } from '@/utils/domain/reminders/aheadOf';
import { noteId } from '@/utils/domain/schema/ids';
import type { RemindAt } from '@/utils/domain/schema/note';
import { instant } from '@/utils/domain/schema/time';
import { aBundle, aClient, aClientId, aContact, aFact, aPlan, d, someSettings } from '../build';
import { aHolding } from '../buildFacts';

const TODAY = d('2026-11-20');
const of = (bundle: Partial<ClientBundle>) => aheadOf(outlineOf(aBundle(bundle), someSettings(), TODAY));
const born = (day: string) => ({ birthday: aFact({ type: 'day', day: d(day) }, '2026-01-05') });
const aNote = (n: number, remind?: RemindAt) => ({
  id: noteId.parse(n.toString(16).padStart(24, '0')),
  clientId: aClientId(),
  text: '孩子中考',
  pinned: false,
  createdAt: instant.parse(1),
  editedAt: null,
  ...(remind ? { remind } : {}),
});

describe('the days to come of a client', () => {
  it('are none where nothing is known', () => {
    expect(of({})).toBeNull();
  });

  it('hold the next birthdays, this year’s today still', () => {
    const client = aClient({ facts: born('1980-11-20') });
    expect(of({ client })?.birthdays).toEqual(['2026-11-20', '2027-11-20', '2028-11-20']);
    expect(of({ client: aClient({ facts: born('1980-11-19') }) })?.birthdays?.[0]).toBe('2027-11-19');
  });

  it('leave out a birthday that was wished well for, and those of whoever wants to be left alone', () => {
    const facts = born('1980-11-24');
    const cared = [aContact('2026-11-18', 1, { purpose: 'care' })];
    expect(of({ client: aClient({ facts }), contacts: cared })?.birthdays?.[0]).toBe('2027-11-24');
    const called = [aContact('2026-11-18', 1, { purpose: 'care', result: 'noAnswer' })];
    expect(of({ client: aClient({ facts }), contacts: called })?.birthdays?.[0]).toBe('2026-11-24');
    const doNotContact = { day: d('2026-11-01'), until: d('2026-12-31'), reason: null };
    expect(of({ client: aClient({ facts, doNotContact }) })?.birthdays?.[0]).toBe('2027-11-24');
  });

  it('hold what matures here and is not taken over', () => {
    const holdings = [
      aHolding(1, { maturity: d('2026-12-10') }),
      aHolding(2, { maturity: d('2026-12-10') }),
      aHolding(3, { maturity: d('2026-11-19') }),
      aHolding(4, { maturity: d('2026-12-01'), takenOver: d('2026-11-15') }),
      aHolding(5, { maturity: d('2026-12-02'), place: { at: 'elsewhere', name: null } }),
    ];
    expect(of({ holdings })?.maturities).toEqual(['2026-12-10']);
    const contacts = [aContact('2026-11-19', 1, { purpose: 'maturity' })];
    expect(of({ holdings, contacts })).toBeNull();
  });

  it('hold plans from today on and notes with a reminder, the soonest first', () => {
    const contacts = [
      aPlan('2026-11-25', 1),
      aPlan('2026-11-20', 2, { minute: 600 }),
      aPlan('2026-11-19', 3),
    ];
    const notes = [
      aNote(1),
      aNote(2, { day: d('2026-12-01'), minute: null }),
      aNote(3, { day: d('2026-11-10'), minute: 900 }),
    ];
    const days = of({ contacts, notes });
    expect(days?.plans?.map(({ day, minute }) => [day, minute])).toEqual([
      ['2026-11-20', 600],
      ['2026-11-25', null],
    ]);
    expect(days?.notes?.map(({ day }) => day)).toEqual(['2026-11-10', '2026-12-01']);
    expect(ahead.safeParse(days).success).toBe(true);
  });

  it('hold a whole row of meetings: the evening and the reminders ask for each of them on its day', () => {
    const contacts = Array.from({ length: 30 }, (_, at) => aPlan(addDays(TODAY, at), at + 1));
    const days = of({ contacts });
    expect(days?.plans?.map(({ day }) => day)).toEqual(contacts.slice(0, MOST_PLANS).map(({ day }) => day));
    expect(ahead.safeParse(days).success).toBe(true);
  });
});
