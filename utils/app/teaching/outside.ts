import type { ReadonlySignal } from '@preact/signals';
import type { Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { TeachOrder } from '@/utils/messaging/teach';
import type { TeachProblem } from '../teachPort';
import type { TeachingNotes } from './notes';

/** What the wizard needs of the world: a line to the page's script, its notes, and someone who keeps adapters. */
export interface Outside {
  /** To the page's script. */
  tell(order: TeachOrder): void;
  /** Keeps the notes across loads of the page. */
  note(notes: TeachingNotes): void;
  /** Keeps an adapter: null, or what is wrong with it; rejects when nobody answers. */
  keep(json: string): Promise<readonly TeachProblem[] | null>;
  /** Ends the teaching and takes the wizard off the page. */
  end(): void;
  after(ms: number, run: () => void): () => void;
  settings: ReadonlySignal<Settings>;
  /** Who is named as the author of what is taught. */
  author: string;
  today: CivilDay;
}
