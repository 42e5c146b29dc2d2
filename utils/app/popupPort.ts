import type { ReadonlySignal } from '@preact/signals';
import type { Brief } from '@/utils/domain/brief';
import type { BestPrompt } from '@/utils/domain/nba/bestOfDay';
import type { ClientKind } from '@/utils/domain/schema/client';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import type { Subject } from './command';
import type { Draft } from './draft';
import type { ConnectOutcome, OptionsSection } from './optionsPort';
import type { PanelPort } from './panelPort';
import type { PresencePort } from './presence';
import type { Strangeness } from './strangeness';
import type { WorkbenchPage } from './workbenchPages';

/** The client whose page is in front. */
export interface FrontClient {
  /**
   * Whom a command is about. The sighted subject will do until the store has said whether the book
   * holds the client: a command resolves it by its record.
   */
  subject: Subject;
  name: string;
  kind: ClientKind;
  record: RecordRef;
  /** The client's card; `reading` until the store has answered, `new` where the book holds no such client. */
  card: 'reading' | 'new' | Brief;
}

/** What the tab in front shows, as far as the popup may know. */
export type FrontTab =
  | { state: 'starting' }
  /** A page of the browser, its store or a file: no extension may look at it. */
  | { state: 'restricted' }
  /** A web page that is not connected; `origin` is what connecting would ask for. */
  | { state: 'notConnected'; origin: string }
  /** Connected, but the page says nothing: it was open before, or Zhibi was updated. Reloading helps. */
  | { state: 'silent'; origin: string }
  /** Connected; a list, a form, a login. */
  | { state: 'notClientPage'; origin: string }
  /** Connected, and perhaps a client's page, but whose is not sure: then nobody's. */
  | { state: 'notRecognised'; origin: string }
  | { state: 'client'; origin: string; client: FrontClient };

/** The book as cards, for finding and for the lists. */
export type BookView =
  | { state: 'loading' }
  /** `trouble` is set where the book can be read but not written. */
  | { state: 'ready'; briefs: readonly Brief[]; quarantined: number; trouble: 'damaged' | 'readOnly' | null }
  | { state: 'error'; code: 'damaged' | 'unavailable' | 'readOnly' };

/** What the quick log needs; the panel's port gives the same. */
type LogPort = Pick<
  PanelPort,
  'run' | 'loadDraft' | 'saveDraft' | 'discardDraft' | 'newContactId' | 'today' | 'settings' | 'copy'
>;

/** All the popup needs of the world. */
export interface PopupPort extends LogPort, PresencePort {
  /** Follows the tab that was in front when the popup opened. */
  tab: ReadonlySignal<FrontTab>;
  book: ReadonlySignal<BookView>;
  /** The prompts of highest value of the book today, as far as they are worked out. */
  best: ReadonlySignal<readonly BestPrompt[]>;
  /** The number on the badge, from the index alone; null until counted. */
  overdue: ReadonlySignal<number | null>;
  /** The draft last kept in a popup and neither saved nor discarded since, whoever's it is. */
  unfinished(): Promise<Draft | null>;
  /**
   * Asks for the permission, registers the script and starts it in the tab. Must be the first call of a
   * click's handler, and must itself call `permissions.request` before any await. The browser's prompt
   * may close the popup: what is to be done after the grant is then done by the background.
   */
  connect(origin: string): Promise<ConnectOutcome>;
  /** How strange the page in front is; `none` until that is known. */
  strangeness: ReadonlySignal<Strangeness>;
  /** Starts the wizard in it; false where no script can be started there. */
  teach(): Promise<boolean>;
  reloadTab(): void;
  /** Whether the browser has a side panel of its own. */
  hasSidePanel: boolean;
  /** Opens it. Must be the first call of a click's handler, and must itself call the browser before any await. */
  openBeside(): void;
  /** Shows the panel in the page, or folds it to its tab; false if the page has none. */
  togglePanel(): Promise<boolean>;
  openOptions(section?: OptionsSection): void;
  /** Whether there is a passphrase: then the book can be locked. */
  lockable: ReadonlySignal<boolean>;
  lockNow(): void;
  /** A backup waits for something that only the user can do. */
  backupWaits: ReadonlySignal<boolean>;
  /** Whether synchronisation waits for something that only the user can do. */
  syncWaits: ReadonlySignal<boolean>;
  openWorkbench(page?: WorkbenchPage): void;
}
