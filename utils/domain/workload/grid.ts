import { qualifies } from '../cadence/qualify';
import { isVisit } from '../cadence/visitDue';
import { addDays } from '../day';
import type { Contact } from '../schema/contact';
import type { ClientId, ContactId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import { timelineOf } from '../timeline/timeline';
import type { Span } from './period';

/** How a contact stands in its cell: reached, tried in vain, sent to many, planned, planned and never logged. */
export type MarkKind = 'reached' | 'failed' | 'mass' | 'planned' | 'lapsed';

/** One letter of a cell and the note behind it. */
export interface Mark {
  contact: Contact;
  kind: MarkKind;
}

/** The cells of one client. */
export interface GridRow {
  marks: ReadonlyMap<CivilDay, readonly Mark[]>;
  /** Contacts that reached the client. */
  reached: number;
}

/** The contact calendar [R]: clients down, days across. Clients without a contact have no row here. */
export interface ContactGrid {
  rows: ReadonlyMap<ClientId, GridRow>;
  /** Contacts that reached somebody, by day. */
  reachedOn: ReadonlyMap<CivilDay, number>;
  /** How many of all that reached somebody were face to face. */
  visits: number;
}

/** What has to be read to fill a span: the CRM may have an entry a day off (timeline/matchCrm). */
export const spanToRead = ({ from, until }: Span): Span => ({
  from: addDays(from, -1),
  until: addDays(until, 1),
});

function kindOf(contact: Contact, today: CivilDay): MarkKind {
  if (contact.state === 'planned') return contact.day < today ? 'lapsed' : 'planned';
  if (contact.mass) return 'mass';
  return qualifies(contact) ? 'reached' : 'failed';
}

const byMinute = ({ contact: a }: Mark, { contact: b }: Mark): number =>
  (a.minute ?? -1) - (b.minute ?? -1) || a.loggedAt - b.loggedAt || (a.id < b.id ? -1 : 1);

/**
 * The calendar of a span from all contacts of `spanToRead`: corrections folded, undone entries left out,
 * own and CRM entries of one contact told once, as in a client's own history.
 *
 * @param moved contacts that stand on another day now (the briefs name them)
 */
export function contactGrid(
  contacts: readonly Contact[],
  span: Span,
  today: CivilDay,
  moved: ReadonlySet<ContactId>,
): ContactGrid {
  const byClient = new Map<ClientId, Contact[]>();
  for (const contact of contacts) {
    if (moved.has(contact.id)) continue;
    const own = byClient.get(contact.clientId);
    if (own) own.push(contact);
    else byClient.set(contact.clientId, [contact]);
  }
  const rows = new Map<ClientId, GridRow>();
  const reachedOn = new Map<CivilDay, number>();
  let visits = 0;
  for (const [client, own] of byClient) {
    const marks = new Map<CivilDay, Mark[]>();
    let reached = 0;
    for (const { contact } of timelineOf(own, today)) {
      const { day } = contact;
      if (day < span.from || day > span.until) continue;
      const mark = { contact, kind: kindOf(contact, today) };
      const cell = marks.get(day);
      if (cell) cell.push(mark);
      else marks.set(day, [mark]);
      if (mark.kind !== 'reached') continue;
      reached += 1;
      if (isVisit(contact)) visits += 1;
      reachedOn.set(day, (reachedOn.get(day) ?? 0) + 1);
    }
    for (const cell of marks.values()) cell.sort(byMinute);
    if (marks.size > 0) rows.set(client, { marks, reached });
  }
  return { rows, reachedOn, visits };
}
