import { leaveOn } from '@/utils/domain/cadence/leave';
import type { DayStatus, WorkCalendar } from '@/utils/domain/calendar/workingDays';
import { CHANNELS, type Contact } from '@/utils/domain/schema/contact';
import type { CalendarMarks, Leave } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Mark, MarkKind } from '@/utils/domain/workload/grid';
import type { Period } from '@/utils/domain/workload/period';
import { isFaceToFace } from '../../log/details';
import { exactDay } from '../../ui/dayWords';
import { t } from '../../ui/words';

/** Widths and heights of the calendar in pixels: rows are placed by them, so that only those in sight are drawn. */
export const NAME_WIDTH = 248;
export const ROW_HEIGHT = 32;
export const CELL_WIDTH: Readonly<Record<Period, number>> = { week: 96, month: 30, quarter: 26 };
/** Rows drawn above and below those in sight. */
export const SPARE_ROWS = 6;

/** One day of the head: whether it is worked, and who stands in where the RM is away. */
export interface DayHead {
  day: CivilDay;
  status: DayStatus;
  leave: Leave | null;
}

/** The days of a span with what they are to the RM. */
export const headsOf = (
  days: readonly CivilDay[],
  calendar: WorkCalendar,
  leaves: readonly Leave[],
): DayHead[] => days.map((day) => ({ day, status: calendar.statusOf(day), leave: leaveOn(day, leaves) }));

/** What stands under a day in words, for the legend and for screen readers; null for an ordinary weekday. */
export function dayNote({ status, leave }: DayHead): string | null {
  if (leave !== null) {
    return leave.standIn === null ? t('calendar.leave') : t('calendar.leaveStandIn', leave.standIn);
  }
  if (status.why === 'holiday') return t(`calendar.holiday.${status.holiday}`);
  return status.why === 'makeUp' ? t('calendar.makeUp') : null;
}

/** A channel's letter or its one character (§2). */
export const markOf = ({ channel }: Pick<Contact, 'channel'>, marks: CalendarMarks): string =>
  marks === 'letters' ? CHANNELS[channel] : t(`calendar.mark.${channel}`);

/** How a mark is drawn: meetings solid, others tinted, plans outlined, attempts struck. */
export function markClass({ kind, contact }: Mark): string {
  if (kind === 'reached') return isFaceToFace(contact.channel) ? 'cmark cmark-solid' : 'cmark';
  return `cmark cmark-${kind}`;
}

const KIND_WORDS = {
  reached: null,
  failed: 'calendar.failed',
  mass: 'calendar.mass',
  planned: 'calendar.plannedMark',
  lapsed: 'calendar.lapsed',
} as const satisfies Record<MarkKind, unknown>;

/** One contact in words: 电话, 面谈（计划）. */
export function markWord({ kind, contact }: Mark): string {
  const channel = t(`channel.${contact.channel}`);
  const word = KIND_WORDS[kind];
  return word === null ? channel : t(word, channel);
}

/** A cell for who does not see it: whose, when, what. */
export function cellWords(name: string, day: CivilDay, marks: readonly Mark[]): string {
  const what = marks.length === 0 ? t('calendar.none') : marks.map(markWord).join(t('calendar.and'));
  return t('calendar.cell', name, exactDay(day), what);
}
