import { expect } from 'vitest';
import { ok } from '@/utils/domain/result';
import type { Client } from '@/utils/domain/schema/client';
import type { OpId } from '@/utils/domain/schema/ids';
import type { Change } from '@/utils/store/change';
import type { Receipt } from '@/utils/store/outcomes';
import type { Plan, SideWrite } from '@/utils/store/plan';
import type { Store } from '@/utils/store/store';
import { aClient, aRecord, newOp } from './book';

/** Commits changes that need no reading; fails the test if refused. */
export async function write(store: Store, ...changes: Change[]): Promise<Receipt> {
  const done = await tryWrite(store, changes);
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.error)}`);
  return done.value;
}

/** Commits changes under an operation and gives the answer as it is. */
export const tryWrite = (
  store: Store,
  changes: readonly Change[],
  op: OpId = newOp(),
  side: readonly SideWrite[] = [],
) => store.commit({ op, cause: 'test', plan: async () => ok<Plan>({ changes, side }) });

/** Makes a client with one link. */
export async function addClient(store: Store, changed: Partial<Client> = {}): Promise<Client> {
  const client = aClient(changed);
  const record = aRecord(`R-${client.id}`);
  await write(
    store,
    { type: 'insert', table: 'clients', body: client },
    { type: 'insert', table: 'links', body: { record, clientId: client.id } },
  );
  return client;
}

/** What the store says of a client now; fails the test if it does not. */
export async function know(store: Pick<Store, 'client'>, id: Client['id']) {
  const known = await store.client(id);
  if (!known.ok) throw new Error(`unknown: ${JSON.stringify(known.error)}`);
  return known.value;
}

/** Waits until a value is as expected, patiently: other things may keep the machine busy. */
export const soon = <Value>(value: () => Value | Promise<Value>) => expect.poll(value, { timeout: 10_000 });
