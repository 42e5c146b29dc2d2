import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, invalid, NOT_FOUND } from './environment';
import { targetOf, withClient } from './subject';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** Takes a client sighted for the first time into the book. */
export async function planTrack(
  read: PlanReader,
  command: Of<'track'>,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  return ok({ changes: found.value.changes, side: found.value.side });
}

/** A field with a place in the catalogue or read from a CRM; personal data of minors stays out (§4). */
export function mayBeKept(kind: ClientKind, key: FieldKey): boolean {
  if (key.startsWith('crm.')) return true;
  const field = catalogueField(kind, key);
  return field !== null && !field.minor;
}

/** Notes what the client said, or what the RM guesses, of one field. */
export async function planSetFact(
  read: PlanReader,
  command: Of<'setFact'>,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  if (command.fact.day > env.today) return fail(invalid('day'));
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  const { client } = found.value;
  if (!mayBeKept(client.kind, command.key)) return fail(invalid(command.key));
  const noted = { ...command.fact, confirmed: env.now };
  const next = { ...client, facts: { ...client.facts, [command.key]: noted } };
  return ok({ changes: withClient(found.value, next), side: found.value.side });
}

/** Takes a fact back; what the CRM shows stays. */
export async function planClearFact(
  read: PlanReader,
  command: Of<'clearFact'>,
): Promise<Result<Plan, Problem>> {
  const known = await read.client(command.clientId);
  if (!known) return fail(NOT_FOUND);
  const { client } = known.bundle;
  if (!client.facts[command.key]) return ok({ changes: [] });
  const facts = Object.fromEntries(Object.entries(client.facts).filter(([key]) => key !== command.key));
  return ok({ changes: [{ type: 'update', table: 'clients', body: { ...client, facts } }] });
}

/** Sets tier, classes, the bank's level where the CRM shows none, standing or the client's own cadence. */
export async function planEditClient(
  read: PlanReader,
  command: Of<'editClient'>,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  const { client } = found.value;
  const { change } = command;
  // What the CRM says of its own levels is not the RM's to say.
  if (change.ownLevel && client.serviceLevel !== null) return fail(invalid('ownLevel'));
  const { ownLevel: former, ...rest } = client;
  const ownLevel = change.ownLevel === undefined ? former : (change.ownLevel ?? undefined);
  const next = {
    ...rest,
    ...(ownLevel === undefined ? {} : { ownLevel }),
    ...(change.tier === undefined ? {} : { tier: change.tier }),
    ...(change.classes === undefined ? {} : { classes: [...new Set(change.classes)] }),
    ...(change.prospect === undefined ? {} : { prospect: change.prospect }),
    ...(change.cadenceDays === undefined ? {} : { cadenceDays: change.cadenceDays }),
  };
  return ok({ changes: withClient(found.value, next), side: found.value.side });
}
