import type { ClientBundle } from '../bundle';
import { type Facts, factsOf } from '../nba/facts';
import { callsEnough } from '../nba/gates/callsEnough';
import { dayOff } from '../nba/gates/dayOff';
import { planned } from '../nba/gates/planned';
import { ALL_GATES } from '../nba/gates/registry';
import type { Finding } from '../nba/rule';
import { familyEvent } from '../nba/rules/familyEvent';
import { outlineOf } from '../outline';
import type { ClassTag, ClientKind, Tier } from '../schema/client';
import type { ClientId } from '../schema/ids';
import type { Stage } from '../schema/relation';
import type { Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import { say } from '../words';

/** A client of the book as a guest to be. */
export interface Candidate {
  id: ClientId;
  name: string;
  kind: ClientKind;
  tier: Tier | null;
  classes: readonly ClassTag[];
  prospect: boolean;
  /** The stages of school of the client's children, as far as the wall lets them be spoken of. */
  stages: readonly Stage[];
  /** The gate that keeps an invitation away; null where there is none. */
  closed: string | null;
}

/** They speak of today's telephone, not of a list of guests. */
const OF_THE_HOUR: ReadonlySet<string> = new Set([planned.id, dayOff.id, callsEnough.id]);

const nothing = say('greeting.plain');
/** An invitation by no channel yet: any consent is enough, as face to face. */
const invitation: Finding = {
  evidence: 'event',
  title: nothing,
  why: [nothing],
  talkTrack: nothing,
  deed: { type: 'log', prefill: {}, keeps: null, amends: null },
  urgency: 1,
};

/** The first gate of §§9 and 11 that stops the invitation: it is marketing (§11.7). */
const gateBefore = (finding: Finding, facts: Facts): string | null =>
  ALL_GATES.find(
    ({ id, stops }) => !OF_THE_HOUR.has(id) && stops({ rule: familyEvent, finding, aim: 'sell' }, facts),
  )?.id ?? null;

function stagesOf(facts: Facts): Stage[] {
  const spokenOf = facts.bundle.relations.filter(
    ({ id, role, stage }) =>
      role === 'child' && stage !== null && gateBefore({ ...invitation, about: [id] }, facts) === null,
  );
  return [...new Set(spokenOf.flatMap(({ stage }) => stage ?? []))];
}

/** What a client is to be known by before he is invited to an event, and whether he may be (§11). */
export function candidateOf(bundle: ClientBundle, settings: Settings, today: CivilDay): Candidate {
  const facts = factsOf({ ...outlineOf(bundle, settings, today), settings });
  const { id, name, kind, tier, classes, prospect } = facts.bundle.client;
  const closed = gateBefore(invitation, facts);
  return { id, name, kind, tier, classes, prospect, stages: closed === null ? stagesOf(facts) : [], closed };
}

/** By name, then by id: the order in which the page lists them. */
export const byName = (a: Candidate, b: Candidate): number =>
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.id < b.id ? -1 : 1);
