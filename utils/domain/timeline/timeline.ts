import { compareDays } from '../day';
import type { ActionState } from '../schema/actionState';
import type { Contact } from '../schema/contact';
import type { CivilDay } from '../schema/time';
import { chainsOf } from './chain';
import type { TimelineEntry } from './entry';
import { matchCrm } from './matchCrm';
import { keptIn, promiseOf } from './promise';

function newestFirst({ contact: a }: TimelineEntry, { contact: b }: TimelineEntry): number {
  return (
    Number(b.state === 'planned') - Number(a.state === 'planned') ||
    compareDays(b.day, a.day) ||
    (b.minute ?? -1) - (a.minute ?? -1) ||
    b.loggedAt - a.loggedAt ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * The contact history [R]: one line per contact, plans first, then newest first. Corrections are folded
 * into the contact they correct, undone entries left out, and entries of the CRM's own list laid
 * together with the own log of the same contact.
 *
 * @param states answers to prompts: a promise may be kept by answer.
 */
export function timelineOf(
  contacts: readonly Contact[],
  today: CivilDay,
  states: readonly ActionState[] = [],
): TimelineEntry[] {
  const chains = chainsOf(contacts);
  const heldInCrm = chains.filter(({ contact }) => contact.origin === 'crm').map(({ contact }) => contact);
  const own = chains.filter(({ contact }) => contact.origin === 'own' && contact.state === 'done');
  const matched = matchCrm(
    own.map(({ contact }) => contact),
    heldInCrm,
  );
  const told = new Set(matched.values());
  const kept = keptIn(chains, states);
  return chains
    .filter(({ contact }) => !told.has(contact))
    .map((chain) => ({
      contact: chain.contact,
      earlier: chain.earlier,
      inCrm: matched.get(chain.contact) ?? null,
      promise: promiseOf(chain, kept, today),
    }))
    .sort(newestFirst);
}

/** 未录入: an own entry of something that took place, and the bank's own system has not got it (§2). */
export const isPending = (entry: TimelineEntry): boolean =>
  entry.contact.origin === 'own' && entry.contact.state === 'done' && !isEntered(entry);

/** 已录入: the entry stands in the bank's own system, by the RM's word, by a match, or because it comes from there. */
export const isEntered = ({ contact, inCrm }: TimelineEntry): boolean =>
  contact.origin === 'crm' || contact.enteredInCrm || inCrm !== null;
