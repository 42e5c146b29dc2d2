import * as z from 'zod/mini';
import { linkId } from '@/utils/domain/schema/ids';
import { sighting } from '@/utils/domain/schema/sighting';

/**
 * What one tab shows, as the background knows it: the only source from which a panel learns whose
 * page it lies beside. Kept in session storage, so that it outlives the worker but not the browser.
 */
export const tabView = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('sighted'),
    documentId: z.string(),
    generation: z.int(),
    linkId,
    /** The adapter's page that it was read by. */
    page: z.string(),
    sighting,
  }),
  z.strictObject({
    state: z.literal('noClient'),
    documentId: z.string(),
    generation: z.int(),
    /** `ambiguous` and a page that stays `waiting` are the same to a user: not recognised. */
    why: z.enum(['navigating', 'waiting', 'notClientPage', 'ambiguous']),
  }),
]);
export type TabView = z.infer<typeof tabView>;

/** Where a tab's view lies in session storage. */
export const tabViewKey = (tabId: number): string => `tab:${tabId}`;
