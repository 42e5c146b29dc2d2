import type { Caution } from './nba/action';
import { cautionsOf } from './nba/cautions/registry';
import { factsOf } from './nba/facts';
import type { Outline } from './outline';
import { CONSENT_CHANNELS, type ConsentChannel, type DoNotContact } from './schema/client';
import type { Contact } from './schema/contact';
import type { Note } from './schema/note';
import type { Opportunity } from './schema/opportunity';
import type { Relation } from './schema/relation';
import type { Settings } from './schema/settings';
import { mayShow } from './sensitivity';
import type { TimelineEntry } from './timeline/entry';

/** One page of a client for whoever takes him over: who he is, where things stand, what must not be said. */
export interface HandoverBrief {
  outline: Outline;
  planned: readonly Contact[];
  promises: readonly TimelineEntry[];
  last: readonly Contact[];
  opportunities: readonly Opportunity[];
  /** Pinned notes, of those that may stand on paper. */
  notes: readonly Note[];
  /** Never a child: of children nothing goes onto paper. */
  people: readonly Relation[];
  cautions: readonly Caution[];
  doNotContact: DoNotContact | null;
  refused: readonly ConsentChannel[];
}

const MOST_LAST = 5;
const MOST_NOTES = 4;
const MOST_PEOPLE = 6;
const MOST_OPPORTUNITIES = 4;

/** The page of one client on a day in the zone of the settings. */
export function handoverBriefOf(outline: Outline, settings: Settings): HandoverBrief {
  const { bundle, timeline, today } = outline;
  const { client } = bundle;
  const took = timeline.filter(({ contact }) => contact.state === 'done' && contact.day <= today);
  const open = bundle.opportunities.filter(({ stage }) => stage !== 'landed' && stage !== 'lost');
  return {
    outline,
    planned: timeline.filter(({ contact }) => contact.state === 'planned').map(({ contact }) => contact),
    promises: timeline.filter(({ promise }) => promise === 'open' || promise === 'late'),
    last: took.slice(0, MOST_LAST).map(({ contact }) => contact),
    opportunities: open.slice(0, MOST_OPPORTUNITIES),
    notes: bundle.notes.filter((note) => note.pinned && mayShow(note)).slice(0, MOST_NOTES),
    people: bundle.relations.filter(({ role }) => role !== 'child').slice(0, MOST_PEOPLE),
    cautions: cautionsOf(factsOf({ ...outline, settings, today })),
    doNotContact: client.doNotContact,
    refused: CONSENT_CHANNELS.filter((channel) => client.consents[channel]?.given === false),
  };
}
