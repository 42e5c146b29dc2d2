import type { Brief } from '../brief';
import { compareDays, daysBetween } from '../day';
import type { BestPrompt } from '../nba/bestOfDay';
import { TIERS } from '../schema/client';
import type { Channel } from '../schema/contact';
import type { ClientId } from '../schema/ids';
import type { CivilDay } from '../schema/time';

/** Why a client stands on today's list: something promised, planned, noted or at hand, a prompt, or the cadence (§3). */
export const TODAY_REASONS = [
  'promise',
  'plan',
  'note',
  'maturity',
  'birthday',
  'prompt',
  'overdue',
] as const;
export interface TodayItem {
  brief: Brief;
  why: (typeof TODAY_REASONS)[number];
  /** The day on which it was due, or is. */
  day: CivilDay;
  /** Of a plan with an hour, minutes after midnight. */
  minute: number | null;
  /** How a plan is to be carried out. */
  channel: Channel | null;
  /** The rule of a prompt. */
  rule: string | null;
}

const tierPlace = ({ tier }: Brief): number => (tier === null ? TIERS.length : TIERS.indexOf(tier));

const byClient = (one: Brief, other: Brief): number =>
  tierPlace(one) - tierPlace(other) ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0) ||
  (one.clientId < other.clientId ? -1 : 1);

const item = (brief: Brief, why: TodayItem['why'], day: CivilDay): TodayItem => ({
  brief,
  why,
  day,
  minute: null,
  channel: null,
  rule: null,
});

/** What is owed or agreed for today, one a client, what weighs most first. */
function ofToday(brief: Brief, today: CivilDay): TodayItem | null {
  const { promise, ahead } = brief;
  if (promise !== null && promise.due <= today) return item(brief, 'promise', promise.due);
  const plan = ahead?.plans?.find(({ day }) => day === today);
  if (plan) return { ...item(brief, 'plan', today), minute: plan.minute, channel: plan.channel };
  const note = ahead?.notes?.find(({ day }) => day <= today);
  return note ? item(brief, 'note', note.day) : null;
}

/** Rules 7 and 4: from when they speak, and what they are worth. */
const OCCASIONS = [
  { why: 'maturity', days: 30, base: 78 },
  { why: 'birthday', days: 7, base: 60 },
] as const;
/** §5: so many proactive prompts a day for the book. */
const MOST_OF_VALUE = 10;
const TIER_VALUE = [1.2, 1.1, 1, 0.9];

/** Something to do that is nobody's due, and what it is worth beside the others. */
type Weighed = TodayItem & { worth: number };

/** What comes up for a client, and what it is worth: base, tier and how near it is, as the rules weigh it. */
function occasionOf(brief: Brief, today: CivilDay): Weighed | null {
  for (const { why, days, base } of OCCASIONS) {
    const all = why === 'maturity' ? brief.ahead?.maturities : brief.ahead?.birthdays;
    const day = all?.find((each) => each >= today);
    const left = day === undefined ? days + 1 : daysBetween(today, day);
    if (day === undefined || left > days) continue;
    const value = TIER_VALUE[Math.min(tierPlace(brief), TIER_VALUE.length - 1)] ?? 1;
    return { ...item(brief, why, day), worth: base * value * (1 + (days - left) / (2 * days)) };
  }
  return null;
}

/** The better of what the card tells and of the client's best prompt; of one and the same thing, what has its day. */
function bestFor(brief: Brief, prompt: BestPrompt | undefined, today: CivilDay): Weighed | null {
  const occasion = occasionOf(brief, today);
  if (!prompt) return occasion;
  const { rule, priority } = prompt;
  if (occasion?.why === rule) return { ...occasion, worth: priority };
  if (occasion && occasion.worth >= priority) return occasion;
  return { ...item(brief, 'prompt', today), rule, worth: priority };
}

/**
 * Whom to talk to today: first promises due or late, the oldest first, because a broken word costs more
 * than a late call [W][B]; then what is planned for today by the hour, and notes of which the RM wanted to
 * be reminded; then the ten of highest value of what comes up: prompts, what matures within 30 days, birthdays
 * within seven (rules 7 and 4); then clients past their due date, tier A first and within a tier the longest
 * overdue. Each client once.
 *
 * @param best the prompts of highest value of the book today, as far as they are known
 */
export function todayList(
  briefs: readonly Brief[],
  today: CivilDay,
  best: readonly BestPrompt[] = [],
): TodayItem[] {
  const prompts = new Map<ClientId, BestPrompt>(best.map((prompt) => [prompt.client, prompt]));
  const owed: TodayItem[] = [];
  const weighed: Weighed[] = [];
  for (const brief of briefs) {
    const first = ofToday(brief, today);
    const most = first ? null : bestFor(brief, prompts.get(brief.clientId), today);
    if (first) owed.push(first);
    else if (most) weighed.push(most);
  }
  owed.sort(
    (one, other) =>
      TODAY_REASONS.indexOf(one.why) - TODAY_REASONS.indexOf(other.why) ||
      compareDays(one.day, other.day) ||
      (one.minute ?? -1) - (other.minute ?? -1) ||
      byClient(one.brief, other.brief),
  );
  weighed.sort((one, other) => other.worth - one.worth || byClient(one.brief, other.brief));
  const top = weighed.slice(0, MOST_OF_VALUE).map(({ worth: _worth, ...each }) => each);
  const listed = new Set([...owed, ...top].map(({ brief }) => brief.clientId));
  const overdue = briefs
    .filter(({ due, clientId }) => due < today && !listed.has(clientId))
    .map((brief) => item(brief, 'overdue', brief.due))
    .sort(
      (one, other) =>
        tierPlace(one.brief) - tierPlace(other.brief) ||
        compareDays(one.day, other.day) ||
        byClient(one.brief, other.brief),
    );
  return [...owed, ...top, ...overdue];
}

/** Clients talked to last, newest first; days to come are plans and do not count. */
export function recentClients(briefs: readonly Brief[], today: CivilDay, limit: number): Brief[] {
  return briefs
    .filter(({ last }) => last !== null && last.day <= today)
    .sort(
      (one, other) => compareDays(other.last?.day ?? today, one.last?.day ?? today) || byClient(one, other),
    )
    .slice(0, limit);
}
