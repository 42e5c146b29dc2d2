import { qualifies } from '../cadence/qualify';
import { nextBirthday } from '../calendar/birthday';
import { addDays, compareDays } from '../day';
import type { Outline } from '../outline';
import type { Purpose } from '../schema/contact';
import type { CivilDay } from '../schema/time';
import { type Ahead, MOST_AHEAD, MOST_PLANS } from './ahead';

/** A contact of 关怀 so many days before a birthday is the greeting (rule 4). */
const GREETING_DAYS = 7;
/** A talk on what matures so many days before it is the takeover's (rule 7). */
const TAKEOVER_DAYS = 30;

/** Whether the client was reached for this purpose in the days up to `day`. */
function reachedFor(purpose: Purpose, day: CivilDay, days: number, { timeline, today }: Outline): boolean {
  return timeline.some(
    ({ contact }) =>
      contact.purpose === purpose &&
      contact.day <= today &&
      contact.day <= day &&
      contact.day >= addDays(day, -days) &&
      qualifies(contact),
  );
}

/** Whoever asked to be left alone is not wished well either. */
function isLeftAlone(day: CivilDay, { bundle: { client } }: Outline): boolean {
  const wish = client.doNotContact;
  return wish !== null && wish.day <= day && (wish.until === null || day <= wish.until);
}

function birthdays(outline: Outline): CivilDay[] {
  const { bundle, clarity, today } = outline;
  const known = clarity.fields.find(({ key }) => key === 'birthday')?.value;
  if (bundle.client.kind !== 'individual' || !known) return [];
  const days: CivilDay[] = [];
  for (let from = today; days.length < MOST_AHEAD; ) {
    const next = nextBirthday(known, from);
    if (next === null) break;
    days.push(next);
    from = addDays(next, 1);
  }
  return days.filter((day) => !isLeftAlone(day, outline) && !reachedFor('care', day, GREETING_DAYS, outline));
}

function maturities(outline: Outline): CivilDay[] {
  const { bundle, today } = outline;
  const days = bundle.holdings.flatMap(({ place, kind, maturity, takenOver }) =>
    // Cash management has no maturity, whatever a page shows.
    place.at === 'here' && kind !== 'cashManagement' && maturity !== null && takenOver === null
      ? [maturity]
      : [],
  );
  return [...new Set(days)]
    .filter((day) => day >= today && !reachedFor('maturity', day, TAKEOVER_DAYS, outline))
    .sort(compareDays);
}

function plans({ timeline, today }: Outline): NonNullable<Ahead['plans']> {
  return timeline
    .filter(({ contact }) => contact.state === 'planned' && contact.day >= today)
    .map(({ contact: { id, day, minute, channel } }) => ({ contactId: id, day, minute, channel }))
    .sort((a, b) => compareDays(a.day, b.day) || (a.minute ?? -1) - (b.minute ?? -1));
}

function notes({ bundle }: Outline): NonNullable<Ahead['notes']> {
  return bundle.notes
    .flatMap(({ id, remind }) => (remind ? [{ noteId: id, ...remind }] : []))
    .sort((a, b) => compareDays(a.day, b.day) || (a.minute ?? -1) - (b.minute ?? -1));
}

/** The first few; nothing, rather than an empty list, where there are none. */
const few = <Each>(days: readonly Each[], most = MOST_AHEAD): Each[] | undefined =>
  days.length > 0 ? days.slice(0, most) : undefined;

/** The next days of a client, as they go onto the card; null where there are none. */
export function aheadOf(outline: Outline): Ahead | null {
  const all: Ahead = {
    birthdays: few(birthdays(outline)),
    maturities: few(maturities(outline)),
    plans: few(plans(outline), MOST_PLANS),
    notes: few(notes(outline)),
  };
  return Object.values(all).some((days) => days !== undefined) ? all : null;
}
