import type { Draft } from '@/utils/app/draft';
import type { PanelPort } from '@/utils/app/panelPort';
import type { ContactId } from '@/utils/domain/schema/ids';

/** All the quick log needs of the world; the panel's port is one, the popup's another. */
export type LogPort = Pick<
  PanelPort,
  'run' | 'loadDraft' | 'saveDraft' | 'discardDraft' | 'newContactId' | 'today' | 'settings' | 'copy'
>;

/** The form that is open. */
export interface OpenLog {
  draft: Draft;
  /** Made once per form: a save that is tried again is the same contact, never a second one. */
  contactId: ContactId;
  /** Whether anything was typed or chosen: an untouched form leaves no draft. */
  touched: boolean;
  /** Whether it goes on with a draft kept before. */
  resumed: boolean;
}
