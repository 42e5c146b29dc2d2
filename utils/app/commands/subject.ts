import { fail, ok, type Result } from '@/utils/domain/result';
import type { Client } from '@/utils/domain/schema/client';
import type { Change } from '@/utils/store/change';
import type { ClientKnown, DraftKey } from '@/utils/store/known';
import type { PlanReader, SideWrite } from '@/utils/store/plan';
import type { Problem, Subject } from '../command';
import { draftKeysOf } from '../draftKeys';
import { type Environment, NOT_FOUND, sampleMark } from './environment';
import { promisedTo } from './fromFile';
import { lastSeenOf, newCrmContacts, observe } from './observe';

/** The client a command is about, and what must be written for there to be one. */
export interface Target {
  client: Client;
  /** Null for a client this command makes. */
  known: ClientKnown | null;
  changes: readonly Change[];
  side: readonly SideWrite[];
  /** Under which keys a draft of this subject may lie. */
  draftKeys: readonly DraftKey[];
}

/**
 * Finds the subject's client, or plans a new one from what was sighted: a first sighting alone makes
 * none, the first log, fact, note or "track" does (decision 4).
 */
export async function targetOf(
  read: PlanReader,
  subject: Subject,
  env: Environment,
  zone: string,
): Promise<Result<Target, Problem>> {
  if (subject.type === 'client') {
    const known = await read.client(subject.clientId);
    if (!known) return fail(NOT_FOUND);
    const draftKeys = await draftKeysOf(read, subject.clientId, known);
    return ok({ client: known.bundle.client, known, changes: [], side: [], draftKeys });
  }
  const { sighting } = subject;
  const link = await read.linkIdOf(sighting.record);
  const existing = await read.clientByLink(link);
  if (existing !== null) {
    const known = await read.client(existing);
    if (!known) return fail(NOT_FOUND);
    const draftKeys = await draftKeysOf(read, existing, known);
    return ok({ client: known.bundle.client, known, changes: [], side: [], draftKeys });
  }
  const promised = await promisedTo(read, sighting);
  if (promised) {
    // The page may be quicker than the background, which joins them at the sighting.
    const { known, changes } = promised;
    const { client } = known.bundle;
    const draftKeys = [...(await draftKeysOf(read, client.id, known)), link];
    return ok({ client, known, changes, side: [], draftKeys });
  }
  const id = env.freshClientId;
  const client = observe(
    {
      id,
      kind: sighting.kind,
      name: sighting.name,
      tier: null,
      serviceLevel: null,
      classes: [],
      prospect: false,
      cadenceDays: null,
      facts: {},
      observed: {},
      consents: {},
      doNotContact: null,
      since: env.today,
      ...sampleMark(env),
    },
    sighting,
    {},
    env.now,
  );
  const contacts = newCrmContacts(sighting, id, new Set(), { now: env.now, today: env.today, zone });
  return ok({
    client,
    known: null,
    changes: [
      { type: 'insert', table: 'clients', body: client },
      { type: 'insert', table: 'links', body: { record: sighting.record, clientId: id, ...sampleMark(env) } },
      ...contacts.map(
        (body): Change => ({ type: 'insert', table: 'contacts', body: { ...body, ...sampleMark(env) } }),
      ),
    ],
    side: [{ type: 'stamp', clientId: id, lastSeen: lastSeenOf(sighting, env.now) }],
    draftKeys: [id, link],
  });
}

/**
 * `changes` with the client itself changed to `next`: folded into the insert of a new client, an
 * update of a known one, nothing where nothing changed.
 */
export function withClient(target: Target, next: Client): readonly Change[] {
  if (next === target.client) return target.changes;
  if (target.known) return [...target.changes, { type: 'update', table: 'clients', body: next }];
  return target.changes.map((change) => (change.table === 'clients' ? { ...change, body: next } : change));
}
