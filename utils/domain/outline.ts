import type { ClientBundle } from './bundle';
import type { DueState, VisitDue } from './cadence/due';
import { dueStateOf } from './cadence/dueState';
import { visitDueOf } from './cadence/visitDue';
import { clarityOf } from './clarity/clarity';
import { withRows } from './clarity/fromRows';
import type { ClarityReport } from './clarity/report';
import type { Settings } from './schema/settings';
import type { CivilDay } from './schema/time';
import { withSeen } from './seenRows';
import type { TimelineEntry } from './timeline/entry';
import { timelineOf } from './timeline/timeline';

/** What is worked out of one client on one day, before any prompt. */
export interface Outline {
  bundle: ClientBundle;
  today: CivilDay;
  due: DueState;
  /** The same of meetings alone; null where no cadence of meetings is set. */
  visit: VisitDue | null;
  clarity: ClarityReport;
  /** Newest first; plans first of all. */
  timeline: readonly TimelineEntry[];
}

/** Cadence, 知彼度 and history of one client on a day in the zone of the settings; the CRM's own rows beside the RM's. */
export function outlineOf(kept: ClientBundle, settings: Settings, today: CivilDay): Outline {
  const bundle = withSeen(kept, settings.zone);
  const { contacts, actionStates, lastSeen } = bundle;
  return {
    bundle,
    today,
    due: dueStateOf(bundle, settings, today),
    visit: visitDueOf(bundle, settings, today),
    clarity: clarityOf(withRows(bundle), lastSeen, today, settings.zone),
    timeline: timelineOf(contacts, today, actionStates),
  };
}
