import type { ClientKind } from '@/utils/domain/schema/client';
import type { Channel } from '@/utils/domain/schema/contact';
import type { HoldingKind } from '@/utils/domain/schema/holding';
import type { RelationRole } from '@/utils/domain/schema/relation';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import type { FieldKind } from './generic/lexicon/kinds';

/** Instead of the id of an adapter's page: the generic reader has read it, by nothing but what the page shows. */
export const UNAIDED = 'unaided';

/*
 * An adapter as the reader in the page gets it: plain JSON, checked and completed by `compileAdapter` in
 * the background. Nothing in here is code, and nothing is optional, so that the reader needs no schema.
 */

/** One field as the page words it. */
export interface RawField {
  key: string;
  label: string;
  text: string;
  /** What it seems to be, where it was read unaided: no page of the adapter says what to make of it. */
  kind?: FieldKind | undefined;
}

/** One row of one of the CRM's lists, cell by cell, as the page words it. */
export type RawRow = Readonly<Record<string, string>>;

/**
 * A client as the reader saw it: who it is, and beside that only texts. What they mean (days, amounts,
 * numbers) the background makes out: see `interpret`.
 */
export interface RawSighting {
  adapter: string;
  page: string;
  record: RecordRef;
  kind: ClientKind;
  name: string;
  fields: readonly RawField[];
  /** The rows of each list of the adapter's page, in its order. */
  lists: readonly (readonly RawRow[])[];
}

/** One piece of a path or one parameter: literal text, or text around one named value. */
export interface Segment {
  before: string;
  /** Null for literal text, which then stands in `before`. */
  name: string | null;
  after: string;
}

export interface PathPattern {
  segments: readonly Segment[];
  /** Ended by `*`: anything may follow. */
  open: boolean;
}

export interface ParamPattern {
  param: string;
  /** Null for a parameter that only has to be there. */
  value: Segment | null;
}

/** Which addresses belong to a page; null parts fit any address. */
export interface AddressPattern {
  path: PathPattern | null;
  search: readonly ParamPattern[];
  hash: PathPattern | null;
  hashSearch: readonly ParamPattern[];
}

/** The part of a text that is meant: behind some words, up to others; null where it begins or ends with the text. */
export interface Cut {
  after: string | null;
  before: string | null;
}

/** Where a piece of text stands on the page. */
export type Locate = Cut &
  (
    | { by: 'label'; labels: readonly string[]; within: string | null }
    | { by: 'selector'; selector: string; attribute: string | null }
    /** What the only row of a list carries that says all these values; the first is the name. */
    | { by: 'row'; selector: string; attribute: string; says: readonly Locate[] }
  );

/** Where a record's number comes from: a named part of an address, or a place on the page. */
export type IdSource = { from: 'url'; group: string } | { from: 'page'; find: Locate };

/** What an id looks like: one run of digits, one word of letters, digits, `.`, `_` and `-`, or such a word with a digit. */
export type IdShape = 'digits' | 'word' | 'code';

/** The order of a date written in figures with the year last; `ymd` where the CRM never does so. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The closed set of what can be made of a text. */
export type Transform =
  | { type: 'text' }
  | { type: 'digits' }
  | { type: 'phone' }
  | { type: 'date'; order: DateOrder }
  | { type: 'money'; currency: string; unit: number }
  | { type: 'number' }
  | { type: 'choice'; codes: readonly (readonly [text: string, code: string])[] };

export interface CompiledField {
  key: string;
  /** What to call it; null for the label the page has for it. */
  label: string | null;
  /** The kind of client it is read for; null for any. */
  only: ClientKind | null;
  find: Locate;
  as: Transform;
  /** Pointed at by the user: what is read unaided does not replace it. */
  pinned: boolean;
}

/** A cell of a row in a list: by selector within the row, or by the words of its column's header. */
export type Cell =
  | { by: 'selector'; selector: string; attribute: string | null }
  | { by: 'column'; labels: readonly string[] };

/** What any list needs to be read: its rows, and the cells of each by name. */
interface ListPlace {
  row: string;
  cells: readonly (readonly [name: string, cell: Cell])[];
}

/** The CRM's own list of past contacts. */
export interface CompiledContacts extends ListPlace {
  of: 'contacts';
  order: DateOrder;
  channels: readonly (readonly [text: string, channel: Channel])[];
  /** For kinds of contact not named in `channels`; null leaves such rows out. */
  otherwise: Channel | null;
}

/** The CRM's own list of what the client holds at this bank. */
export interface CompiledHoldings extends ListPlace {
  of: 'holdings';
  order: DateOrder;
  /** Rows of other kinds are left out. */
  kinds: readonly (readonly [text: string, kind: HoldingKind])[];
  currency: string;
  unit: number;
}

/** The CRM's own list of the people around the client. */
export interface CompiledPeople extends ListPlace {
  of: 'people';
  /** Rows of other roles are left out. */
  roles: readonly (readonly [text: string, role: RelationRole])[];
  /** What the cell for it says of those who are no clients of the bank. */
  notClient: readonly string[];
}

export type CompiledList = CompiledContacts | CompiledHoldings | CompiledPeople;

export interface CompiledPage {
  id: string;
  /** The addresses of the tab, any of them. */
  url: readonly AddressPattern[];
  /** The address of the document that holds the root, where that is a frame's. */
  frameUrl: AddressPattern | null;
  /** The entity of a record, by kind of client; a kind that is not named is none of this page's. */
  entity: Readonly<Partial<Record<ClientKind, string>>>;
  kind:
    | { fixed: ClientKind }
    | { find: Locate; kinds: readonly (readonly [text: string, kind: ClientKind])[] };
  /** Selectors, one step each, through frames and open shadow roots, to the one element that holds the client. */
  root: readonly string[];
  /** The element in the tab's document below which the root comes and goes; null for the whole body. */
  container: string | null;
  ready: { visible: readonly string[]; absent: readonly string[] };
  identity: { id: IdSource; shape: IdShape; confirm: readonly IdSource[] };
  name: { find: Locate; until: 'end' | 'bracket'; pinned: boolean };
  fields: readonly CompiledField[];
  lists: readonly CompiledList[];
  /** The labels that tell who it is, as `foldLabel` writes them; and all that any `find` looks for. */
  labels: { who: readonly string[]; all: readonly string[] };
}

/** How surely an adapter is meant for a host: it names it, it names a part of its name, it is for any. */
export type Rank = 0 | 1 | 2;

export interface CompiledAdapter {
  id: string;
  crmId: string;
  /** Of two that fit one address the lower counts. */
  rank: Rank;
  pages: readonly CompiledPage[];
  /** Whether what no page names is read unaided, but for these labels, as `foldLabel` writes them. */
  unaided: { leaves: readonly string[] } | null;
}
