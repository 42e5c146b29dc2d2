import type { ActionState } from './schema/actionState';
import type { Client, FieldKey } from './schema/client';
import type { Contact } from './schema/contact';
import type { Credit } from './schema/credit';
import type { Holding } from './schema/holding';
import type { RelationId } from './schema/ids';
import type { Note } from './schema/note';
import type { Opportunity } from './schema/opportunity';
import type { Policy } from './schema/policy';
import type { Relation } from './schema/relation';
import type { Instant } from './schema/time';
import type { Visit } from './schema/visit';

/** Since when the CRM shows a row, and when it was last seen to. */
export interface SeenSpan {
  first: Instant;
  last: Instant;
}

/** All that is kept of one client: what every rule and every screen of a client starts from. */
export interface ClientBundle {
  client: Client;
  contacts: readonly Contact[];
  notes: readonly Note[];
  actionStates: readonly ActionState[];
  relations: readonly Relation[];
  /**
   * Relations of other clients of the book that name this one: the wall stands on both its sides. They
   * belong to those clients and are changed with them alone.
   */
  namedIn: readonly Relation[];
  holdings: readonly Holding[];
  policies: readonly Policy[];
  credits: readonly Credit[];
  opportunities: readonly Opportunity[];
  /** What was prepared for planned contacts, and what came of it. */
  visits: readonly Visit[];
  /** When the CRM was last seen to show each field. Stamps: kept outside the journal (decision 8). */
  lastSeen: Readonly<Partial<Record<FieldKey, Instant>>>;
  /** Rows that only the CRM's own lists tell of, by id: laid to the others by `withSeen`, kept nowhere. */
  seen?: Readonly<Record<string, SeenSpan>>;
  /** The people whom the CRM's own list marks as clients of the bank, among all relations; worked out too. */
  alsoClients?: ReadonlySet<RelationId> | undefined;
}
