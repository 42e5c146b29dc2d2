import type { RowNow } from '@/utils/store/sync/port';
import { type Live, stampOf } from '../merge/content';
import type { Lost } from '../merge/merge';

/**
 * A note that must not leave its device (§5): nothing of it is sent, and nothing from elsewhere is written into it. Where it had
 * gone out before it was one, the others hear of its removal.
 */
export const isWithheld = (row: RowNow | 'closed' | undefined): row is RowNow =>
  row !== undefined && row !== 'closed' && row.table === 'notes' && row.body['sensitivity'] === 'localOnly';

/** What somebody else wrote into such a note, when he could: kept here as a note of its own. */
export const besideWithheld = (said: Live): Lost => ({ note: said, stamp: stampOf(said.clock, 'text') });
