import { addMonths } from '../day';
import type { CivilDay } from '../schema/time';
import { dayIn, wordsIn } from './crmField';
import { type Facts, oncePerClient } from './facts';

/** A change that is older is history: the test behind either level has expired as well (§11.1). */
const MONTHS_BACK = 12;

/** The level in the words of whoever names it: C4 进取型 is 4; null for what names none. */
export function levelIn(words: string): number | null {
  const digit = /C\s*([1-5])/iu.exec(words)?.[1];
  return digit === undefined ? null : Number(digit);
}

/** A level that stood without a break, and from when until when it is known to have stood. */
interface Run {
  level: number;
  from: CivilDay;
  /** The last day on which the CRM showed it; null where only the client said it, before the CRM showed any. */
  until: CivilDay | null;
}

/** The CRM shows another level than the one that the client confirmed. */
export interface RiskLevelChange {
  /** Levels 1 to 5: the one that held before, and the one shown now. */
  before: number;
  now: number;
  /** The lower of the two: it alone counts until the client has confirmed. */
  lower: number;
  /** The last day on which the CRM showed the one before; null where it never did. */
  until: CivilDay | null;
  /** Since when the CRM is known to show the present one. */
  since: CivilDay;
  /** When the client confirmed the one before; null where nobody knows. */
  confirmed: CivilDay | null;
}

/** The level that the client himself named, and when; null where he named none. */
function ownWord({ bundle }: Facts): { level: number; day: CivilDay } | null {
  const word = bundle.client.facts['riskLevel'];
  const level = word?.source === 'client' ? levelIn(wordsIn(word.value)) : null;
  return word === undefined || level === null ? null : { level, day: word.day };
}

/** The day on which the client named this level; null where he did not. */
function saidOn(level: number, facts: Facts): CivilDay | null {
  const word = ownWord(facts);
  return word?.level === level && word.day <= facts.today ? word.day : null;
}

/** The levels the CRM showed, the latest first; what names none, or the same in other words, breaks no run. */
function runsOf(facts: Facts): Run[] {
  const { bundle, dayAt, today } = facts;
  const seen = bundle.client.observed['riskLevel'];
  // One level that nobody ever named otherwise has not changed: so it is with nearly every client.
  if (!seen || (!seen.former && !bundle.client.facts['riskLevel'])) return [];
  const now = { ...seen, lastSeen: bundle.lastSeen['riskLevel'] ?? seen.firstSeen };
  const runs: Run[] = [];
  for (const { value, firstSeen, lastSeen } of [now, ...(seen.former ?? [])]) {
    const level = levelIn(wordsIn(value));
    const from = dayAt(firstSeen);
    if (level === null || from > today) continue;
    const after = runs.at(-1);
    if (after?.level === level) after.from = from;
    else runs.push({ level, from, until: dayAt(lastSeen) });
  }
  const [oldest, word] = [runs.at(-1), ownWord(facts)];
  if (oldest && word && word.day < oldest.from && word.level !== oldest.level)
    runs.push({ level: word.level, from: word.day, until: null });
  return runs;
}

/** The days of the tests that are known, from the RM and from what the CRM shows and showed. */
function testDays({ bundle, today }: Facts): CivilDay[] {
  const { facts, observed } = bundle.client;
  const own = facts['riskTestedOn'];
  const seen = observed['riskTestedOn'];
  return [own?.source === 'guess' ? undefined : own, seen, ...(seen?.former ?? [])].flatMap((each) => {
    const day = dayIn(each?.value);
    return day !== null && day <= today ? [day] : [];
  });
}

/**
 * When the client confirmed the level at a place among the runs: by his own word while it stood, or by a test. The
 * test from which a level comes made it and confirmed nothing, unless it is the first level that is known at all.
 */
function confirmedAt(place: number, runs: readonly Run[], facts: Facts): CivilDay | null {
  const [run, after] = [runs[place], runs[place - 1]];
  if (!run) return null;
  const first = place === runs.length - 1;
  const said = saidOn(run.level, facts);
  // A test says nothing of which level it found: of the present one any counts, of another only while it surely stood.
  const stood = (day: CivilDay): boolean => after === undefined || (run.until !== null && day < run.until);
  const days = [
    ...testDays(facts).filter((day) => (first || day > run.from) && stood(day)),
    ...(said !== null && (first || said >= run.from) && (after === undefined || said < after.from)
      ? [said]
      : []),
  ];
  return days.sort().at(-1) ?? null;
}

/**
 * §11.2: the CRM shows another risk level than the one that the client confirmed last, and nobody has confirmed it
 * since. Walks back over what the CRM showed to the last level behind which a test or the client's own word stands,
 * or, where none does, to the level before the present one; only the level's digit is compared. Null where the level
 * is the same again, where the change is older than twelve months, and once the client has confirmed it.
 */
export const riskLevelChangeOf = oncePerClient((facts): RiskLevelChange | null => {
  const runs = runsOf(facts);
  const [present] = runs;
  if (!present || present.from < addMonths(facts.today, -MONTHS_BACK)) return null;
  if (confirmedAt(0, runs, facts) !== null) return null;
  const places = runs.map((_, place) => place).slice(1);
  const known = places.find((place) => confirmedAt(place, runs, facts) !== null);
  const held = runs[known ?? 1];
  if (!held || held.level === present.level) return null;
  return {
    before: held.level,
    now: present.level,
    lower: Math.min(held.level, present.level),
    until: held.until,
    since: present.from,
    confirmed: known === undefined ? null : confirmedAt(known, runs, facts),
  };
});
