import { Dexie, type Table } from 'dexie';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Database } from '../connection/database';
import type { SealedRow } from '../rows/sealedRow';
import { contactsOf, newestEntry, type SealedClient } from './sealedClient';

/** Clients that one transaction reads at most. */
export const CLIENTS_AT_ONCE = 16;

/**
 * The rows of some clients as they lie there, all of one moment.
 *
 * @param how.briefs their cards too: whoever only reads works without
 */
export function readTogether(
  db: Database,
  ids: readonly ClientId[],
  { briefs: withBriefs = false } = {},
): Promise<SealedClient[]> {
  const tables = [
    ...[db.clients, db.links, db.contacts, db.notes, db.actions, db.stamps, db.briefs, db.parts],
    ...[db.relations, db.holdings, db.policies, db.credits, db.opportunities, db.visits],
  ];
  return db.transaction('r', tables, async () => {
    const all = [...ids];
    const owned = (table: Table<SealedRow, string>) => table.where('ck').anyOf(all).toArray();
    const [clients, stamps, briefs, contacts, newest, namedIn, relations, ...tablesOf] = await Promise.all([
      db.clients.bulkGet(all),
      db.stamps.bulkGet(all),
      withBriefs ? db.briefs.bulkGet(all) : [],
      Dexie.Promise.all(all.map((id) => contactsOf(db, id).toArray())),
      Dexie.Promise.all(all.map((id) => newestEntry(db, id))),
      db.relations.where('other').anyOf(all).toArray(),
      db.relations.where('ck').anyOf(all).toArray(),
      owned(db.links),
      owned(db.notes),
      owned(db.actions),
      owned(db.holdings),
      owned(db.policies),
      owned(db.credits),
      owned(db.opportunities),
      owned(db.visits),
    ]);
    const [links, notes, actions, holdings, policies, credits, opportunities, visits] = tablesOf;
    return all.map((id, place): SealedClient => {
      const of = <Row extends { ck: string }>(rows: readonly Row[]) => rows.filter(({ ck }) => ck === id);
      return {
        client: clients[place],
        links: of(links),
        contacts: contacts[place] ?? [],
        notes: of(notes),
        actions: of(actions),
        relations: of(relations),
        namedIn: namedIn.filter(({ other }) => other === id),
        holdings: of(holdings),
        policies: of(policies),
        credits: of(credits),
        opportunities: of(opportunities),
        visits: of(visits),
        stamp: stamps[place],
        brief: briefs[place],
        newest: newest[place] ?? 0,
      };
    });
  });
}
