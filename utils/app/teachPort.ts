import type { ReadonlySignal } from '@preact/signals';
import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import type { Settings } from '@/utils/domain/schema/settings';
import type { Who } from './teaching/notes';

/** How sure it is that a row is what it is taken for. */
export type Surety = 'sure' | 'likely' | 'unsure';

/** One field of the client's page, to be kept or dropped. */
export interface TeachRow {
  id: number;
  /** Empty where the page has none. */
  label: string;
  /** The key under which it is kept as it is. */
  own: FieldKey;
  value: string;
  surety: Surety;
  /** The field of the catalogue it is; null to keep it under its own label. */
  key: FieldKey | null;
  kept: boolean;
  /** Whether an adapter could find it again; one that could not can only be pointed at anew. */
  lasting: boolean;
}

/** Where a record's number comes from, to be said in plain words. */
export type NumberSource = { from: 'address' } | { from: 'label'; label: string } | { from: 'place' };

/** What the next click in the page is for: a row, a row that is new, the name or the number. */
export type PickFor = number | 'new' | 'name' | 'number';

/** One thing wrong with the adapter, for whoever can make something of it. */
export interface TeachProblem {
  path: string;
  problem: string;
}

/** One field as the draft reads it on a page. */
export interface SeenText {
  label: string;
  text: string;
}

/** What has been understood of one client's page. */
export interface Understood {
  name: string;
  recordId: string;
  source: NumberSource;
  kind: ClientKind;
  rows: readonly TeachRow[];
  problems: readonly TeachProblem[];
}

export type TeachView =
  | { stage: 'reading' }
  /** Not surely one client's page. */
  | { stage: 'notClient'; page: 'list' | 'form' | 'other' }
  /** A client's page, but whose is not sure: `lacks` says what it does not show. */
  | { stage: 'notSure'; lacks: 'number' | 'name' }
  | ({ stage: 'understood' } & Understood)
  /** A second client's page is awaited; `same` while the first one's is still there. */
  | {
      stage: 'second';
      first: Who;
      state: 'same' | 'looking' | 'nobody' | 'ambiguous' | 'sameNumber' | 'sameName';
      /** Who is seen, where that is the trouble. */
      seen: Who | null;
    }
  /** A page is awaited that is nobody's. */
  | {
      stage: 'other';
      second: Who;
      fields: number;
      /** What was read there; empty once the page has been loaded anew. */
      seen: readonly SeenText[];
      /** Whoever the page in front is taken for; null while that is the second client or nobody. */
      wrong: Who | null;
    }
  | { stage: 'naming'; title: string; saving: boolean; failed: boolean; problems: readonly TeachProblem[] }
  | { stage: 'done'; title: string }
  /** The page or its script has gone, and nobody reads for the wizard any more. */
  | { stage: 'lost' }
  /** The invitation was refused: nothing is shown (decision 1). */
  | { stage: 'refused' };

/** All the wizard's screens need of the world. */
export interface TeachPort {
  view: ReadonlySignal<TeachView>;
  /** What the user is picking in the page; null while he is not. */
  picking: ReadonlySignal<PickFor | null>;
  settings: ReadonlySignal<Settings>;
  /** Reads the page anew. */
  read(): void;
  /** Outlines a row, or the name, in the page; null outlines nothing. */
  outline(which: number | 'name' | null): void;
  pick(what: PickFor): void;
  stopPicking(): void;
  setKind(kind: ClientKind): void;
  setKept(row: number, kept: boolean): void;
  /** Says what a row is; whichever row was that before is kept under its own label. */
  setKey(row: number, key: FieldKey | null): void;
  /** That's right: makes an adapter of it and goes on to the second client. */
  confirm(): void;
  /** Goes on although both clients have one name. */
  goOn(): void;
  /** Leaves the page that is nobody's out. */
  skip(): void;
  /** Reads a client's page from the beginning; the draft is lost. */
  startOver(): void;
  /** Keeps the adapter under this title. */
  keep(title: string): Promise<void>;
  /** Whether ending now would lose something of the user's. */
  hasWork(): boolean;
  /** Ends the wizard and takes it off the page. */
  end(): void;
}
