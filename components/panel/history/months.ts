import { addMonths, monthOf } from '@/utils/domain/day';
import type { Channel } from '@/utils/domain/schema/contact';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import type { Month } from '@/utils/domain/timeline/browse';
import type { TimelineEntry } from '@/utils/domain/timeline/entry';

/** As many groups from the top as hold `count` entries; the last one is cut if it must be. */
export function firstOf(groups: readonly Month[], count: number): Month[] {
  const shown: Month[] = [];
  let room = count;
  for (const group of groups) {
    if (room <= 0) break;
    shown.push(group.entries.length <= room ? group : { ...group, entries: group.entries.slice(0, room) });
    room -= group.entries.length;
  }
  return shown;
}

/** How many contacts took place in each of the last twelve months, oldest first. */
export function monthCounts(
  entries: readonly TimelineEntry[],
  today: CivilDay,
): { month: string; count: number }[] {
  const first = civilDay.parse(`${monthOf(today)}-01`);
  const months = Array.from({ length: 12 }, (_, index) => monthOf(addMonths(first, index - 11)));
  const counts = new Map(months.map((month) => [month, 0]));
  for (const { contact } of entries) {
    const month = monthOf(contact.day);
    const count = counts.get(month);
    if (contact.state === 'done' && count !== undefined) counts.set(month, count + 1);
  }
  return months.map((month) => ({ month, count: counts.get(month) ?? 0 }));
}

/** The channels that occur, the most frequent first. */
export function channelsIn(entries: readonly TimelineEntry[]): Channel[] {
  const counts = new Map<Channel, number>();
  for (const { contact } of entries) counts.set(contact.channel, (counts.get(contact.channel) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([channel]) => channel);
}
