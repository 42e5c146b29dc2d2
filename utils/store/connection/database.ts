import { Dexie, type Table } from 'dexie';
import type { Bytes } from '../crypto/bytes';
import type { Entry, Part } from '../journal/entry';
import type { Damage } from '../ports';
import type { StoredTable } from '../rows/bodies';
import type { BriefRow, ContactRow, RelationRow, SealedRow } from '../rows/sealedRow';
import type { DocState, SpaceRow } from '../sync/syncRows';

/** The database of the book. */
export const DEFAULT_NAME = 'zhibi';

/**
 * Number of what may lie in the rows: raised with every new lift and every new table. A build that
 * meets a higher one than its own reads what it can and writes nothing (decision 10).
 */
export const FORMAT = 4;

/** Most rows that one read transaction covers: a longer one holds up the commits of all contexts. */
export const SLICE = 500;

/** The state of the whole store, in one row that every commit reads, compares and replaces. */
export interface Head {
  k: 'head';
  /** Which life of the database this is; the canary names the same. */
  epoch: string;
  /** The last entry of the journal, and its hash. */
  seq: number;
  hash: Bytes;
  /** Counts the writing transactions, journalled or not: what a plan has read holds while this stands. */
  tick: number;
  /** The tick at which a brief was last removed: older snapshots and memories of the directory are void. */
  cleared: number;
  /** See FORMAT; of the newest build that wrote. */
  format: number;
  /** The key of the last write. */
  kid: string;
  /** The tick of the last snapshot of the directory. */
  packed: number;
}

/** Set when a check has failed: no context writes any more. */
export interface Halt {
  k: 'halt';
  damage: Damage;
}

/** All briefs up to a tick, packed and sealed in one (decision 6). */
export interface Snapshot {
  k: 'snapshot';
  tick: number;
  schema: number;
  kid: string;
  sealed: Bytes;
}

/** A rebuild of all briefs was begun and not ended: how far it has come. */
export interface RebuildMark {
  k: 'rebuild';
  after: string;
}

/** The key by which this device signs what it exports of the journal: the public half, and the other sealed. */
export interface DeviceKeyRow {
  k: 'device';
  /** SPKI. */
  spki: Bytes;
  kid: string;
  /** PKCS #8. */
  sealed: Bytes;
}

/** The key by which others seal something for this device: the public half, and the other sealed (decision 038). */
export interface ReceivingKeyRow {
  k: 'receiving';
  /** X25519, 32 bytes. */
  publicKey: Bytes;
  kid: string;
  sealed: Bytes;
}

/** Keys are being changed (decision 031): to which, and how far it has come. */
export interface RotationMark {
  k: 'rotation';
  /** The key that everything comes under. */
  kid: string;
  /** The table that is gone through, and the last of its keys that is done; null at its beginning. */
  table: string;
  after: string | [number, number] | null;
}

export type MetaRow = Head | Halt | Snapshot | RebuildMark | DeviceKeyRow | ReceivingKeyRow | RotationMark;

export interface DraftRow {
  /** The subject's id. */
  id: string;
  kid: string;
  sealed: Bytes;
}

/** A row that did not open, as it was found. */
export interface QuarantineRow {
  /** `table|id`. */
  id: string;
  table: string;
  why: string;
  at: number;
  row: unknown;
}

/**
 * The tables. A Dexie version says what the indexes are and nothing else: bodies are lifted when
 * read (rows/lift), so that an upgrade never has to open a seal.
 */
export class Database extends Dexie {
  declare readonly meta: Table<MetaRow, string>;
  declare readonly clients: Table<SealedRow, string>;
  declare readonly links: Table<SealedRow, string>;
  declare readonly contacts: Table<ContactRow, string>;
  declare readonly notes: Table<SealedRow, string>;
  declare readonly relations: Table<RelationRow, string>;
  declare readonly holdings: Table<SealedRow, string>;
  declare readonly policies: Table<SealedRow, string>;
  declare readonly credits: Table<SealedRow, string>;
  declare readonly opportunities: Table<SealedRow, string>;
  declare readonly visits: Table<SealedRow, string>;
  declare readonly actions: Table<SealedRow, string>;
  declare readonly acts: Table<SealedRow, string>;
  declare readonly briefs: Table<BriefRow, string>;
  declare readonly stamps: Table<SealedRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly journal: Table<Entry, number>;
  declare readonly parts: Table<Part, [number, number]>;
  declare readonly quarantine: Table<QuarantineRow, string>;
  declare readonly syncDocs: Table<DocState, string>;
  declare readonly syncSpaces: Table<SpaceRow, string>;

  constructor(name: string) {
    // Strict: a commit is answered only once it is on the disk. No cache: Dexie's own shows writes
    // before their transaction has completed. No automatic opening: each opening is checked first.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
    this.version(1).stores({
      meta: '&k',
      clients: '&id, seq',
      links: '&id, ck, seq',
      contacts: '&id, [ck+at], seq',
      notes: '&id, ck, seq',
      actions: '&id, ck, seq',
      briefs: '&id, due, [tick+id]',
      stamps: '&id',
      drafts: '&id',
      journal: '&seq, &op',
      parts: '&[seq+i], ck',
      quarantine: '&id',
    });
    this.version(2).stores({
      relations: '&id, ck, other, seq',
      holdings: '&id, ck, seq',
      policies: '&id, ck, seq',
      credits: '&id, ck, seq',
      opportunities: '&id, ck, seq',
    });
    // Contacts by day, over all clients: for the calendar and the visits. Cards hold more than they did: they are
    // worked out anew when there is time, which takes no more here than to say so.
    this.version(3)
      .stores({ contacts: '&id, [ck+at], [at+id], seq' })
      .upgrade((upgrade) => upgrade.table('meta').put({ k: 'rebuild', after: '' } satisfies RebuildMark));
    this.version(4).stores({ visits: '&id, ck, seq' });
    this.version(5).stores({ acts: '&id, ck, seq' });
    this.version(7).stores({
      syncDocs: '&id, [space+id], [space+mark], [table+row], wait, held',
      syncSpaces: '&id',
    });
  }

  /** A table of sealed rows by its name. */
  rows(table: StoredTable): Table<SealedRow, string> {
    return this.table(table);
  }

  /** Whether a newer Zhibi made the indexes that were found. */
  get isNewer(): boolean {
    const native = this.backendDB()?.version ?? 0;
    return Math.floor(native / 10) > this.verno;
  }

  /** The head, or null before the first commit. */
  async head(): Promise<Head | null> {
    const row = await this.meta.get('head');
    return row?.k === 'head' ? row : null;
  }

  /** The flag that a check has failed, or null. */
  async halt(): Promise<Halt | null> {
    const row = await this.meta.get('halt');
    return row?.k === 'halt' ? row : null;
  }

  /** How far an interrupted rebuild has come, or null. */
  async rebuildMark(): Promise<RebuildMark | null> {
    const row = await this.meta.get('rebuild');
    return row?.k === 'rebuild' ? row : null;
  }

  /** How far a change of keys has come, or null where none goes on. */
  async rotationMark(): Promise<RotationMark | null> {
    const row = await this.meta.get('rotation');
    return row?.k === 'rotation' ? row : null;
  }

  /** The packed directory, or null. */
  async snapshot(): Promise<Snapshot | null> {
    const row = await this.meta.get('snapshot');
    return row?.k === 'snapshot' ? row : null;
  }
}
