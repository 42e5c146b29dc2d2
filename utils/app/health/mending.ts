import * as z from 'zod/mini';
import { pageHealth } from '@/utils/adapters/health';
import { clientKind, fieldKey } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';

/** Far more than any adapter has. */
const json = z.string().check(z.maxLength(256 * 1024));

const place = {
  adapter: pageHealth.shape.adapter,
  page: pageHealth.shape.page,
  kind: clientKind,
  keys: z.array(fieldKey).check(z.minLength(1), z.maxLength(200)),
};

/** What was found again in a tab and waits for the user's word: the adapter as it would be. */
export const finding = z.strictObject({ ...place, json });
export type Finding = z.infer<typeof finding>;

/** Where the finding of a tab lies in session storage. */
export const findingKey = (tabId: number): string => `finding:${tabId}`;

/** What was found again last and is in force: enough to take it back. */
export const mended = z.strictObject({
  ...place,
  at: instant,
  /** The adapter as it was put in force: one that was edited since is not taken back. */
  after: json,
  /** The user's own adapter that stood there before; null where it was the one that comes with Zhibi. */
  before: z.nullable(json),
  /** The page's health before. */
  health: z.nullable(pageHealth),
});
export type Mended = z.infer<typeof mended>;

/** Where the last mending lies in session storage: it can be undone as long as the browser runs. */
export const MENDED = 'mended';
