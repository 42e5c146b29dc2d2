import type { ReadonlySignal } from '@preact/signals';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { OptionsSection } from './optionsPort';
import type { PanelPort } from './panelPort';
import type { BookView } from './popupPort';

/** The pages of the workbench, each linkable by its hash, in the order of its navigation. */
export const WORKBENCH_PAGES = ['book'] as const;
export type WorkbenchPage = (typeof WORKBENCH_PAGES)[number];

/** All the workbench needs of the world. */
export interface WorkbenchPort extends Pick<PanelPort, 'run' | 'copy'> {
  today: ReadonlySignal<CivilDay>;
  settings: ReadonlySignal<Settings>;
  /** Resolves to whether they are kept; every context hears of it. */
  saveSettings(next: Settings): Promise<boolean>;
  /** The cards of the whole book. */
  book: ReadonlySignal<BookView>;
  /** The address of the page that shows this client in a panel. */
  sheetOf(client: ClientId): string;
  openOptions(section?: OptionsSection): void;
  /** Whether there is a passphrase: then the book can be locked. */
  lockable: ReadonlySignal<boolean>;
  lockNow(): void;
}
