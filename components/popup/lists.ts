import type { Brief } from '@/utils/domain/brief';
import type { ContactId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { SearchHit } from '@/utils/domain/search/clientSearch';
import type { Range } from '@/utils/domain/search/matchName';
import { recentClients, type TodayItem, todayList } from '@/utils/domain/search/todayList';
import type { Tone } from '../ui/Chip';
import { t } from '../ui/words';
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

/** Most lines of today before "more". */
export const SHORT_TODAY = 7;
const MOST_RECENT = 5;

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

function todayRow({ brief, why, day }: TodayItem, today: CivilDay, finder: Finder): Row {
  const apart = finder.hasNamesake(brief) ? distinction(brief) : null;
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

/** Today's lines and, of those not among them, the clients talked to last. */
export function startRows(
  briefs: readonly Brief[],
  today: CivilDay,
  finder: Finder,
): { today: Row[]; recent: Row[] } {
  const items = todayList(briefs, today);
  const listed = new Set(items.map(({ brief }) => brief.clientId));
  const recent = recentClients(briefs, today, MOST_RECENT + Math.min(listed.size, 50))
    .filter(({ clientId }) => !listed.has(clientId))
    .slice(0, MOST_RECENT);
  return {
    today: items.map((item) => todayRow(item, today, finder)),
    recent: recent.map((brief) => plainRow(brief, today, finder)),
  };
}

/** A line for a client that was found, saying by what. */
export function hitRow(hit: SearchHit, today: CivilDay, finder: Finder): Row {
  const row = plainRow(hit.brief, today, finder);
  const { found } = hit;
  const byTail = found !== null && hit.brief.phoneTails.includes(found);
  const words = found === null ? null : byTail ? t('popup.tail', found) : t('popup.number', found);
  return { ...row, about: words ?? row.about, ranges: hit.ranges };
}
