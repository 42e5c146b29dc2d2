import type { Subject } from '../command';
import type { Draft } from '../draft';
import { draftKeys } from '../draftKeys';
import { readEventForms } from '../eventForms';
import { type FormsOwner, formsKey, type HalfForms, readForms } from '../halfForms';
import { inLine } from '../inLine';
import { theBook } from './book';

/** What was sent first is kept first: a page waits for no answer before it sends the next. */
const inDrafts = inLine('drafts');

/**
 * Keeps a draft; false when it could not be kept. Once its client is of the book it lies with the client:
 * what was kept under a CRM record before has been taken up into it.
 */
export const keepDraft = (draft: Draft): Promise<boolean> => inDrafts(() => keepNow(draft));

async function keepNow(draft: Draft): Promise<boolean> {
  const opened = await theBook();
  if (!opened.ok) return false;
  const { drafts } = opened.value;
  const [key, ...former] = await draftKeys(opened.value, draft.subject);
  if (key === undefined) return false;
  const kept = await drafts.put(key, draft);
  if (kept.ok) await Promise.all(former.map((each) => drafts.discard(each)));
  return kept.ok;
}

/** Throws a draft away, also the one from before the client was in the book. */
export const dropDraft = (subject: Subject): Promise<boolean> => inDrafts(() => dropNow(subject));

async function dropNow(subject: Subject): Promise<boolean> {
  const opened = await theBook();
  if (!opened.ok) return false;
  const { drafts } = opened.value;
  const dropped = await Promise.all(
    (await draftKeys(opened.value, subject)).map((key) => drafts.discard(key)),
  );
  return dropped.every((each) => each.ok);
}

/** Keeps the half-filled forms of a client's facts, or of events; with none left nothing is kept of them. */
export const keepForms = (of: FormsOwner, forms: HalfForms): Promise<boolean> =>
  inDrafts(() => keepFormsNow(of, forms));

async function keepFormsNow(of: FormsOwner, forms: HalfForms): Promise<boolean> {
  const opened = await theBook();
  if (!opened.ok) return false;
  const { drafts } = opened.value;
  const read = of === 'events' ? readEventForms(forms) : readForms(forms);
  const none = Object.keys(read).length === 0;
  return (await (none ? drafts.discard(formsKey(of)) : drafts.put(formsKey(of), read))).ok;
}
