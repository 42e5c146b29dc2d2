import type { ReadonlySignal } from '@preact/signals';
import * as z from 'zod/mini';
import { clientId } from '@/utils/domain/schema/ids';
import { type RecordRef, recordRef } from '@/utils/domain/schema/sighting';
import type { Subject } from './command';

/**
 * 当面模式, client present (§6): who sits beside the screen, as the book and as the CRM know them; neither
 * where nobody in particular was named. Null is not among it: then nobody sits there.
 */
export const presentClient = z.strictObject({
  clientId: z.nullable(clientId),
  record: z.nullable(recordRef),
});
export type PresentClient = z.infer<typeof presentClient>;

/** Someone may look on, and no screen showed whom. */
export const ANYBODY: PresentClient = { clientId: null, record: null };

/** What every screen knows of it: it hides what it shows as long as this is not null. */
export interface PresencePort {
  clientPresent: ReadonlySignal<PresentClient | null>;
  /** Hides on this screen at once, and on all others as soon as they hear of it; null shows again. */
  setClientPresent(present: PresentClient | null): void;
}

/** The one whom a screen shows, as who is present. */
export function presentAs(shown: { subject: Subject; record: RecordRef | null } | null): PresentClient {
  if (shown === null) return ANYBODY;
  const { subject, record } = shown;
  if (subject.type === 'client') return { clientId: subject.clientId, record };
  return { clientId: null, record: record ?? subject.sighting.record };
}

const sameRecord = (a: RecordRef | null, b: RecordRef | null): boolean =>
  a !== null && b !== null && a.crmId === b.crmId && a.entity === b.entity && a.recordId === b.recordId;

/** Whether the client whom a screen shows is the one who sits there: any other is nobody's to see. */
export function isPresent(
  present: PresentClient,
  shown: { subject: Subject; record: RecordRef | null },
): boolean {
  if (present.clientId === null && present.record === null) return true;
  const own = presentAs(shown);
  return (
    (present.clientId !== null && present.clientId === own.clientId) || sameRecord(present.record, own.record)
  );
}
