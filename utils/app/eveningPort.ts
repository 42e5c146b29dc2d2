import type { ReadonlySignal } from '@preact/signals';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { PanelPort } from './panelPort';

/** What the evening's page needs beyond the book. */
export interface EveningPort
  extends Pick<
    PanelPort,
    'run' | 'loadDraft' | 'saveDraft' | 'discardDraft' | 'newContactId' | 'today' | 'settings' | 'copy'
  > {
  /** Clients of the book whose page was opened today. */
  opened: ReadonlySignal<ReadonlySet<ClientId>>;
  /** Clients of whom was said that there is nothing to log today. */
  dismissed: ReadonlySignal<ReadonlySet<ClientId>>;
  /** Says so of one, or takes it back. */
  dismiss(id: ClientId, dismissed: boolean): Promise<void>;
  /** All that is kept of these clients, as far as it can be read. */
  clients(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, ClientBundle>>;
}
