import { cardsIn } from './cards';
import type { Span } from './fold';
import { cardCodesIn, oneTimeCodesIn, passwordsIn } from './secrets';

/** What is never kept of a client, however well it is sealed (§9). */
export type RefusedKind = 'password' | 'cvv' | 'oneTimeCode' | 'card';

/** What may not be kept, and where in the text it stands. */
export interface Refused extends Span {
  what: RefusedKind;
}

/** A one-time password is a password too: what is found first is what it is called. */
const FINDERS: readonly [RefusedKind, (text: string) => Span[]][] = [
  ['card', cardsIn],
  ['cvv', cardCodesIn],
  ['oneTimeCode', oneTimeCodesIn],
  ['password', passwordsIn],
];

/**
 * What in a free text must not be kept: passwords, the check numbers and the numbers of cards, one-time codes;
 * in simplified and traditional Chinese and in English, in narrow and full width. Nothing found means that it
 * may be kept. It finds writing, not intentions: half a card's number passes, and is meant to.
 *
 * @returns in the order of the text
 */
export function refusedIn(text: string): Refused[] {
  const found: Refused[] = [];
  for (const [what, find] of FINDERS)
    for (const span of find(text))
      if (!found.some(({ at, end }) => span.at < end && at < span.end)) found.push({ what, ...span });
  return found.sort((a, b) => a.at - b.at);
}
