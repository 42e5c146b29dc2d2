import { fail, ok, type Result } from '@/utils/domain/result';
import type { OpId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import type { Change } from '@/utils/store/change';
import type { Receipt } from '@/utils/store/outcomes';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { StoreProblem } from '@/utils/store/problems';
import type { Store } from '@/utils/store/store';
import type { Environment } from './environment';
import { promisedTo } from './fromFile';
import { lastSeenOf, newCrmContacts, observe } from './observe';

async function planSighting(
  read: PlanReader,
  sighting: Sighting,
  env: Environment,
  zone: string,
): Promise<Result<Plan, StoreProblem>> {
  const clientId = await read.clientByLink(await read.linkIdOf(sighting.record));
  const found = clientId === null ? null : await read.client(clientId);
  const joined = clientId === null ? await promisedTo(read, sighting) : null;
  const known = found ?? joined?.known;
  if (!known) return ok({ changes: [] });
  const { client, contacts, lastSeen } = known.bundle;
  const next = observe(client, sighting, lastSeen, env.now);
  const held = new Set(contacts.map((contact) => contact.id));
  const fresh = newCrmContacts(sighting, client.id, held, { now: env.now, today: env.today, zone });
  const mark = client.sample ? { sample: true as const } : {};
  const changes: Change[] = [
    ...(joined?.changes ?? []),
    ...fresh.map((body): Change => ({ type: 'insert', table: 'contacts', body: { ...body, ...mark } })),
  ];
  if (next !== client) changes.unshift({ type: 'update', table: 'clients', body: next });
  return ok({
    changes,
    side: [{ type: 'stamp', clientId: client.id, lastSeen: lastSeenOf(sighting, env.now) }],
  });
}

/**
 * Takes over what the CRM's page shows of a client of the book: changed fields and new entries of
 * its own contact list are journalled, "seen again" is a stamp. Of an unknown client nothing is kept, unless a file
 * has promised the record to somebody.
 */
export async function recordSighting(
  store: Store,
  op: OpId,
  sighting: Sighting,
  env: Environment,
  zone: string,
): Promise<Result<Receipt, StoreProblem>> {
  const receipt = await store.commit<StoreProblem>({
    op,
    cause: 'sighting',
    plan: (read) => planSighting(read, sighting, env, zone),
  });
  return receipt.ok ? receipt : fail(receipt.error);
}
