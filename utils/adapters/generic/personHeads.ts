import { headingOf } from './boxHeading';
import { PERSON_HEADS } from './lexicon/words';
import { coreOf, isPhrase, partsOf } from './parts';
import type { Seen } from './seen';
import { nameLikeness } from './shapes';
import { meaningOf, plainWords, wordSet } from './terms';

/*
 * A client's page shows other people too: who looks after him, whom to ask for, his wife. A head over such a
 * person's name says so, and the name is not the page's.
 */

const HEADS = wordSet(PERSON_HEADS);

/** The largest card of one person. */
const LARGEST = 200;

/** A small card: who somebody is to the client, his name, and how to reach him below. */
export function isOthersCard(seen: Seen): boolean {
  if (seen.tag === '#text' || seen.text.length > LARGEST || seen.kids.length < 3) return false;
  // One line is no card: "Owner: Jane Roe (Private Office)".
  if (isPhrase(seen)) return false;
  const [head, name, more] = partsOf(seen);
  // A name to be typed over is what stands in a field.
  if (!head || !name || !more || !isPhrase(head) || coreOf(name).control || !HEADS.has(plainWords(head.text)))
    return false;
  const [first = name] = partsOf(coreOf(name));
  return nameLikeness(first.text) > 0 && meaningOf(first.text) === null && meaningOf(more.text) === null;
}

/** Whether a text stands under a head that says whose name follows: an owner's, a contact's. */
export function isUnderPersonHead(seen: Seen): boolean {
  for (let at = seen.parent, level = 0; at && level < MOST_LEVELS; at = at.parent, level += 1) {
    const heading = headingOf(at);
    if (heading !== null && heading !== seen.text && HEADS.has(plainWords(heading))) return true;
  }
  return false;
}

const MOST_LEVELS = 8;
