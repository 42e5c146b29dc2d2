import { fail, ok, type Result } from '@/utils/domain/result';
import type { Client, Fact, FieldKey } from '@/utils/domain/schema/client';
import type { ContactId } from '@/utils/domain/schema/ids';
import type { Visit } from '@/utils/domain/schema/visit';
import { type Chain, chainsOf } from '@/utils/domain/timeline/chain';
import { rootIdOf } from '@/utils/domain/timeline/promise';
import type { Change } from '@/utils/store/change';
import type { ClientKnown } from '@/utils/store/known';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { planAmend } from './contacts';
import { type Environment, invalid, NOT_FOUND } from './environment';
import { mayBeKept } from './profile';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** The contact that planned a visit, with its corrections. */
const chainOf = ({ bundle }: ClientKnown, id: ContactId): Chain | undefined =>
  chainsOf(bundle.contacts).find(({ contact, earlier }) =>
    [contact, ...earlier].some((one) => one.id === id),
  );

/** Keeps what is prepared of a visit. One that is over keeps what was prepared. */
export async function planKeepVisit(
  read: PlanReader,
  { clientId, visit }: Of<'keepVisit'>,
): Promise<Result<Plan, Problem>> {
  const known = await read.client(clientId);
  const chain = known && chainOf(known, visit.id);
  if (!known || !chain) return fail(NOT_FOUND);
  if (rootIdOf(chain) !== visit.id || chain.contact.origin === 'crm') return fail(invalid('id'));
  if (chain.contact.state !== 'planned') return fail({ code: 'changedSince', field: null });
  const former = known.bundle.visits.find(({ id }) => id === visit.id);
  // A visit of the sample book goes with the plan that it belongs to.
  const body: Visit = { ...visit, clientId, ...(chain.contact.sample ? { sample: true } : {}) };
  return ok({ changes: [{ type: former ? 'update' : 'insert', table: 'visits', body }] });
}

/** Removes what was prepared; the planned contact stays. */
export async function planDropVisit(
  read: PlanReader,
  { clientId, visitId }: Of<'dropVisit'>,
): Promise<Result<Plan, Problem>> {
  const known = await read.client(clientId);
  const body = known?.bundle.visits.find(({ id }) => id === visitId);
  return body ? ok({ changes: [{ type: 'delete', table: 'visits', body }] }) : fail(NOT_FOUND);
}

/** The client with what was learned; the field that cannot be kept otherwise. */
function withLearned(
  client: Client,
  { learned }: Of<'logVisit'>,
  env: Environment,
): Result<Client, FieldKey> {
  const wrong = learned.find(({ key, fact }) => fact.day > env.today || !mayBeKept(client.kind, key));
  if (wrong) return fail(wrong.key);
  const facts: Record<FieldKey, Fact> = { ...client.facts };
  for (const { key, fact } of learned) facts[key] = { ...fact, confirmed: env.now };
  return ok({ ...client, facts });
}

const unprepared = (id: ContactId): Omit<Visit, 'clientId'> => ({
  id,
  canDo: null,
  marker: null,
  area: null,
  checklist: [],
  focus: null,
  evidence: null,
});

/** Logs what became of a planned visit: its contact, the evidence and the facts learned, or none of it. */
export async function planLogVisit(
  read: PlanReader,
  command: Of<'logVisit'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const { clientId, contactId, details, plan, evidence } = command;
  if (details.day > env.today) return fail(invalid('day'));
  const amended = await planAmend(
    read,
    { do: 'amendContact', clientId, contactId, supersedes: plan, details },
    env,
  );
  if (!amended.ok) return amended;
  const known = await read.client(clientId);
  const chain = known && chainOf(known, plan);
  if (!known || !chain) return fail(NOT_FOUND);
  if (chain.contact.state !== 'planned') return fail({ code: 'changedSince', field: null });
  const changes: Change[] = [...amended.value.changes];

  const { client, visits } = known.bundle;
  const former = visits.find(({ id }) => id === rootIdOf(chain));
  if (former) changes.push({ type: 'update', table: 'visits', body: { ...former, evidence } });
  else if (evidence !== null) {
    const mark = chain.contact.sample ? { sample: true as const } : {};
    const body: Visit = { ...unprepared(rootIdOf(chain)), clientId, evidence, ...mark };
    changes.push({ type: 'insert', table: 'visits', body });
  }
  const next = withLearned(client, command, env);
  if (!next.ok) return fail(invalid(next.error));
  if (command.learned.length > 0) changes.push({ type: 'update', table: 'clients', body: next.value });
  return ok({ ...amended.value, changes });
}
