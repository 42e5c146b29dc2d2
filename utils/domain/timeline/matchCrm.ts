import { addDays, daysBetween } from '../day';
import type { Contact } from '../schema/contact';
import type { CivilDay } from '../schema/time';
import { foldText } from '../search/units';
import { familyOf } from './family';
import { type Candidate, pairUp } from './pair';

/** How far apart in days an own log and the CRM's entry of the same contact may lie: entered the next morning. */
const DAYS_APART = 1;
const HALF_DAY = 720;
/** A shorter text says nothing about being the same one. */
const TELLING = 4;

const bare = (text: string | null): string => foldText(text ?? '').replace(/[\s\p{P}]/gu, '');

/** The words of an entry, made out when they are first compared: of most entries they never are. */
function wordsOf({ note }: Contact): () => string {
  let words: string | undefined;
  return () => {
    words ??= bare(note);
    return words;
  };
}

/** Whether one entry's words stand in the other's: what was carried over by copying. */
function sameWords(own: string, crm: string): boolean {
  if (own.length < TELLING || crm.length < TELLING) return false;
  return own.includes(crm) || crm.includes(own);
}

function minutesApart(own: Contact, crm: Contact): number {
  if (own.minute === null || crm.minute === null) return HALF_DAY;
  return Math.abs(own.minute - crm.minute);
}

/**
 * Which of the CRM's entries tell of the same contact as which own log, so that nothing counts or reads
 * twice: same channel family, at most a day apart, one to one. The same words speak most, then the
 * day, whether someone was reached, the very channel, the hour.
 *
 * @param own own entries that took place, in the versions that hold.
 * @returns own entry → the CRM's.
 */
export function matchCrm(own: readonly Contact[], crm: readonly Contact[]): Map<Contact, Contact> {
  if (own.length === 0 || crm.length === 0) return new Map();
  const byDay = new Map<CivilDay, { contact: Contact; words: () => string }[]>();
  for (const contact of own) {
    const entry = { contact, words: wordsOf(contact) };
    const sameDay = byDay.get(contact.day);
    if (sameDay) sameDay.push(entry);
    else byDay.set(contact.day, [entry]);
  }
  const candidates: Candidate<Contact, Contact>[] = [];
  for (const entry of crm) {
    const family = familyOf(entry.channel);
    const words = wordsOf(entry);
    for (let apart = -DAYS_APART; apart <= DAYS_APART; apart++) {
      for (const { contact, words: ownWords } of byDay.get(addDays(entry.day, apart)) ?? []) {
        if (familyOf(contact.channel) !== family) continue;
        candidates.push({
          one: contact,
          other: entry,
          distance: [
            sameWords(ownWords(), words()) ? 0 : 1,
            Math.abs(daysBetween(contact.day, entry.day)),
            contact.result === entry.result ? 0 : 1,
            contact.channel === entry.channel ? 0 : 1,
            minutesApart(contact, entry),
          ],
          tie: `${contact.id}${entry.id}`,
        });
      }
    }
  }
  return pairUp(candidates);
}
