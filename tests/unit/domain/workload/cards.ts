import type { Brief, Workload } from '@/utils/domain/brief';
import { briefOf, idOf } from '../search/briefs';

/** A card with a workload; the rest is an individual of tier B, seen in time. */
export const aCard = (
  n: number,
  change: { name?: string } & Partial<Record<Exclude<keyof Brief, 'name'>, unknown>> = {},
  workload: Partial<Record<keyof Workload, unknown>> = {},
): Brief =>
  briefOf({
    name: `客户${n}`,
    clientId: idOf(n),
    ...change,
    workload: {
      cadenceDays: 60,
      visitDue: null,
      recent: [],
      open: false,
      classes: [],
      area: null,
      moved: [],
      ...workload,
    },
  });
