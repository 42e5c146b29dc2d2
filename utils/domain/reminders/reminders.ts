import type { Brief } from '../brief';
import { addDays } from '../day';
import type { ClientId, NoteId } from '../schema/ids';
import type { ReminderKind, ReminderSettings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import {
  compareMoments,
  type Hours,
  isOpen,
  isWorked,
  type Moment,
  nextOpening,
  nextWorked,
  workedUpTo,
} from './moment';

/** One thing of which the RM is to be reminded, once. */
export interface Reminder {
  kind: ReminderKind;
  /** The same for as long as it is about the same thing on the same day. */
  key: string;
  clientId: ClientId;
  name: string;
  /** The day it is about. */
  day: CivilDay;
  minute: number | null;
  /** When to tell, always within the working hours. */
  at: Moment;
  /** After that it is no use any more. */
  until: Moment;
  /** The note it stands on: done, the reminder is taken off it. */
  noteId: NoteId | null;
}

/** Nothing further away than this is looked at; the day comes when it is nearer. */
const DAYS_AHEAD = 40;
/** A promise that was not told in time is still worth a word, a week long; a note a month. */
const PROMISE_DAYS = 7;
const NOTE_DAYS = 30;
const PUT_OFF_DAYS = 7;
/** Rule 7: a week before plan, the day before confirm. */
const MATURITY_STEPS = [7, 1];
/** A planned contact is told so many minutes before. */
const LEAD_MINUTES = 30;
const LAST_HOUR = 60;
const LAST_MINUTE = 1439;

const endOf = (day: CivilDay): Moment => ({ day, minute: LAST_MINUTE });
const opening = (day: CivilDay, hours: Hours): Moment => ({
  day: workedUpTo(day, hours),
  minute: hours.from,
});

/** Half an hour before; for one before the hours, or on a day off, in the last hour of the working day before. */
function beforePlan(day: CivilDay, minute: number | null, hours: Hours): Moment {
  if (minute === null) return opening(day, hours);
  const lastHour = Math.max(hours.from, hours.to - LAST_HOUR);
  if (!isWorked(day, hours) || minute <= hours.from)
    return { day: nextWorked(day, hours, -1), minute: lastHour };
  const lead = Math.max(hours.from, minute - LEAD_MINUTES);
  return { day, minute: lead < hours.to ? lead : lastHour };
}

type Told = Omit<Reminder, 'clientId' | 'name' | 'noteId'> & { noteId?: NoteId };

function ofBirthdays({ ahead, clientId }: Brief, hours: Hours): Told[] {
  return (ahead?.birthdays ?? []).map((day) => ({
    kind: 'birthday',
    key: `birthday|${clientId}|${day}`,
    day,
    minute: null,
    at: opening(day, hours),
    until: endOf(day),
  }));
}

function ofMaturities({ ahead, clientId }: Brief, hours: Hours): Told[] {
  return (ahead?.maturities ?? []).flatMap((day) =>
    MATURITY_STEPS.map((step, place) => {
      const next = MATURITY_STEPS[place + 1];
      return {
        kind: 'maturity' as const,
        key: `maturity|${clientId}|${day}|${step}`,
        day,
        minute: null,
        at: opening(addDays(day, -step), hours),
        // Until the next step says it better.
        until: endOf(next === undefined ? day : addDays(day, -next - 1)),
      };
    }),
  );
}

function ofPlans({ ahead }: Brief, hours: Hours): Told[] {
  return (ahead?.plans ?? []).map(({ contactId, day, minute }) => ({
    kind: 'plan',
    key: `plan|${contactId}|${day}|${minute ?? ''}`,
    day,
    minute,
    at: beforePlan(day, minute, hours),
    until: minute === null ? endOf(day) : { day, minute },
  }));
}

function ofNotes({ ahead }: Brief, hours: Hours): Told[] {
  return (ahead?.notes ?? []).map(({ noteId, day, minute }) => ({
    kind: 'note',
    key: `note|${noteId}|${day}|${minute ?? ''}`,
    day,
    minute,
    at: nextOpening({ day, minute: minute ?? hours.from }, hours),
    until: endOf(addDays(day, NOTE_DAYS)),
    noteId,
  }));
}

function ofPromise({ promise }: Brief, hours: Hours): Told[] {
  if (promise === null) return [];
  const { contactId, due } = promise;
  return [
    {
      kind: 'promise',
      key: `promise|${contactId}|${due}`,
      day: due,
      minute: null,
      at: opening(due, hours),
      until: endOf(addDays(due, PROMISE_DAYS)),
    },
  ];
}

/**
 * All of which the RM is to be reminded of one client around `today`, of the kinds that are wanted.
 * Promises and birthdays when the working day begins, or the last one before a day off; what matures a week
 * and a day before (rule 7); planned contacts half an hour before; notes at their own time, or when work
 * next begins.
 */
export function remindersOf(
  brief: Brief,
  { kinds, hours }: Pick<ReminderSettings, 'kinds' | 'hours'>,
  today: CivilDay,
): Reminder[] {
  const { clientId, name } = brief;
  const horizon = addDays(today, DAYS_AHEAD);
  // One that was put off comes again although its day is over.
  const oldest = addDays(today, -PUT_OFF_DAYS);
  return [
    ...ofPromise(brief, hours),
    ...ofNotes(brief, hours),
    ...ofPlans(brief, hours),
    ...ofBirthdays(brief, hours),
    ...ofMaturities(brief, hours),
  ]
    .filter(({ kind, day, until }) => kinds.includes(kind) && day <= horizon && until.day >= oldest)
    .map(({ noteId = null, ...reminder }) => ({ ...reminder, clientId, name, noteId }));
}

/** What is to be told now, and when to look again. */
export interface Turn {
  now: readonly Reminder[];
  /** Null where nothing is to come; midnight then looks again. */
  next: Moment | null;
}

/** Not told yet · told · told, put off, and to be told again now. */
export type Standing = 'new' | 'told' | 'again';

/**
 * Which reminders are due at a moment. Outside the hours nothing is told, and the next look is when they
 * begin.
 *
 * @param standingOf the caller knows what was told before
 * @param snoozed when those put off come again
 */
export function turnAt(
  reminders: readonly Reminder[],
  standingOf: (reminder: Reminder) => Standing,
  snoozed: readonly Moment[],
  now: Moment,
  hours: Hours,
): Turn {
  const isDue = (reminder: Reminder): boolean => {
    const standing = standingOf(reminder);
    if (standing !== 'new') return standing === 'again';
    return compareMoments(reminder.at, now) <= 0 && compareMoments(now, reminder.until) <= 0;
  };
  const due = reminders.filter(isDue);
  const mayTell = isOpen(now, hours);
  const coming = [
    ...reminders.map(({ at }) => at),
    ...snoozed,
    ...(due.length > 0 && !mayTell ? [nextOpening(now, hours)] : []),
  ].filter((at) => compareMoments(at, now) > 0);
  return {
    now: mayTell ? due.sort((a, b) => compareMoments(a.at, b.at) || (a.key < b.key ? -1 : 1)) : [],
    next: coming.sort(compareMoments)[0] ?? null,
  };
}
