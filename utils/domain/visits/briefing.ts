import type { FieldStanding } from '../clarity/report';
import { dayOf, laterDay } from '../day';
import { sameValue } from '../fieldValues';
import type { Action, Caution } from '../nba/action';
import { isOlder } from '../nba/age';
import { cautionsOf } from '../nba/cautions/registry';
import { planActions } from '../nba/engine';
import { factsOf } from '../nba/facts';
import { ALL_GATES } from '../nba/gates/registry';
import { crossSell } from '../nba/rules/crossSell';
import { productMatch } from '../nba/rules/productMatch';
import type { Outline } from '../outline';
import type { Contact } from '../schema/contact';
import type { ContactId } from '../schema/ids';
import { RELATION_ROLES, type Relation } from '../schema/relation';
import type { Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import type { SeenChange } from '../seenChanges';
import type { TimelineEntry } from '../timeline/entry';
import { type PlannedVisit, plannedVisits } from './planned';
import { type Step, stepsFor } from './steps';
import { needsTwo } from './twoPersons';

/** One page to take along (§6). Everything on it is of this client alone. */
export interface Briefing {
  visit: PlannedVisit;
  /** The bank wants two of its people there, and nobody is named who comes along. */
  lacksSecond: boolean;
  /** Whom one meets or may meet: never a child, never a person who is only told of elsewhere. */
  people: readonly Relation[];
  /** What took place, newest first. */
  last: readonly Contact[];
  promises: readonly TimelineEntry[];
  changes: readonly SeenChange[];
  /** Fields to ask about, most points lost first. */
  gaps: readonly FieldStanding[];
  /** Products that the gates let through on the day of the visit. */
  fit: readonly Action[];
  cautions: readonly Caution[];
  steps: readonly Step[];
}

const MOST_LAST = 3;
const MOST_GAPS = 5;
const MOST_PEOPLE = 6;
const MOST_CHANGES = 5;

/** The gates but the one that waits for this very plan. */
const GATES = ALL_GATES.filter(({ id }) => id !== 'planned');

const isMasked = (value: SeenChange['before']): boolean => 'masked' in value && value.masked === true;

/**
 * Fields of the CRM's page that changed since a day, against what they were when that day began. Stars
 * that come and go change nothing.
 */
export function changesSince({ client }: Outline['bundle'], since: CivilDay, zone: string): SeenChange[] {
  return Object.entries(client.observed)
    .flatMap(([key, { value: after, firstSeen, former = [] }]): SeenChange[] => {
      if (dayOf(firstSeen, zone) < since) return [];
      const was = former.find((value) => dayOf(value.firstSeen, zone) < since) ?? former.at(-1);
      if (!was || sameValue(was.value, after) || isMasked(was.value) || isMasked(after)) return [];
      return [{ key, before: was.value, after, lastSeen: dayOf(was.lastSeen, zone), share: null }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** As the roles are listed: family, then key people, then who refers whom. */
const byRole = (a: Relation, b: Relation): number =>
  RELATION_ROLES.indexOf(a.role) - RELATION_ROLES.indexOf(b.role) || (a.id < b.id ? -1 : 1);

const isOpen = ({ state, expected, lost }: FieldStanding): boolean =>
  expected && lost > 0 && (state === 'missing' || state === 'stale' || state === 'guessed');

/**
 * The briefing of a planned visit, from what is kept today; null where there is no such plan.
 *
 * What may be offered is weighed for the day of the visit, by every gate of §11 but the one that waits
 * for a plan: this is it.
 */
export function briefingOf(
  outline: Outline,
  settings: Settings,
  now: { today: CivilDay; minute: number },
  id: ContactId,
): Briefing | null {
  const visit = plannedVisits(outline, now).find((one) => one.id === id);
  if (!visit) return null;
  const { bundle, timeline, clarity } = outline;
  const { plan } = visit;
  const day = laterDay(plan.day, now.today);
  const facts = factsOf({ ...outline, settings, today: day });
  const took = timeline.filter(({ contact }) => contact.state === 'done' && contact.day <= now.today);
  const last = took.slice(0, MOST_LAST).map(({ contact }) => contact);
  const offers = planActions({ ...outline, settings, today: day }, [productMatch, crossSell], GATES);
  // What is offered is the second part of a key: a product for which two rules speak stands here once.
  const fit = [...offers.shown, ...offers.folded].filter(
    ({ key }, place, all) =>
      all.findIndex((other) => other.key.split('|')[1] === key.split('|')[1]) === place,
  );
  return {
    visit,
    lacksSecond: needsTwo(plan.purpose) && plan.companions === null,
    people: bundle.relations
      .filter(({ role }) => role !== 'child')
      .toSorted(byRole)
      .slice(0, MOST_PEOPLE),
    last,
    promises: timeline.filter(({ promise }) => promise === 'open' || promise === 'late'),
    changes: changesSince(bundle, last[0]?.day ?? bundle.client.since, settings.zone).slice(0, MOST_CHANGES),
    gaps: clarity.fields.filter(isOpen).slice(0, MOST_GAPS),
    fit,
    cautions: cautionsOf(facts),
    steps: stepsFor({
      company: bundle.client.kind !== 'individual',
      older: isOlder(facts),
      mayOffer: fit.length > 0,
    }),
  };
}
