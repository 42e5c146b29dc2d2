import type { ClientBundle } from '@/utils/domain/bundle';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Client } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { BookRows } from '@/utils/export/bookFile';
import type { Change } from '@/utils/store/change';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Problem } from '../command';
import { NOT_FOUND } from '../commands/environment';
import type { TakeChoice } from './match';

/** What a packet comes to in this book. */
export interface TakeCount {
  made: number;
  joined: number;
  /** Rows that are written, those of the clients themselves among them. */
  rows: number;
  /** Rows that stood here already, from an earlier time. */
  already: number;
}

/** A plan with what it comes to. */
export interface TakePlan extends Plan {
  count: TakeCount;
}

type Consents = Client['consents'];

/** A refusal holds, whoever heard of it. */
function consentsOf(here: Consents, coming: Consents): Consents {
  const refused = Object.entries(coming).filter(([, consent]) => consent?.given === false);
  return { ...coming, ...here, ...Object.fromEntries(refused) };
}

/**
 * A client of the book with what a packet knows of him: what is known here holds, what is not is filled; but a
 * refused consent, 勿扰 and a legal hold of either side stand.
 */
export function joined(here: Client, coming: Client): Client {
  const hold = here.legalHold ?? coming.legalHold;
  const ownLevel = here.ownLevel ?? coming.ownLevel;
  return {
    ...here,
    tier: here.tier ?? coming.tier,
    serviceLevel: here.serviceLevel ?? coming.serviceLevel,
    classes: here.classes.length > 0 ? here.classes : coming.classes,
    cadenceDays: here.cadenceDays ?? coming.cadenceDays,
    facts: { ...coming.facts, ...here.facts },
    observed: { ...coming.observed, ...here.observed },
    consents: consentsOf(here.consents, coming.consents),
    doNotContact: here.doNotContact ?? coming.doNotContact,
    ...(ownLevel === undefined ? {} : { ownLevel }),
    ...(hold === undefined ? {} : { legalHold: hold }),
  };
}

/** What of a client stands in the book: ids of rows, keys of answers. */
const standingIn = (bundle: ClientBundle): Set<string> =>
  new Set([
    ...[bundle.contacts, bundle.notes, bundle.relations, bundle.holdings, bundle.policies].flatMap((rows) =>
      rows.map(({ id }) => id),
    ),
    ...[bundle.credits, bundle.opportunities].flatMap((rows) => rows.map(({ id }) => id)),
    ...bundle.visits.map(({ id }) => `visit ${id}`),
    ...bundle.actionStates.map(({ key }) => key),
  ]);

/** Plans what a packet brings, in the order of its clients. */
class Taking {
  readonly changes: Change[] = [];
  readonly side: NonNullable<Plan['side']>[number][] = [];
  readonly count: TakeCount = { made: 0, joined: 0, rows: 0, already: 0 };
  readonly #read: PlanReader;
  readonly #rows: BookRows;
  readonly #into: ReadonlyMap<ClientId, ClientId>;
  /** Clients of the book as they will be, with what of them stands there. */
  readonly #known = new Map<ClientId, { was: Client | null; client: Client; standing: Set<string> }>();

  constructor(read: PlanReader, rows: BookRows, into: ReadonlyMap<ClientId, ClientId>) {
    this.#read = read;
    this.#rows = rows;
    this.#into = into;
  }

  /** @returns false where whoever was chosen is not in the book any more */
  async take(coming: Client, isNew: boolean): Promise<boolean> {
    const target = this.#into.get(coming.id) ?? coming.id;
    const known = this.#known.get(target);
    if (known) known.client = joined(known.client, coming);
    else if (!(await this.#meet(target, coming, isNew))) return false;
    await this.#bringLinks(coming.id, target);
    this.#bringRows(coming.id, target);
    return true;
  }

  async #meet(target: ClientId, coming: Client, isNew: boolean): Promise<boolean> {
    const here = await this.#read.client(target);
    if (!here && !isNew) return false;
    if (here) {
      const was = here.bundle.client;
      this.#known.set(target, { was, client: joined(was, coming), standing: standingIn(here.bundle) });
      this.count.joined += 1;
    } else {
      this.#known.set(target, { was: null, client: coming, standing: new Set() });
      this.count.made += 1;
    }
    return true;
  }

  /** Whom a record stands for already it goes on standing for. */
  async #bringLinks(from: ClientId, target: ClientId): Promise<void> {
    for (const link of this.#rows.links.filter(({ clientId }) => clientId === from)) {
      const taken = await this.#read.clientByLink(await this.#read.linkIdOf(link.record));
      if (taken !== null) this.count.already += 1;
      else this.#insert({ type: 'insert', table: 'links', body: { ...link, clientId: target } });
    }
  }

  #insert(change: Change): void {
    this.changes.push(change);
    this.count.rows += 1;
  }

  #bringRows(from: ClientId, target: ClientId): void {
    const standing = this.#known.get(target)?.standing ?? new Set<string>();
    const fresh = <Row extends { clientId: ClientId }>(
      rows: readonly Row[],
      idOf: (row: Row) => string,
    ): Row[] =>
      rows
        .filter(({ clientId }) => clientId === from)
        .filter((row) => {
          const isHere = standing.has(idOf(row));
          if (isHere) this.count.already += 1;
          standing.add(idOf(row));
          return !isHere;
        })
        .map((row) => ({ ...row, clientId: target }));
    const byId = ({ id }: { id: string }) => id;
    const {
      contacts,
      notes,
      relations,
      holdings,
      policies,
      credits,
      opportunities,
      visits,
      actions,
      stamps,
    } = this.#rows;
    for (const body of fresh(contacts, byId)) this.#insert({ type: 'insert', table: 'contacts', body });
    for (const body of fresh(notes, byId)) this.#insert({ type: 'insert', table: 'notes', body });
    for (const body of fresh(relations, byId)) {
      const other = body.other === null ? null : (this.#into.get(body.other) ?? null);
      // Two of the packet who are one here: nobody is among his own people.
      const named = { ...body, other: other === target ? null : other };
      this.#insert({ type: 'insert', table: 'relations', body: named });
    }
    for (const body of fresh(holdings, byId)) this.#insert({ type: 'insert', table: 'holdings', body });
    for (const body of fresh(policies, byId)) this.#insert({ type: 'insert', table: 'policies', body });
    for (const body of fresh(credits, byId)) this.#insert({ type: 'insert', table: 'credits', body });
    for (const body of fresh(opportunities, byId))
      this.#insert({ type: 'insert', table: 'opportunities', body });
    // A visit goes by the id of the contact that planned it.
    for (const body of fresh(visits, ({ id }) => `visit ${id}`))
      this.#insert({ type: 'insert', table: 'visits', body });
    for (const body of fresh(actions, ({ key }) => key))
      this.#insert({ type: 'insert', table: 'actions', body });
    for (const { clientId, lastSeen } of stamps)
      if (clientId === from) this.side.push({ type: 'stamp', clientId: target, lastSeen });
  }

  /** Clients come first: what is theirs names them. */
  plan(): TakePlan {
    const clients = [...this.#known.values()].flatMap(({ client, was }): Change[] => {
      if (was === null) return [{ type: 'insert', table: 'clients', body: client }];
      if (JSON.stringify(was) === JSON.stringify(client)) return [];
      return [{ type: 'update', table: 'clients', body: client }];
    });
    this.count.rows += clients.length;
    return { changes: [...clients, ...this.changes], side: this.side, count: this.count };
  }
}

/**
 * Plans what is taken over of a packet: clients who are new come in under their own ids, those who are here get what
 * is not here yet. The same packet a second time brings nothing twice.
 */
export async function planTaking(
  read: PlanReader,
  rows: BookRows,
  choices: ReadonlyMap<ClientId, TakeChoice>,
): Promise<Result<TakePlan, Problem>> {
  const taken = rows.clients.flatMap((client) => {
    const choice = choices.get(client.id) ?? { do: 'leave' };
    return choice.do === 'leave' ? [] : [{ client, choice }];
  });
  const into = new Map(
    taken.map(({ client, choice }) => [client.id, choice.do === 'into' ? choice.client : client.id]),
  );
  const taking = new Taking(read, rows, into);
  for (const { client, choice } of taken)
    if (!(await taking.take(client, choice.do === 'new'))) return fail(NOT_FOUND);
  return ok(taking.plan());
}
