import { fail, ok, type Result } from '@/utils/domain/result';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, invalid } from './environment';
import { targetOf, withClient } from './subject';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** Notes that the client allows or refuses marketing by a channel, or that neither is known any more. */
export async function planSetConsent(
  read: PlanReader,
  command: Of<'setConsent'>,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  const { channel, consent } = command;
  if (consent && consent.day > env.today) return fail(invalid('day'));
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  const { client } = found.value;
  const { [channel]: _former, ...others } = client.consents;
  const consents = consent ? { ...others, [channel]: consent } : others;
  return ok({ changes: withClient(found.value, { ...client, consents }), side: found.value.side });
}

/** 勿扰, with the day on which the client asked for it; null ends it. */
export async function planSetDoNotContact(
  read: PlanReader,
  command: Of<'setDoNotContact'>,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  const { doNotContact } = command;
  if (doNotContact && doNotContact.day > env.today) return fail(invalid('day'));
  if (doNotContact?.until && doNotContact.until < doNotContact.day) return fail(invalid('until'));
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  const next = { ...found.value.client, doNotContact };
  return ok({ changes: withClient(found.value, next), side: found.value.side });
}
