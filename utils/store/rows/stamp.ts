import * as z from 'zod/mini';
import { fieldKey } from '@/utils/domain/schema/client';
import { clientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';

/** When the CRM was last seen to show each field of a client. Outside the journal: it changes at every look. */
export const stamp = z.strictObject({ clientId, lastSeen: z.record(fieldKey, instant) });
export type Stamp = z.infer<typeof stamp>;
