import { CLASS_TAGS, TIERS } from '../schema/client';
import type { Stage } from '../schema/relation';
import type { Candidate } from './candidate';

/** By what a list of guests is put together: everybody, a tier, a class, prospects, or who has children of the event's stages. */
export const GUEST_FILTERS = ['all', 'children', ...TIERS, ...CLASS_TAGS, 'prospects'] as const;
export type GuestFilter = (typeof GUEST_FILTERS)[number];

/** Whether a client is among those that a filter lets through. */
export function letsThrough(
  filter: GuestFilter,
  { tier, classes, prospect, stages }: Candidate,
  wanted: readonly Stage[],
): boolean {
  if (filter === 'all') return true;
  if (filter === 'prospects') return prospect;
  if (filter === 'children') return stages.some((stage) => wanted.includes(stage));
  return tier === filter || classes.some((tag) => tag === filter);
}
