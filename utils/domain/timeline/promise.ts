import { qualifies } from '../cadence/qualify';
import type { ActionState } from '../schema/actionState';
import type { Contact } from '../schema/contact';
import type { ContactId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import { behindDone } from './answerLog';
import type { Chain } from './chain';
import type { TimelineEntry } from './entry';

/** The rule that watches over promises; answers to its prompts settle them. */
export const PROMISE_RULE = 'promiseDue';

const idsOf = ({ contact, earlier }: Chain): ContactId[] => [contact, ...earlier].map(({ id }) => id);

/** The first version of an entry: the same however often it is corrected. */
export const rootIdOf = ({ contact, earlier }: Chain): ContactId => earlier.at(-1)?.id ?? contact.id;

/**
 * The key under which answers about a promise are kept: the contact that made it and the day it is
 * due, so that a new date is a new promise.
 */
export const promiseKey = (chain: Chain): string =>
  `${PROMISE_RULE}|${rootIdOf(chain)}|${chain.contact.nextStep?.due ?? 'undated'}`;

/** All that has been kept or answered of a client's promises. */
export interface Kept {
  /** Contacts whose promise a later contact kept, in any version. */
  by: ReadonlySet<ContactId>;
  answers: ReadonlyMap<string, ActionState>;
  chains: readonly Chain[];
}

/** Gathers what was kept: by a contact that reached the client, not by an attempt or a plan. */
export function keptIn(chains: readonly Chain[], states: readonly ActionState[]): Kept {
  const by = new Set<ContactId>();
  for (const { contact } of chains) {
    const { id, keeps } = contact;
    if (keeps !== null && keeps !== id && qualifies(contact)) by.add(keeps);
  }
  const answers = new Map<string, ActionState>();
  for (const state of states) if (state.rule === PROMISE_RULE) answers.set(state.key, state);
  return { by, answers, chains };
}

/**
 * What became of an entry's promise [W][B]: kept by a later contact or answered as done, late once its
 * day is past, else open. One put away as no longer relevant is none; plans promise nothing.
 */
export function promiseOf(chain: Chain, kept: Kept, today: CivilDay): TimelineEntry['promise'] {
  const { nextStep, state }: Contact = chain.contact;
  if (nextStep === null || state !== 'done') return 'none';
  if (kept.by.size > 0 && idsOf(chain).some((id) => kept.by.has(id))) return 'kept';
  const answered = kept.answers.get(promiseKey(chain));
  if (answered?.answer.state === 'done' && behindDone(answered, kept.chains).came === 'done') return 'kept';
  if (answered?.answer.state === 'dismissed') {
    return answered.answer.reason === 'doneElsewhere' ? 'kept' : 'none';
  }
  return nextStep.due !== null && nextStep.due < today ? 'late' : 'open';
}
