import type { Subject } from '@/utils/app/command';
import type { Draft } from '@/utils/app/draft';
import type { Contact } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { DraftDetails } from './details';

/** Whom a form is opened for. */
export interface LogClient {
  subject: Subject;
  name: string;
  kind: Draft['kind'];
}

/** A form for a new contact, with what is known beforehand filled in. */
export const newDraft = (
  client: LogClient,
  details: DraftDetails,
  links: Partial<Pick<Draft, 'keeps' | 'answers' | 'amends'>> = {},
): Draft => {
  const { subject, name, kind } = client;
  return { subject, name, kind, details, keeps: null, answers: null, amends: null, ...links };
};

/** A form that corrects an entry, filled in with what the entry says. */
export function amendingDraft(client: LogClient, contact: Contact): Draft {
  const {
    id,
    clientId,
    origin,
    state,
    enteredInCrm,
    supersedes,
    keeps,
    event,
    loggedAt,
    sample,
    ...details
  } = contact;
  return { ...newDraft(client, details), amends: id };
}

/** A form for what became of a plan: the plan's words, done on its day, or today if that is still ahead. */
export function outcomeDraft(client: LogClient, plan: Contact, today: CivilDay): Draft {
  const draft = amendingDraft(client, plan);
  const day = plan.day > today ? today : plan.day;
  return { ...draft, details: { ...draft.details, day, result: 'reached' } };
}

/** The same for a visit, with room for what shows it and what was learned. */
export const visitOutcomeDraft = (client: LogClient, plan: Contact, today: CivilDay): Draft => ({
  ...outcomeDraft(client, plan, today),
  visit: { evidence: '', learned: [] },
});

/**
 * A kept draft and a new form of the same kind in one. The channel is the one asked for now; of all
 * else what was written before stays, and two notes are put one below the other: nothing is lost.
 */
export function joined(kept: Draft, opening: Draft): Draft {
  const isWritten = ([, value]: [string, unknown]) => value !== null && value !== undefined;
  const details: DraftDetails = {
    ...opening.details,
    ...Object.fromEntries(Object.entries(kept.details).filter(isWritten)),
    channel: opening.details.channel ?? kept.details.channel,
  };
  const notes = [kept.details.note, opening.details.note].filter((note) => note?.trim());
  if (notes.length > 0) details.note = [...new Set(notes)].join('\n');
  return {
    ...kept,
    ...(kept.visit || !opening.visit ? {} : { visit: opening.visit }),
    keeps: opening.keeps ?? kept.keeps,
    answers: opening.answers ?? kept.answers,
    details,
  };
}
