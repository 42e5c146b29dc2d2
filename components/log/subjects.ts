import type { Subject } from '@/utils/app/command';
import type { RecordRef } from '@/utils/domain/schema/sighting';

const recordKey = ({ crmId, entity, recordId }: RecordRef): string =>
  `sighted:${crmId}/${entity}/${recordId}`;

/** One text for one subject: the same subject always gives the same, two never share one. */
export const subjectKey = (subject: Subject): string =>
  subject.type === 'client' ? `client:${subject.clientId}` : recordKey(subject.sighting.record);

/** Whom a screen shows now; `record` is the CRM page beside it, if it shows one. */
export interface Shown {
  subject: Subject;
  record: RecordRef | null;
}

/**
 * Whether what was written for `subject` belongs on this screen. A client first sighted and then
 * tracked is the same person: the draft opened before still belongs.
 */
export function isShown(subject: Subject, shown: Shown): boolean {
  const key = subjectKey(subject);
  return key === subjectKey(shown.subject) || (shown.record !== null && key === recordKey(shown.record));
}
