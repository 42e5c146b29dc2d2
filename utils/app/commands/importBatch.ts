import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { withFormer } from '@/utils/domain/formerAmounts';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Contact } from '@/utils/domain/schema/contact';
import type { FactSource } from '@/utils/domain/schema/factSource';
import type { Holding } from '@/utils/domain/schema/holding';
import {
  type ClientId,
  clientId,
  contactId,
  holdingId,
  noteId,
  type OpId,
  policyId,
  relationId,
} from '@/utils/domain/schema/ids';
import type { Policy } from '@/utils/domain/schema/policy';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Brought, BroughtContact } from '@/utils/import/brought';
import { changesAnything, countIn, type ImportCount, newClient, noCount } from '@/utils/import/forecast';
import { foldNumber, together } from '@/utils/import/people';
import { type Taken, type Taking, takeOver } from '@/utils/import/takeOver';
import type { Change } from '@/utils/store/change';
import type { Receipt } from '@/utils/store/outcomes';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { StoreProblem } from '@/utils/store/problems';
import type { Store } from '@/utils/store/store';
import type { Problem } from '../command';
import { type Environment, NOT_FOUND } from './environment';
import { promise } from './fromFile';

/** The cause by which the journal knows a batch. */
export const IMPORT_CAUSE = 'importBatch';

/** What is brought, and whose it is: a client of the book, or null for a new one. */
export interface Arrival {
  brought: Brought;
  into: ClientId | null;
}

/** All that comes of one file. It is no message: it may be far larger than one, and the page commits it itself. */
export interface Batch {
  arrivals: readonly Arrival[];
  how: Taking;
  /** Whether the contacts stand in the bank's own system already. */
  entered: boolean;
  zone: string;
  /** The CRM whose numbers the file's are, where that is sure. */
  numberedBy?: string;
}

type When = Pick<Environment, 'now' | 'today'>;

/** An id that a batch gives: the same whenever its plan runs again. */
function idIn(op: OpId, what: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${op} ${what}`))).slice(0, 24);
}

function contactOf(of: BroughtContact, owner: ClientId, id: string, batch: Batch, when: When): Contact {
  const { next, nextDue, note, ...rest } = of;
  const planned = of.day > when.today;
  return {
    ...rest,
    id: contactId.parse(id),
    clientId: owner,
    direction: 'out',
    result: planned ? null : (of.result ?? 'reached'),
    zone: batch.zone,
    minutesLong: null,
    goal: null,
    goalReached: null,
    marker: null,
    nextStep: next === null ? null : { text: next, due: nextDue },
    note,
    clientWords: false,
    companions: null,
    newBusiness: false,
    coldVisit: false,
    mass: false,
    origin: 'own',
    state: planned ? 'planned' : 'done',
    enteredInCrm: !planned && batch.entered,
    supersedes: null,
    keeps: null,
    loggedAt: when.now,
  };
}

/** Said by the client or guessed by the RM; the wall stays closed whatever a list says. */
const told = (source: FactSource, day: CivilDay) => ({ source, day });

function holdingRows(taken: Taken, owner: ClientId, op: OpId, { how }: Batch): Change[] {
  return taken.holdings.map(({ row, former }, at): Change => {
    if (!former) {
      const id = holdingId.parse(idIn(op, `${owner} holding ${at}`));
      const body: Holding = { ...row, id, clientId: owner, takenOver: null, ...told(how.source, how.day) };
      return { type: 'insert', table: 'holdings', body };
    }
    const body = withFormer(former, { ...former, ...present(row), ...told(how.source, how.day) });
    return { type: 'update', table: 'holdings', body };
  });
}

/** A row without what it does not say: an empty cell takes nothing away. */
function present<Row extends object>(row: Row): Partial<Row> {
  const said: Partial<Row> = { ...row };
  for (const field in said) if (said[field] === null) delete said[field];
  return said;
}

function policyRows(taken: Taken, owner: ClientId, op: OpId, { how }: Batch): Change[] {
  return taken.policies.map(({ row, former }, at): Change => {
    const { insured, ...rest } = row;
    if (!former) {
      const body: Policy = {
        ...rest,
        id: policyId.parse(idIn(op, `${owner} policy ${at}`)),
        clientId: owner,
        insured: insured === null ? { who: 'self' } : { who: 'other', name: insured },
        ...told(how.source, how.day),
      };
      return { type: 'insert', table: 'policies', body };
    }
    const body: Policy = { ...former, ...present(rest), ...told(how.source, how.day) };
    return { type: 'update', table: 'policies', body };
  });
}

function rowsOf(taken: Taken, op: OpId, batch: Batch, when: When): Change[] {
  const owner = taken.client.id;
  return [
    ...taken.contacts.map((contact, at): Change => {
      const body = contactOf(contact, owner, idIn(op, `${owner} contact ${at}`), batch, when);
      return { type: 'insert', table: 'contacts', body };
    }),
    ...taken.notes.map((text, at): Change => {
      const id = noteId.parse(idIn(op, `${owner} note ${at}`));
      const { now } = when;
      const body = { id, clientId: owner, text, pinned: false, createdAt: now, editedAt: null };
      return { type: 'insert', table: 'notes', body };
    }),
    ...holdingRows(taken, owner, op, batch),
    ...policyRows(taken, owner, op, batch),
    ...taken.relations.map((relation, at): Change => {
      const body = {
        ...relation,
        id: relationId.parse(idIn(op, `${owner} relation ${at}`)),
        clientId: owner,
        other: null,
        covered: null,
        influence: null,
        attitude: null,
        lastMet: null,
        wall: { state: 'closed' } as const,
        ...told(batch.how.source, batch.how.day),
      };
      return { type: 'insert', table: 'relations', body };
    }),
  ];
}

/** What is brought for each client of the book, several lines for one put together. */
function byClient(arrivals: readonly Arrival[]): Map<ClientId, Brought> {
  const sums = new Map<ClientId, Brought>();
  for (const { into, brought } of arrivals) {
    if (into === null) continue;
    const known = sums.get(into);
    sums.set(into, known ? together(known, brought) : brought);
  }
  return sums;
}

/** The numbers that the file gives to one client alone. */
function ownNumbers({ arrivals }: Batch): ReadonlySet<string> {
  const owners = new Map<string, Set<ClientId | number>>();
  for (const [at, { brought, into }] of arrivals.entries()) {
    if (brought.who.number === null) continue;
    const number = foldNumber(brought.who.number);
    owners.set(number, (owners.get(number) ?? new Set()).add(into ?? at));
  }
  return new Set([...owners].flatMap(([number, of]) => (of.size === 1 ? [number] : [])));
}

/** Plans a batch: every client it makes and every one it changes. The same batch under the same operation plans the same. */
export async function planBatch(
  read: Pick<PlanReader, 'client' | 'linkIdOf' | 'clientByLink'>,
  op: OpId,
  batch: Batch,
  when: When,
): Promise<Result<Plan & { count: ImportCount }, Problem>> {
  const changes: Change[] = [];
  const count = noCount();
  const numbers = ownNumbers(batch);
  const promised = async (owner: ClientId, { who }: Brought, records: readonly RecordRef[]) => {
    const crmId = batch.numberedBy;
    if (crmId === undefined || who.number === null || !numbers.has(foldNumber(who.number))) return [];
    return promise(read, { crmId, number: who.number, clientId: owner }, records);
  };
  for (const [at, { brought, into }] of batch.arrivals.entries()) {
    if (into !== null) continue;
    const made = newClient(clientId.parse(idIn(op, `client ${at}`)), brought, when.today);
    if (!made) continue;
    const taken = takeOver(made, null, brought, batch.how);
    count.made += 1;
    countIn(count, taken);
    changes.push(
      { type: 'insert', table: 'clients', body: taken.client },
      ...(await promised(taken.client.id, brought, [])),
      ...rowsOf(taken, op, batch, when),
    );
  }
  for (const [id, brought] of byClient(batch.arrivals)) {
    const known = await read.client(id);
    // Whoever was chosen has been removed since: the choice is the user's to make again.
    if (!known) return fail(NOT_FOUND);
    const { client } = known.bundle;
    const taken = takeOver(client, known.bundle, brought, batch.how);
    const rows = rowsOf(taken, op, batch, when);
    if (taken.clientChanged) changes.push({ type: 'update', table: 'clients', body: taken.client });
    if (changesAnything(taken)) count.changed += 1;
    countIn(count, taken);
    changes.push(...(await promised(id, brought, known.records)), ...rows);
  }
  return ok({ changes, count });
}

/**
 * Brings a batch in: one commit, or none of it. The journal knows it by `importBatch`; undoing its operation takes all
 * of it back.
 */
export async function importBatch(
  store: Pick<Store, 'commit'>,
  op: OpId,
  batch: Batch,
  when: When,
): Promise<Result<{ receipt: Receipt; count: ImportCount }, Problem | StoreProblem>> {
  let count = noCount();
  const receipt = await store.commit<Problem>({
    op,
    cause: IMPORT_CAUSE,
    plan: async (read) => {
      const planned = await planBatch(read, op, batch, when);
      if (planned.ok) count = planned.value.count;
      return planned;
    },
  });
  return receipt.ok ? ok({ receipt: receipt.value, count }) : receipt;
}
