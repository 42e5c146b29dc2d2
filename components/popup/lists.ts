import type { Brief } from '@/utils/domain/brief';
import type { BestPrompt } from '@/utils/domain/nba/bestOfDay';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { SearchHit } from '@/utils/domain/search/clientSearch';
import type { Range } from '@/utils/domain/search/matchName';
import { recentClients, type TodayItem, todayList } from '@/utils/domain/search/todayList';
import type { Tone } from '../ui/Chip';
import { clockTime, sayDay } from '../ui/dayWords';
import { phrase, t } from '../ui/words';
import { distinction, dueWord, lastWord, lateness } from './clientWords';
import type { Finder } from './finder';

/** One line of a list, ready to be shown and picked. */
export interface Row {
  brief: Brief;
  about: string;
  mark: { tone: Tone; text: string } | null;
  ranges: readonly Range[];
  /** The promise that a log from here keeps. */
  keeps: ContactId | null;
}

/** How many lines fit into a popup of 600 px: below a client's letters, and below the search alone. */
export const BELOW_CLIENT = { today: 5, recent: 3 };
export const BELOW_SEARCH = { today: 7, recent: 5 };

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

/** What is planned for today, by its hour where it has one. */
function planWord({ minute, channel }: TodayItem): string {
  const how = t(`channel.${channel ?? 'meeting'}`);
  return minute === null ? t('popup.plan', how) : t('popup.planAt', clockTime(minute), how);
}

/** When something comes up: today in amber, and the day for what lies ahead. */
const comesUp = (day: CivilDay, today: CivilDay): Row['mark'] =>
  lateness(day, today) ?? { tone: 'plain', text: sayDay(day, today) };

function todayRow(listed: TodayItem, today: CivilDay, finder: Finder): Row {
  const { brief, why, day, rule } = listed;
  const apart = finder.hasNamesake(brief) ? distinction(brief) : null;
  if (why === 'plan' || why === 'note' || why === 'maturity' || why === 'birthday') {
    const about = joined(apart, why === 'plan' ? planWord(listed) : t(`popup.${why}`));
    return { brief, about, mark: comesUp(day, today), ranges: [], keeps: null };
  }
  if (why === 'prompt' && rule !== null) {
    const about = joined(apart, phrase(`rule.${rule}.name`));
    return { brief, about, mark: dueWord(brief, today), ranges: [], keeps: null };
  }
  if (why === 'promise' && brief.promise) {
    const { text, contactId } = brief.promise;
    const about = joined(apart, t('popup.promised', text));
    return { brief, about, mark: lateness(day, today), ranges: [], keeps: contactId };
  }
  const about = joined(apart, lastWord(brief, today));
  return { brief, about, mark: dueWord(brief, today), ranges: [], keeps: null };
}

function plainRow(brief: Brief, today: CivilDay, finder: Finder): Row {
  const apart = finder.hasNamesake(brief) ? distinction(brief) : null;
  return {
    brief,
    about: joined(apart, lastWord(brief, today)),
    mark: dueWord(brief, today),
    ranges: [],
    keeps: null,
  };
}

/** What a popup in which nothing is typed offers. */
export interface StartRows {
  today: readonly Row[];
  recent: readonly Row[];
}

/** Today's lines and, of those not among them, the clients talked to last. */
export function startRows(
  briefs: readonly Brief[],
  today: CivilDay,
  finder: Finder,
  best: readonly BestPrompt[],
): StartRows {
  const items = todayList(briefs, today, best);
  const listed = new Set(items.map(({ brief }) => brief.clientId));
  const others = briefs.filter(({ clientId }) => !listed.has(clientId));
  return {
    today: items.map((item) => todayRow(item, today, finder)),
    recent: recentClients(others, today, BELOW_SEARCH.recent + 1).map((brief) =>
      plainRow(brief, today, finder),
    ),
  };
}

/** The same without one client, who stands above the list already. */
export const without = ({ today, recent }: StartRows, clientId: ClientId | null): StartRows => ({
  today: today.filter(({ brief }) => brief.clientId !== clientId),
  recent: recent.filter(({ brief }) => brief.clientId !== clientId),
});

/** A line for a client that was found, saying by what. */
export function hitRow(hit: SearchHit, today: CivilDay, finder: Finder): Row {
  const row = plainRow(hit.brief, today, finder);
  const { found } = hit;
  const byTail = found !== null && hit.brief.phoneTails.includes(found);
  const words = found === null ? null : byTail ? t('popup.tail', found) : t('popup.number', found);
  return { ...row, about: words ?? row.about, ranges: hit.ranges };
}
