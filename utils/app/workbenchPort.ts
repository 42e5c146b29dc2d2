import type { ReadonlySignal } from '@preact/signals';
import type { Candidate } from '@/utils/domain/event/candidate';
import type { Outline } from '@/utils/domain/outline';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Moment, PlannedVisit } from '@/utils/domain/visits/planned';
import type { Period, VisitQuality } from '@/utils/domain/visits/quality';
import type { Referrals } from '@/utils/domain/visits/referrals';
import type { BookRows } from './bookRows';
import type { EveningPort } from './eveningPort';
import type { FestivalPort } from './festivalPort';
import type { HalfForms } from './halfForms';
import type { HandoverPort } from './handover/port';
import type { ImportPort } from './import/importPort';
import type { LibraryPort } from './libraryPort';
import type { OptionsSection } from './optionsPort';
import type { OutPort, TrailPort } from './outPort';
import type { PanelPort } from './panelPort';
import type { BookView } from './popupPort';
import type { WorkloadPort } from './workloadPort';

/** So many days ahead the visits are read. */
export const VISIT_DAYS_AHEAD = 60;

/** The planned visits of the book from thirty days back to sixty ahead. */
export type VisitsView =
  | { state: 'loading' }
  | { state: 'ready'; visits: readonly PlannedVisit[]; now: Moment }
  | { state: 'error' };

/** How the visits of a period went, and who brought whom. */
export interface VisitFigures {
  quality: VisitQuality;
  referrals: Referrals;
}

/** All the workbench needs of the world. */
export interface WorkbenchPort extends Pick<PanelPort, 'run' | 'copy' | 'newRowId'>, WorkloadPort {
  today: ReadonlySignal<CivilDay>;
  settings: ReadonlySignal<Settings>;
  /** Resolves to whether they are kept; every context hears of it. */
  saveSettings(next: Settings): Promise<boolean>;
  /** The cards of the whole book. */
  book: ReadonlySignal<BookView>;
  library: LibraryPort;
  /** The address of the page that shows this client in a panel. */
  sheetOf(client: ClientId): string;
  /** What the evening's page needs; the same for as long as the workbench is open. */
  evening(): EveningPort;
  /** Where the book stands before a festival; its code is loaded with its page. */
  festival(): Promise<FestivalPort>;
  /** Who of the book may be invited to a group event; its code is loaded with its page. */
  candidates(): Promise<BookRows<Candidate>>;
  /** The half-filled forms of group events, by section and event. */
  loadForms(of: 'events'): Promise<HalfForms>;
  /** Keeps them, all that there are. Rejects if they could not be kept. */
  saveForms(of: 'events', forms: HalfForms): Promise<void>;
  /** What the page of spreadsheets needs; its code is loaded with it. */
  importing(): Promise<ImportPort>;
  /** What leaves the book; its code is loaded only now. */
  out(): Promise<OutPort>;
  trail(): Promise<TrailPort>;
  /** Handing clients over to a successor, and taking them over. */
  handover(): Promise<HandoverPort>;
  openOptions(section?: OptionsSection): void;
  /** Tells the planned visits now, after every change of one, and as the day goes on. */
  watchVisits(tell: (view: VisitsView) => void): () => void;
  /** Tells what is known of one client, now and after every change; null where that cannot be read. */
  watchOutline(client: ClientId, tell: (outline: Outline | null) => void): () => void;
  /** Null where the book cannot be read. */
  visitFigures(period: Period): Promise<VisitFigures | null>;
  /** Whether there is a passphrase: then the book can be locked. */
  lockable: ReadonlySignal<boolean>;
  lockNow(): void;
}
