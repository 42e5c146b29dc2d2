import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { firstOfMonth, isErasureDue, keptFrom, nextErasure } from '@/utils/domain/retention/calendar';
import { countOf, pastKeeping } from '@/utils/domain/retention/pastKeeping';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Note } from '@/utils/domain/schema/note';
import { aClient, aContact, aNote, at, day } from '../../store/support/book';
import { aBundle } from '../build';

const ZONE = 'Asia/Shanghai';
const TODAY = day('2026-11-20');
const BEFORE = day('2025-11-01');
const CLIENT = aClient();

const contact = (on: string, changed: Partial<Contact> = {}): Contact =>
  aContact(CLIENT.id, { day: day(on), ...changed });
const note = (on: string, changed: Partial<Note> = {}): Note =>
  aNote(CLIENT.id, { createdAt: at(Date.parse(`${on}T10:00:00+08:00`)), ...changed });

/** One who was last called and last met not long ago, unless a test says otherwise. */
const bundleOf = (changed: Partial<ClientBundle>): ClientBundle =>
  aBundle({
    client: CLIENT,
    ...changed,
    contacts: [contact('2026-10-02', { channel: 'meeting' }), ...(changed.contacts ?? [])],
  });
const past = (changed: Partial<ClientBundle>) => pastKeeping(bundleOf(changed), BEFORE, TODAY, ZONE);

describe('what is kept longer than the bank lets it be', () => {
  it('are contacts and notes of before the day, and what was prepared for those contacts', () => {
    const [old, young] = [contact('2025-10-31'), contact('2025-11-01')];
    const [oldNote, reworded] = [
      note('2025-10-31'),
      note('2024-01-01', { editedAt: at(Date.parse('2026-01-01')) }),
    ];
    const visit = {
      id: old.id,
      clientId: CLIENT.id,
      canDo: '送资料',
      marker: null,
      area: null,
      checklist: [],
      focus: null,
      evidence: null,
    };
    expect(past({ contacts: [old, young], notes: [oldNote, reworded], visits: [visit] })).toEqual({
      contacts: [old.id],
      notes: [oldNote.id],
      visits: [old.id],
    });
  });

  it('is nothing under a legal hold', () => {
    const client = { ...CLIENT, legalHold: { day: TODAY, reason: '诉讼' } };
    const held = past({ client, contacts: [contact('2020-01-01')], notes: [note('2020-01-01')] });
    expect(countOf(held)).toBe(0);
  });

  it('leaves the last contact and the last meeting that count for the cadence', () => {
    const [call, earlier, met] = [
      contact('2025-06-01'),
      contact('2025-05-01'),
      contact('2025-04-01', { channel: 'meeting' }),
    ];
    const bundle = { ...bundleOf({}), contacts: [met, earlier, call] };
    expect(pastKeeping(bundle, BEFORE, TODAY, ZONE).contacts).toEqual([earlier.id]);
  });

  it('takes a contact with all its versions, and none of them while one stays', () => {
    const first = contact('2025-05-01');
    const second = contact('2025-05-02', { supersedes: first.id });
    const undone = contact('2025-05-03', { supersedes: second.id, state: 'voided' });
    expect(new Set(past({ contacts: [first, second, undone] }).contacts)).toEqual(
      new Set([first.id, second.id, undone.id]),
    );
    const moved = contact('2026-05-02', { supersedes: first.id });
    expect(past({ contacts: [first, moved] }).contacts).toEqual([]);
  });

  it('leaves plans and promises that are not kept, and the contact that keeps one that stays', () => {
    const plan = contact('2025-01-01', { state: 'planned', result: null });
    const promise = contact('2025-02-01', { nextStep: { text: '寄资料', due: day('2025-03-01') } });
    expect(past({ contacts: [plan, promise] }).contacts).toEqual([]);
    const kept = contact('2025-03-01', { keeps: promise.id });
    expect(new Set(past({ contacts: [promise, kept] }).contacts)).toEqual(new Set([promise.id, kept.id]));
    // Entered for a day before the promise it keeps, which is young.
    const young = contact('2025-12-01', { nextStep: { text: '寄资料', due: null } });
    expect(past({ contacts: [young, contact('2025-03-01', { keeps: young.id })] }).contacts).toEqual([]);
  });

  it('leaves notes of which one is still to be reminded', () => {
    const later = note('2024-01-01', { remind: { day: day('2026-12-01'), minute: null } });
    const over = note('2024-01-01', { remind: { day: day('2024-12-01'), minute: null } });
    expect(past({ notes: [later, over] }).notes).toEqual([over.id]);
  });
});

describe('the day on which it goes', () => {
  const noted = (since: string, done: string | null = null) => ({
    days: 365,
    since: day(since),
    done: done === null ? null : day(done),
  });

  it('is the first of a month, and never of that in which the bank’s word was first heard', () => {
    expect(nextErasure(noted('2026-11-22'), day('2026-11-22'))).toBe('2026-12-01');
    expect(nextErasure(noted('2026-11-01'), day('2026-11-01'))).toBe('2026-12-01');
    expect(isErasureDue(noted('2026-11-22'), day('2026-11-30'))).toBe(false);
    expect(isErasureDue(noted('2026-11-22'), day('2026-12-01'))).toBe(true);
  });

  it('is made up for when the browser was off on it, and is once a month', () => {
    expect(isErasureDue(noted('2026-11-22'), day('2027-02-17'))).toBe(true);
    expect(isErasureDue(noted('2026-11-22', '2027-02-01'), day('2027-02-17'))).toBe(false);
    expect(nextErasure(noted('2026-11-22', '2027-02-01'), day('2027-02-17'))).toBe('2027-03-01');
  });

  it('counts the days that are kept back from itself', () => {
    expect(keptFrom(day('2026-12-01'), 365)).toBe('2025-12-01');
    expect(firstOfMonth(TODAY)).toBe('2026-11-01');
  });
});
