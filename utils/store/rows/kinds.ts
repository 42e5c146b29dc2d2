import type * as z from 'zod/mini';
import { brief } from '@/utils/domain/brief';
import { act } from '@/utils/domain/schema/act';
import { actionState } from '@/utils/domain/schema/actionState';
import { client } from '@/utils/domain/schema/client';
import { type Contact, contact } from '@/utils/domain/schema/contact';
import { credit } from '@/utils/domain/schema/credit';
import { holding } from '@/utils/domain/schema/holding';
import type { ClientId } from '@/utils/domain/schema/ids';
import { note } from '@/utils/domain/schema/note';
import { opportunity } from '@/utils/domain/schema/opportunity';
import { policy } from '@/utils/domain/schema/policy';
import { relation } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import { visit } from '@/utils/domain/schema/visit';
import type { Change } from '../change';
import { actionIdOf, type Keyring, linkIdOf } from '../crypto/keyring';
import type { JournalledTable, StoredBodies, StoredTable, SyncedTable } from './bodies';
import type { Lifts } from './lift';
import { BRIEF_LIFTS } from './lifts/brief';
import { CLIENT_LIFTS } from './lifts/client';
import { link } from './link';
import type { Columns } from './sealedRow';
import { stamp } from './stamp';

/** All the store has to know of one kind of row. A new kind is one more entry here and in the indexes. */
export interface RowKind<Body> {
  body: z.ZodMiniType<Body>;
  /** From every older schema number to the next; the current number is one more than there are. */
  lifts: Lifts;
  id(body: Body, ring: Keyring): string | Promise<string>;
  /** The client it belongs to; never changes. */
  owner(body: Body): ClientId;
  columns(body: Body): Columns;
  /** Fields that are maps: a change of one entry is journalled, compared and undone by itself. */
  maps: readonly string[];
  /** Fields nobody typed: that the CRM showed something else since does not stand in the way of an undo. */
  observed: readonly string[];
}

const none = (): Columns => ({});

/**
 * Orders a client's contacts: the day and minute the RM wrote down, as if in UTC, in milliseconds.
 * A sort key, not an instant; a contact without a minute comes first in its day.
 */
export const contactOrder = (body: Contact): number => startOfOrder(body.day) + (body.minute ?? 0) * 60_000;

/** Where a day begins in the order of contacts. */
export const startOfOrder = (day: CivilDay): number => Date.parse(`${day}T00:00:00Z`);

/** Rows with an id of their own, of one client, of which nothing stands in plaintext. */
const plain = <Body extends { id: string; clientId: ClientId }>(
  body: z.ZodMiniType<Body>,
): RowKind<Body> => ({
  body,
  lifts: [],
  id: ({ id }) => id,
  owner: ({ clientId }) => clientId,
  columns: none,
  maps: [],
  observed: [],
});

const kinds: { readonly [Table in StoredTable]: RowKind<StoredBodies[Table]> } = {
  clients: {
    body: client,
    lifts: CLIENT_LIFTS,
    id: (body) => body.id,
    owner: (body) => body.id,
    columns: none,
    maps: ['facts', 'observed', 'consents'],
    observed: ['observed', 'serviceLevel'],
  },
  links: {
    body: link,
    lifts: [],
    id: (body, ring) => linkIdOf(ring, body.record),
    owner: (body) => body.clientId,
    columns: none,
    maps: [],
    observed: [],
  },
  contacts: { ...plain(contact), columns: (body) => ({ at: contactOrder(body) }) },
  notes: plain(note),
  // The opaque id of the client that the person is: found from that side too.
  relations: { ...plain(relation), columns: ({ other }) => (other === null ? {} : { other }) },
  holdings: plain(holding),
  policies: plain(policy),
  credits: plain(credit),
  opportunities: plain(opportunity),
  visits: plain(visit),
  actions: {
    body: actionState,
    lifts: [],
    id: (body, ring) => actionIdOf(ring, body.clientId, body.key),
    owner: (body) => body.clientId,
    columns: none,
    maps: [],
    observed: [],
  },
  acts: plain(act),
  briefs: {
    body: brief,
    lifts: BRIEF_LIFTS,
    id: (body) => body.clientId,
    owner: (body) => body.clientId,
    columns: (body) => ({ due: body.due }),
    maps: [],
    observed: [],
  },
  stamps: {
    body: stamp,
    lifts: [],
    id: (body) => body.clientId,
    owner: (body) => body.clientId,
    columns: none,
    maps: ['lastSeen'],
    observed: ['lastSeen'],
  },
};

/** The kind of a table's rows. */
export const kindOf = <Table extends StoredTable>(table: Table): RowKind<StoredBodies[Table]> => kinds[table];

/** The client a change is about. */
export const ownerOf = <Table extends JournalledTable>(change: Change<Table>): ClientId =>
  kindOf<Table>(change.table).owner(change.body);

/** The schema number that this build writes into a table. */
export const schemaOf = (table: StoredTable): number => kinds[table].lifts.length + 1;

/**
 * The tables that devices keep in step. What was done to a book as a whole is not among them: it speaks of this
 * journal's entries, and journals are never merged.
 */
export const SYNCED = [
  'clients',
  'links',
  'contacts',
  'notes',
  'relations',
  'holdings',
  'policies',
  'credits',
  'opportunities',
  'visits',
  'actions',
] as const satisfies readonly SyncedTable[];

/** The tables whose every change is an entry of the journal. */
export const JOURNALLED = [...SYNCED, 'acts'] as const satisfies readonly JournalledTable[];

/** Every table of sealed rows: what others name comes first. */
export const STORED = [...JOURNALLED, 'briefs', 'stamps'] as const satisfies readonly StoredTable[];
