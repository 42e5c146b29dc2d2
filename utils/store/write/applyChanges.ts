import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Credit } from '@/utils/domain/schema/credit';
import type { Holding } from '@/utils/domain/schema/holding';
import type { Note } from '@/utils/domain/schema/note';
import type { Opportunity } from '@/utils/domain/schema/opportunity';
import type { Policy } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { Visit } from '@/utils/domain/schema/visit';
import type { Change } from '../change';
import { sameJson } from '../journal/sameJson';
import type { Link } from '../rows/link';

/** One client's bodies; `client` is null before it is inserted and after it is removed. */
export interface ClientBodies {
  client: Client | null;
  contacts: readonly Contact[];
  notes: readonly Note[];
  actionStates: readonly ActionState[];
  relations: readonly Relation[];
  holdings: readonly Holding[];
  policies: readonly Policy[];
  credits: readonly Credit[];
  opportunities: readonly Opportunity[];
  visits: readonly Visit[];
  links: readonly Link[];
}

/** A list after one change: the item that is the same thing replaced, removed or added. */
function applied<Body>(
  list: readonly Body[],
  type: Change['type'],
  body: Body,
  same: (other: Body) => boolean,
): readonly Body[] {
  if (type === 'insert') return [body, ...list];
  return list.flatMap((other) => {
    if (!same(other)) return [other];
    return type === 'update' ? [body] : [];
  });
}

/** The same for rows with an id of their own. */
const byId = <Body extends { id: string }>(
  list: readonly Body[],
  type: Change['type'],
  body: Body,
): readonly Body[] => applied(list, type, body, ({ id }) => id === body.id);

function applyOne(bodies: ClientBodies, { type, table, body }: Change): ClientBodies {
  switch (table) {
    case 'clients':
      return { ...bodies, client: type === 'delete' || type === 'erase' ? null : body };
    case 'contacts':
      return { ...bodies, contacts: byId(bodies.contacts, type, body) };
    case 'notes':
      return { ...bodies, notes: byId(bodies.notes, type, body) };
    case 'relations':
      return { ...bodies, relations: byId(bodies.relations, type, body) };
    case 'holdings':
      return { ...bodies, holdings: byId(bodies.holdings, type, body) };
    case 'policies':
      return { ...bodies, policies: byId(bodies.policies, type, body) };
    case 'credits':
      return { ...bodies, credits: byId(bodies.credits, type, body) };
    case 'opportunities':
      return { ...bodies, opportunities: byId(bodies.opportunities, type, body) };
    case 'visits':
      return { ...bodies, visits: byId(bodies.visits, type, body) };
    // Of the book, not of a client.
    case 'acts':
      return bodies;
    case 'actions':
      return {
        ...bodies,
        actionStates: applied(bodies.actionStates, type, body, ({ key }) => key === body.key),
      };
    case 'links':
      return {
        ...bodies,
        links: applied(bodies.links, type, body, ({ record }) => sameJson(record, body.record)),
      };
  }
}

/** What a client's rows will say once these changes, all of this client, are written. Pure. */
export const applyChanges = (bodies: ClientBodies, changes: readonly Change[]): ClientBodies =>
  changes.reduce(applyOne, bodies);
