import type { Channel } from '../schema/contact';
import type { Leave } from '../schema/settings';
import type { CivilDay } from '../schema/time';

/** How urgent the next contact is: amber from 70 % of the way, red when due (§3). */
export type DueLevel = 'fresh' | 'soon' | 'due' | 'overdue';

/** Where a client stands in its cadence. */
export interface DueState {
  /** The working day on which the next contact is due. */
  due: CivilDay;
  level: DueLevel;
  /** Days past the due date; 0 unless overdue. */
  daysOverdue: number;
  /** The last qualifying contact, own or from the CRM; null if never contacted. */
  last: { day: CivilDay; channel: Channel; daysAgo: number } | null;
  /** The cadence in force, in days, and whose it is. */
  cadenceDays: number;
  cadenceFrom: 'client' | 'atRisk' | 'class' | 'prospect' | 'tier';
  /** The leave that put the due day off; null where none did. */
  leave: Leave | null;
}

/** Where a client stands in the cadence of meetings, apart from other contacts. */
export interface VisitDue {
  due: CivilDay;
  level: DueLevel;
  daysOverdue: number;
  /** The last time face to face, own or from the CRM; null if there was none. */
  last: CivilDay | null;
  cadenceDays: number;
}
