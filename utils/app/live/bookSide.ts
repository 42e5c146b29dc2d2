import { newContactId, newNoteId, newRowId } from '../ids';
import type { PanelPort } from '../panelPort';
import { copy } from './copy';
import { discardDraft, loadDraft, loadForms, saveDraft, saveForms } from './drafts';
import { laterLibrary } from './laterLibrary';
import { openBriefing, openOptions } from './openPages';
import { run } from './orders';
import { briefsOf, type Opened } from './reader';

/** What a panel asks of the book and of Zhibi's own pages, whether a page of the CRM stands beside it or not. */
type BookSide = Pick<
  PanelPort,
  | 'run'
  | 'loadDraft'
  | 'saveDraft'
  | 'discardDraft'
  | 'loadForms'
  | 'saveForms'
  | 'newContactId'
  | 'newNoteId'
  | 'newRowId'
  | 'clientsNamed'
  | 'nameOf'
  | 'copy'
  | 'reveal'
  | 'unseen'
  | 'library'
  | 'openOptions'
  | 'openBriefing'
>;

/** The book's side of a panel's port. */
export const bookSide = (opening: Promise<Opened>): BookSide => ({
  run,
  loadDraft: async (subject) => {
    const { reader } = await opening;
    return reader ? loadDraft(reader, subject) : null;
  },
  saveDraft,
  discardDraft,
  loadForms: async (id) => {
    const { reader } = await opening;
    return reader ? loadForms(reader, id) : {};
  },
  saveForms,
  newContactId,
  newNoteId,
  newRowId,
  clientsNamed: async (name) =>
    (await briefsOf(opening)).flatMap((brief) => (brief.name === name ? [brief.clientId] : [])),
  nameOf: async (id) => (await briefsOf(opening)).find(({ clientId }) => clientId === id)?.name ?? null,
  copy,
  // A surface of the browser's own is covered by no page; the panel in a page is `guarded`.
  reveal: () => true,
  unseen: () => null,
  library: laterLibrary,
  openOptions,
  openBriefing,
});
