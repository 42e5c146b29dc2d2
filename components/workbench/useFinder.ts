import { useMemo, useRef } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import { createFinder, type Finder } from '../popup/finder';

/** Finds clients among these, keeping of the former finder what still holds when the book or the day changes. */
export function useFinder(briefs: readonly Brief[], today: CivilDay): Finder {
  const former = useRef<Finder | null>(null);
  return useMemo(() => {
    former.current = createFinder(briefs, today, former.current);
    return former.current;
  }, [briefs, today]);
}
