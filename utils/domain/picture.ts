import type { ClientBundle } from './bundle';
import type { DueState } from './cadence/due';
import type { ClarityReport } from './clarity/report';
import type { ActionPlan } from './nba/action';
import type { CivilDay } from './schema/time';
import type { TimelineEntry } from './timeline/entry';

/** Everything the panel says of one client, worked out from the bundle on one day. */
export interface ClientPicture {
  bundle: ClientBundle;
  today: CivilDay;
  due: DueState;
  clarity: ClarityReport;
  actions: ActionPlan;
  /** Newest first; plans first of all. */
  timeline: readonly TimelineEntry[];
}
