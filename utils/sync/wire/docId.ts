import * as z from 'zod/mini';
import { type NoteId, noteId } from '@/utils/domain/schema/ids';
import type { SyncedTable } from '@/utils/store/rows/bodies';
import type { Stamp } from '../merge/stamp';
import { opaqueIdOf, type WireKeys } from './keys';

/** What stands before the opaque part: an administrator sees of which kind a document is, and nothing else. */
const PREFIX = {
  clients: 'p',
  links: 'k',
  contacts: 'l',
  notes: 'n',
  relations: 'r',
  holdings: 'h',
  policies: 'i',
  credits: 'c',
  opportunities: 'o',
  visits: 'v',
  actions: 'a',
} as const satisfies Record<SyncedTable, string>;

export const docId = z.string().check(z.regex(/^[a-z]:[0-9a-f]{32}$/));

/** The id of a row's document: the same on every device, and never a client's number. */
export const docIdOf = async (keys: WireKeys, table: SyncedTable, key: readonly string[]): Promise<string> =>
  `${PREFIX[table]}:${await opaqueIdOf(keys, ['doc', table, ...key])}`;

const NOTE_ID_LENGTH = 12;

/** The id of the note that keeps a text beside the one that won: the same on every device that keeps it. */
export const copyIdOf = async (keys: WireKeys, note: string, at: Stamp): Promise<NoteId> =>
  noteId.parse(await opaqueIdOf(keys, ['copy', note, ...at.map(String)], NOTE_ID_LENGTH));
