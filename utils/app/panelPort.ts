import type { ReadonlySignal } from '@preact/signals';
import type { ClientPicture } from '@/utils/domain/picture';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { ClientId, ContactId, NoteId, OpId } from '@/utils/domain/schema/ids';
import type { Settings } from '@/utils/domain/schema/settings';
import type { Sighting } from '@/utils/domain/schema/sighting';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Command, Outcome, Subject } from './command';
import type { Draft } from './draft';
import type { HalfForms } from './halfForms';
import type { LibraryReading } from './libraryPort';
import type { OptionsSection } from './optionsPort';
import type { Unseen } from './pending';
import type { PresencePort } from './presence';
import type { Strangeness } from './strangeness';

/** What the panel shows now. Each state names its client or none: never one client's data on another's page. */
export type PanelView =
  | { state: 'starting' }
  /** The page has a connected CRM but shows no client, or none we can be sure of. */
  | { state: 'noClient'; why: 'notConnected' | 'notClientPage' | 'notRecognised' }
  /** A client the book does not hold yet; `sighting` is all there is. */
  | { state: 'firstSight'; subject: Subject; sighting: Sighting; today: CivilDay }
  /** Recognised, rows not read yet: the name is there, the rest reserved. */
  | { state: 'loading'; name: string }
  | {
      state: 'client';
      subject: Subject;
      picture: ClientPicture;
      sighting: Sighting | null;
      quarantined: number;
    }
  | { state: 'error'; code: 'damaged' | 'unavailable' | 'readOnly' }
  /** The panel's invitation was refused: it shows nothing (decision 1). */
  | { state: 'refused' }
  /** There is a passphrase, and it has not been said: nobody is named. */
  | { state: 'locked' }
  /** The extension was updated under this page: frozen, the draft kept. */
  | { state: 'frozen' };

/** A field that the page of the client shown used to have: gone, or there and not what it was. */
export interface LostField {
  key: FieldKey;
  what: 'missing' | 'odd';
  since: CivilDay;
}

/** What is not right with how the page in front is read. */
export interface PageTrouble {
  lost: readonly LostField[];
  /** Fields that were found again elsewhere a short while ago; it can be taken back. */
  mended: readonly FieldKey[];
}

/** Look for lost fields elsewhere · take what was found · take that back · hear no more of either. */
export type MendDeed = 'look' | 'keep' | 'undo' | 'hush' | 'dismiss';

/** A field found again, in the page's own words; nothing is kept before the user says so. */
export interface FoundField {
  key: FieldKey;
  label: string;
  text: string;
}

export type MendReply =
  | { state: 'looked'; found: readonly FoundField[]; lost: readonly FieldKey[] }
  | { state: 'done' }
  /** Not by the bank's will: the adapter is its own, or it lets users have none of their own. */
  | { state: 'bankHas' | 'ownOff' }
  | { state: 'failed' };

/** All the panel needs of the world: the same for the panel in the page and the native side panel. */
export interface PanelPort extends PresencePort {
  view: ReadonlySignal<PanelView>;
  settings: ReadonlySignal<Settings>;
  today: ReadonlySignal<CivilDay>;
  /** Sends a command; resolves after the transaction or with the problem. The op id allows undo. */
  run(command: Command): Promise<{ op: OpId; outcome: Outcome }>;
  /** The draft left for this client, if any. */
  loadDraft(subject: Subject): Promise<Draft | null>;
  saveDraft(draft: Draft): Promise<void>;
  discardDraft(subject: Subject): Promise<void>;
  /** The half-filled forms of a client's facts, by section and row. */
  loadForms(id: ClientId): Promise<HalfForms>;
  /** Keeps all that there are of a client; rejects if they could not be kept. */
  saveForms(id: ClientId, forms: HalfForms): Promise<void>;
  /** New random ids for contacts and notes. */
  newContactId(): ContactId;
  newNoteId(): NoteId;
  /** For a person, holding, policy or credit: parsed into the id of its kind. */
  newRowId(): string;
  /** The clients of the book that go by exactly this name. */
  clientsNamed(name: string): Promise<readonly ClientId[]>;
  /** The name of a client of the book; null if there is none. */
  nameOf(id: ClientId): Promise<string | null>;
  /** False where the browser refuses, and where what was pressed was not in sight: `unseen` tells them apart. */
  copy(text: string): Promise<boolean>;
  /** Whether what is masked may be shown: not where what was pressed was not in sight. */
  reveal(text: string): boolean;
  /** Why what was pressed last is not believed (decision 29); null where it is. */
  unseen(): Unseen | null;
  /** Talk tracks, checklists, cards and cases. */
  library: LibraryReading;
  openOptions(section?: OptionsSection): void;
  /** Opens the briefing of a planned visit in a tab of its own. */
  openBriefing(client: ClientId, visit: ContactId): void;
  /** How strange the page in front is. */
  strangeness(): Promise<Strangeness>;
  /** What is not read any more on the page in front; null where all is well. */
  trouble: ReadonlySignal<PageTrouble | null>;
  mend(deed: MendDeed): Promise<MendReply>;
  /** Since when the page in front, which shows nobody, is not understood any more; null where it is. */
  unreadSince(): Promise<CivilDay | null>;
  /** Starts the wizard in it; false where no script can be started there. */
  teach(): Promise<boolean>;
}
