import type * as z from 'zod/mini';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';
import { type Subject, subject as subjectSchema } from '../command';
import type { PopupPort } from '../popupPort';
import { discardDraft, loadDraft, saveDraft } from './drafts';
import type { Opened } from './reader';

/** Whose draft the popup kept last; in session storage, which is memory. */
const UNFINISHED = 'popupDraft';
const unfinishedSchema: z.ZodMiniType<Subject> = subjectSchema;

/** What names one subject: a page seen twice shows the same record, perhaps with other fields. */
const nameOf = (subject: Subject): string =>
  JSON.stringify(
    subject.type === 'client'
      ? subject.clientId
      : [subject.sighting.record.crmId, subject.sighting.record.entity, subject.sighting.record.recordId],
  );

/**
 * The popup's drafts. It closes whenever its user looks elsewhere: which draft was the last is
 * remembered, once it is kept and until that very draft is thrown away.
 */
export function unfinishedDrafts(
  opening: Promise<Opened>,
): Pick<PopupPort, 'loadDraft' | 'saveDraft' | 'discardDraft' | 'unfinished'> {
  const load: PopupPort['loadDraft'] = async (subject) => {
    const { reader } = await opening;
    return reader ? loadDraft(reader, subject) : null;
  };
  const remembered = () => readSession(UNFINISHED, unfinishedSchema);
  return {
    loadDraft: load,
    saveDraft: async (draft) => {
      await saveDraft(draft);
      await writeSession(UNFINISHED, draft.subject);
    },
    discardDraft: async (subject) => {
      await discardDraft(subject);
      const last = await remembered();
      if (last !== null && nameOf(last) === nameOf(subject)) await dropSession(UNFINISHED);
    },
    unfinished: async () => {
      const last = await remembered();
      return last === null ? null : load(last);
    },
  };
}
