import { fail, ok, type Result } from '@/utils/domain/result';
import { BOOK } from '@/utils/domain/schema/act';
import { type ClientId, opId } from '@/utils/domain/schema/ids';
import { announceAnything } from '../connection/announce';
import type { Connection } from '../connection/connection';
import type { Database, Head } from '../connection/database';
import { isClash, isDatabaseError, writeProblem } from '../connection/failure';
import { LOCK_WAIT_MS, underLock } from '../connection/underLock';
import type { Keyring } from '../crypto/keyring';
import { groupBy } from '../groupBy';
import type { Receipt } from '../outcomes';
import type { CommitOrder, Plan, PlanReader, SideWrite } from '../plan';
import type { WritePorts } from '../ports';
import type { StoreProblem } from '../problems';
import { ownerOf } from '../rows/kinds';
import { type Derived, deriveFor } from './derive';
import { passGate, receiptFor } from './gate';
import { land, Stale } from './land';
import { planReaderOf } from './planReader';
import { prepare } from './prepare';
import { Refusal } from './refuse';
import { type Resolved, resolveChanges } from './resolve';
import { View } from './view';

/** Attempts before a commit gives up: without the lock, others may get ahead again and again. */
const MAX_ATTEMPTS = 40;
const MAX_PAUSE_MS = 100;
/** A cause is a word of the program, never data. */
const CAUSE = /^[a-z][A-Za-z]{0,39}$/;

/** What a committing context has, for as long as it lives. */
export interface Committer {
  connection: Connection;
  ports: WritePorts;
  /** Told of the head after each write. */
  landed: (head: Head) => void;
}

/** Everything one attempt works with. */
interface Work extends Committer {
  db: Database;
  ring: Keyring;
  view: View;
}

/** An order whose plan also asks for the rows themselves, sealed: one of the store's own. */
interface SealedOrder<Refused> extends Omit<CommitOrder<Refused>, 'plan'> {
  plan: (read: PlanReader, view: View) => ReturnType<CommitOrder<Refused>['plan']>;
}

type Outcome<Refused> = Result<Receipt, StoreProblem | Refused>;

const problem = (code: StoreProblem['code'], field: string | null = null) => fail({ code, field });

/** The clients a commit touches, in the order in which it names them. */
const touched = (resolved: readonly Resolved[], side: readonly SideWrite[]): ClientId[] =>
  [
    ...new Set([
      ...resolved.map(({ ck }) => ck),
      ...side.flatMap((write) => ('clientId' in write ? [write.clientId] : [])),
    ]),
  ].filter((id) => id !== BOOK);

/** Whom the receipt names: who was changed; where nobody was, whom the plan was about. */
const namedIn = (plan: Plan, resolved: readonly Resolved[]): ClientId[] =>
  resolved.length > 0
    ? touched(resolved, [])
    : [...new Set([...plan.changes.map(ownerOf), ...touched([], plan.side ?? [])])];

/** What follows for each client from a plan. */
function derive(work: Work, resolved: readonly Resolved[], side: readonly SideWrite[]): Promise<Derived[]> {
  const byClient = groupBy(resolved, ({ ck }) => ck);
  return Promise.all(
    touched(resolved, side).map((id) => {
      const changes = (byClient.get(id) ?? []).map(({ change }) => change);
      const seen = side.flatMap((write) =>
        write.type === 'stamp' && write.clientId === id ? [write.lastSeen] : [],
      );
      return deriveFor(work, id, changes, seen);
    }),
  );
}

/** Pauses for a random while that grows with the attempts, so that two who clash do not clash again. */
function pause(ports: WritePorts, attempt: number): Promise<void> {
  const [random = 0] = ports.randomBytes(1);
  const most = Math.min(MAX_PAUSE_MS, 10 * attempt);
  return new Promise((resolve) => setTimeout(resolve, (random / 255) * most));
}

/** Seals and lands a plan. @throws Stale, Refusal, or what the browser says */
async function carryOut(
  work: Work,
  order: { op: string; cause: string },
  plan: Plan,
  at: { expected: { epoch: string; tick: number }; seq: number },
): Promise<Receipt> {
  const { connection, db, ring, view, ports } = work;
  const side = plan.side ?? [];
  const resolved = await resolveChanges(connection, ring, view, plan.changes);
  const derived = await derive(work, resolved, side);
  const discarded = side.flatMap((write) => (write.type === 'discardDraft' ? [write.key] : []));
  const { op, cause } = order;
  const { strike = null, sync = null } = plan;
  const intent = { op, cause, at: ports.now(), changes: resolved, derived, discarded, strike, sync };
  const prepared = await prepare(ring, ports.randomBytes, intent);
  const clients = namedIn(plan, resolved);
  const rows = prepared.inserted.length + prepared.replaced.length + prepared.removed.length;
  if (rows + discarded.length === 0 && !sync) return { seq: at.seq, duplicate: false, clients };
  const head = await land(db, prepared, at.expected);
  work.landed(head);
  return { seq: head.seq, duplicate: false, clients };
}

/**
 * The transaction failed, or its answer was lost. If the operation is in the journal it is done, for
 * all that; otherwise nothing of it was written. Null to try again.
 */
async function afterFailure(work: Work, op: string, error: unknown): Promise<Outcome<never> | null> {
  if (error instanceof Stale) return null;
  if (!isDatabaseError(error)) throw error;
  work.connection.doubt();
  const receipt = await receiptFor(work.db, op);
  if (receipt) return ok(receipt);
  return isClash(error) ? null : fail(writeProblem(error));
}

/** One attempt, from an open and checked database on; null to be made again. */
async function attempt<Refused>(
  committer: Committer,
  order: SealedOrder<Refused>,
  turn: number,
): Promise<Outcome<Refused> | null> {
  const { connection, ports } = committer;
  if (!ports.alive()) return problem('gone');
  const ready = await connection.ready();
  if (!ready.ok) return problem('unavailable');
  if (!(await connection.ring())) return problem(connection.noKeys.code);
  const db = ready.value;
  const gate = await passGate(connection, db, order.op);
  if (gate.state === 'done') return ok(gate.receipt);
  if (gate.state === 'closed') return problem(gate.code);
  const ring = await connection.ringWith(gate.kid);
  if (!ring) return problem(connection.noKeys.code);
  const view = new View(db, turn > 1);
  const work: Work = { ...committer, db, ring, view };
  const plan = await order.plan(planReaderOf(connection, db, ring, view), view);
  if (!plan.ok) return plan;
  try {
    return ok(await carryOut(work, order, plan.value, gate));
  } catch (error) {
    return afterFailure(work, order.op, error);
  }
}

/** Attempts until done, refused or out of patience. */
async function persist<Refused>(
  committer: Committer,
  order: SealedOrder<Refused>,
): Promise<Outcome<Refused>> {
  for (let turn = 1; turn <= MAX_ATTEMPTS; turn++) {
    const outcome = await attempt(committer, order, turn);
    // Whoever did it before may have been stopped before telling anyone: those who watch read again.
    if (outcome?.ok && outcome.value.duplicate) announceAnything();
    if (outcome) return outcome;
    await pause(committer.ports, turn);
  }
  return problem('unavailable');
}

/**
 * The one way to write (decision 7). Under the commit lock: pass the gate, plan, work out what
 * follows, seal, land in one transaction; on a clash plan again. "Saved" is what it resolves to, and
 * it resolves only after the transaction has completed.
 */
export async function commit<Refused>(
  committer: Committer,
  order: SealedOrder<Refused>,
): Promise<Outcome<Refused>> {
  if (!opId.safeParse(order.op).success) return problem('invalid', 'op');
  if (!CAUSE.test(order.cause)) return problem('invalid', 'cause');
  const { connection, ports } = committer;
  const name = `${connection.db.name}.commit`;
  try {
    return await underLock(ports.locks, name, LOCK_WAIT_MS, () => persist(committer, order));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    if (!isDatabaseError(error)) throw error;
    connection.doubt();
    return fail(writeProblem(error));
  }
}
