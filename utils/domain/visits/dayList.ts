import type { CivilDay } from '../schema/time';
import { inOrder, type PlannedVisit } from './planned';

/** The visits of one part of the town, in the order of their hours. */
export interface AreaVisits {
  /** Null for those of which nobody said where they are. */
  area: string | null;
  visits: readonly PlannedVisit[];
}

/** A day's visits by area and time (§6): areas in the order of their first hour, the unknown one last. */
export function byArea(visits: readonly PlannedVisit[], day: CivilDay): AreaVisits[] {
  const areas = new Map<string | null, PlannedVisit[]>();
  for (const visit of visits.filter(({ plan }) => plan.day === day).sort(inOrder)) {
    const area = visit.prepared?.area?.trim() || null;
    const group = areas.get(area);
    if (group) group.push(visit);
    else areas.set(area, [visit]);
  }
  // A stable sort: areas stay in the order in which their first visit came.
  return [...areas]
    .map(([area, group]) => ({ area, visits: group }))
    .sort((a, b) => Number(a.area === null) - Number(b.area === null));
}
