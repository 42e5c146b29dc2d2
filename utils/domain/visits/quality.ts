import type { ClientBundle } from '../bundle';
import { qualifies } from '../cadence/qualify';
import type { Contact } from '../schema/contact';
import type { CivilDay } from '../schema/time';
import type { Visit } from '../schema/visit';
import { chainsOf } from '../timeline/chain';
import { rootIdOf } from '../timeline/promise';
import { isVisit } from './planned';

/** From a day to another, both included. */
export interface Period {
  from: CivilDay;
  to: CivilDay;
}

/** How the visits of a period went [V]: what was entered is counted, nothing is guessed. */
export interface VisitQuality {
  visits: number;
  /** Goal reached; `unsaid` where nobody said. */
  reached: { yes: number; partly: number; no: number; unsaid: number };
  /** The share of those of which somebody said it, 0 to 1; null where nobody did. */
  reachedShare: number | null;
  /** With 我能为客户做什么 answered beforehand. */
  prepared: number;
  /** With something to show for the marker. */
  evidenced: number;
  /** In the service of the bank's focus. */
  focused: number;
  /** Contacts of all kinds that reached a client, and how many clients that were. */
  contacts: number;
  clients: number;
  /** Of these clients, those of whom an opportunity landed in the period; and their share. */
  converted: number;
  conversion: number | null;
}

interface Held {
  contact: Contact;
  visit: Visit | undefined;
}

const within = (day: CivilDay, { from, to }: Period): boolean => day >= from && day <= to;

function heldIn({ contacts, visits }: ClientBundle, period: Period): Held[] {
  return chainsOf(contacts)
    .filter(({ contact }) => within(contact.day, period) && qualifies(contact))
    .map((chain) => ({
      contact: chain.contact,
      visit: visits.find(({ id }) => id === rootIdOf(chain)),
    }));
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);

/** The figures of a period over the clients who were contacted in it. */
export function visitQuality(bundles: readonly ClientBundle[], period: Period): VisitQuality {
  const met = bundles
    .map((bundle) => ({ bundle, held: heldIn(bundle, period) }))
    .filter(({ held }) => held.length > 0);
  const all = met.flatMap(({ held }) => held);
  const visits = all.filter(({ contact }) => isVisit(contact));
  const own = (said: Contact['goalReached']): number =>
    visits.filter(({ contact }) => contact.goalReached === said).length;
  const reached = { yes: own('yes'), partly: own('partly'), no: own('no'), unsaid: own(null) };
  const converted = met.filter(({ bundle }) =>
    bundle.opportunities.some(({ stage, stageSince }) => stage === 'landed' && within(stageSince, period)),
  ).length;
  const having = (has: (visit: Visit) => string | null): number =>
    visits.filter(({ visit }) => visit !== undefined && has(visit) !== null).length;
  return {
    visits: visits.length,
    reached,
    reachedShare: share(reached.yes, visits.length - reached.unsaid),
    prepared: having(({ canDo }) => canDo),
    evidenced: having(({ evidence }) => evidence),
    focused: having(({ focus }) => focus),
    contacts: all.length,
    clients: met.length,
    converted,
    conversion: share(converted, met.length),
  };
}
