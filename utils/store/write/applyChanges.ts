import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Note } from '@/utils/domain/schema/note';
import { sameJson } from '../journal/sameJson';
import type { Link } from '../rows/link';
import type { Change } from '../store';

/** One client's bodies; `client` is null before it is inserted and after it is removed. */
export interface ClientBodies {
  client: Client | null;
  contacts: readonly Contact[];
  notes: readonly Note[];
  actionStates: readonly ActionState[];
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

function applyOne(bodies: ClientBodies, { type, table, body }: Change): ClientBodies {
  switch (table) {
    case 'clients':
      return { ...bodies, client: type === 'delete' ? null : body };
    case 'contacts':
      return { ...bodies, contacts: applied(bodies.contacts, type, body, ({ id }) => id === body.id) };
    case 'notes':
      return { ...bodies, notes: applied(bodies.notes, type, body, ({ id }) => id === body.id) };
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
