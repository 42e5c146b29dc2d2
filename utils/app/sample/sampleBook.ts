import { ok, type Result } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Change } from '@/utils/store/change';
import type { ClientKnown } from '@/utils/store/known';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { StoreProblem } from '@/utils/store/problems';
import type { Store } from '@/utils/store/store';
import type { Problem } from '../command';
import { carryOut } from '../commands/carryOut';
import type { Environment } from '../commands/environment';
import { newClientId, newOpId } from '../ids';
import { SAMPLE_BOOK } from './book';
import { ordersOf } from './orders';

export interface SampleCount {
  clients: number;
  entries: number;
}

/**
 * Adds the sample book by the same commands a user's clicks make, each client marked as a sample.
 * Clients whose record the book already holds are left alone.
 */
export async function addSampleBook(
  store: Store,
  env: Omit<Environment, 'freshClientId' | 'sample'>,
  zone: string,
): Promise<Result<SampleCount, Problem>> {
  const count: SampleCount = { clients: 0, entries: 0 };
  for (const client of SAMPLE_BOOK) {
    const commands = ordersOf(client, env.today, zone);
    const first = commands[0];
    if (first?.do === 'editClient' && first.subject.type === 'sighted') {
      const held = await store.clientByLink(await store.linkIdOf(first.subject.sighting.record));
      if (held.ok && held.value !== null) continue;
    }
    const sampleEnv: Environment = { ...env, freshClientId: newClientId(), sample: true };
    for (const command of commands) {
      const outcome = await carryOut(store, { op: newOpId(), command }, sampleEnv, zone);
      if (!outcome.ok) return outcome;
      count.entries += 1;
    }
    count.clients += 1;
  }
  return ok(count);
}

function removalOf({ bundle, records }: ClientKnown): Change[] {
  const { client, contacts, notes, actionStates } = bundle;
  const { relations, holdings, policies, credits, opportunities, visits } = bundle;
  return [
    ...relations.map((body): Change => ({ type: 'delete', table: 'relations', body })),
    ...holdings.map((body): Change => ({ type: 'delete', table: 'holdings', body })),
    ...policies.map((body): Change => ({ type: 'delete', table: 'policies', body })),
    ...credits.map((body): Change => ({ type: 'delete', table: 'credits', body })),
    ...opportunities.map((body): Change => ({ type: 'delete', table: 'opportunities', body })),
    ...visits.map((body): Change => ({ type: 'delete', table: 'visits', body })),
    // A person of another client stays with that client, and is no client any more.
    ...bundle.namedIn.map(
      (body): Change => ({ type: 'update', table: 'relations', body: { ...body, other: null } }),
    ),
    ...actionStates.map((body): Change => ({ type: 'delete', table: 'actions', body })),
    ...notes.map((body): Change => ({ type: 'delete', table: 'notes', body })),
    ...contacts.map((body): Change => ({ type: 'delete', table: 'contacts', body })),
    ...records.map(
      (record): Change => ({ type: 'delete', table: 'links', body: { record, clientId: client.id } }),
    ),
    { type: 'delete', table: 'clients', body: client },
  ];
}

async function planRemoval(read: PlanReader, id: ClientId): Promise<Result<Plan, StoreProblem>> {
  const known = await read.client(id);
  if (!known?.bundle.client.sample) return ok({ changes: [] });
  return ok({ changes: removalOf(known) });
}

/** Removes every sample client with all that was noted of it, also by the user. */
export async function removeSampleBook(store: Store): Promise<Result<SampleCount, Problem>> {
  const directory = await store.directory();
  if (!directory.ok) return { ok: false, error: { code: directory.error.code, field: null } };
  const count: SampleCount = { clients: 0, entries: 0 };
  for (const brief of directory.value.briefs.filter((card) => card.sample)) {
    const receipt = await store.commit<StoreProblem>({
      op: newOpId(),
      cause: 'removeSample',
      plan: (read) => planRemoval(read, brief.clientId),
    });
    if (!receipt.ok) return receipt;
    count.clients += 1;
    count.entries += 1;
  }
  return ok(count);
}
