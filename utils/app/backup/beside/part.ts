import type * as z from 'zod/mini';

/** What a restore of one part would change here, by names. */
export interface BesideChanges {
  /** Would be new here. */
  added: readonly string[];
  /** Would take the place of what is here. */
  changed: readonly string[];
  /** The bank has set it: it stays as it is. */
  held: readonly string[];
  /** Pieces that this version cannot read; they stay out. */
  unread: number;
}

export const NO_CHANGES: BesideChanges = { added: [], changed: [], held: [], unread: 0 };

/** A part of a backup that says what it should. */
export interface Offer {
  changes(): Promise<BesideChanges>;
  put(): Promise<void>;
}

/** What a backup says of a part; null where it does not say what it should. */
export type PartReader = (raw: unknown) => Offer | null;

/** A part that lies beside the book: its own schema, what it would change here, and how it is put in place. */
export const partReader =
  <Value>(
    schema: z.ZodMiniType<Value>,
    changes: (value: Value) => Promise<BesideChanges>,
    put: (value: Value) => Promise<void>,
  ): PartReader =>
  (raw) => {
    const read = schema.safeParse(raw);
    return read.success ? { changes: () => changes(read.data), put: () => put(read.data) } : null;
  };
