import { monthOf } from '../day';
import type { Channel, Contact } from '../schema/contact';
import { foldText } from '../search/units';
import type { TimelineEntry } from './entry';

/** What to look for in a history; null and '' look for nothing in particular. */
export interface Wanted {
  channel: Channel | null;
  /** Words that all must stand somewhere in the entry, in any order. */
  text: string;
}

const searchable = ({ note, goal, nextStep, marker, metWith, companions, place }: Contact): string =>
  foldText([note, goal, nextStep?.text, marker, metWith, companions, place].filter(Boolean).join('\n'));

const folded = new WeakMap<Contact, string>();

/** What of a contact can be searched, folded once for as long as the contact lives. */
function textOf(contact: Contact): string {
  const text = folded.get(contact) ?? searchable(contact);
  folded.set(contact, text);
  return text;
}

/**
 * The entries of a channel that hold all words of a text in note, goal, next step, marker, people or
 * place. Capitals, full-width signs and accents do not matter. The CRM's words of a matched entry
 * count too. The order stays.
 */
export function findEntries(entries: readonly TimelineEntry[], wanted: Wanted): TimelineEntry[] {
  const words = foldText(wanted.text).split(/\s+/u).filter(Boolean);
  return entries.filter(({ contact, inCrm }) => {
    if (wanted.channel !== null && contact.channel !== wanted.channel) return false;
    if (words.length === 0) return true;
    const text = inCrm === null ? textOf(contact) : `${textOf(contact)}\n${textOf(inCrm)}`;
    return words.every((word) => text.includes(word));
  });
}

/** The entries of one month, or the plans. */
export interface Month {
  /** `YYYY-MM`; null for the plans, which stand together. */
  month: string | null;
  entries: readonly TimelineEntry[];
}

/** Entries by month, months and entries in the order they come in. */
export function byMonth(entries: readonly TimelineEntry[]): Month[] {
  const months = new Map<string | null, TimelineEntry[]>();
  for (const entry of entries) {
    const month = entry.contact.state === 'planned' ? null : monthOf(entry.contact.day);
    const group = months.get(month);
    if (group) group.push(entry);
    else months.set(month, [entry]);
  }
  return [...months].map(([month, group]) => ({ month, entries: group }));
}
