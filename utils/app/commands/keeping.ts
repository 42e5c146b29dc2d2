import type { ClientBundle } from '@/utils/domain/bundle';
import { withFormer } from '@/utils/domain/formerAmounts';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Relation } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Change } from '@/utils/store/change';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, invalid, NOT_FOUND, sampleMark } from './environment';
import { type Target, targetOf } from './subject';

// Visits have plans to mind, and their own file.
type Keep = Exclude<Extract<Command, { do: `keep${string}` }>, { do: 'keepVisit' }>;
type Drop = Exclude<Extract<Command, { do: `drop${string}` }>, { do: 'dropVisit' }>;

/** Whether days that are known come one after the other. */
function inOrder(...days: readonly (CivilDay | null)[]): boolean {
  const known = days.filter((day) => day !== null);
  return known.every((day, index) => index === 0 || (known[index - 1] ?? day) <= day);
}

/** The field that cannot be so, on its own or beside what is known of the client; null where all is well. */
function wrongIn(command: Keep, bundle: ClientBundle | undefined, today: CivilDay): string | null {
  switch (command.do) {
    case 'keepRelation': {
      const { day, wall, lastMet } = command.relation;
      const opened = wall.state === 'closed' ? day : wall.day;
      return day > today ? 'day' : opened > today ? 'wall' : (lastMet ?? day) > today ? 'lastMet' : null;
    }
    case 'keepHolding': {
      const { day, since, maturity, takenOver } = command.holding;
      if (!inOrder(since, maturity)) return 'maturity';
      return day > today ? 'day' : (takenOver ?? day) > today ? 'takenOver' : null;
    }
    case 'keepPolicy': {
      const { day, from, until, insured } = command.policy;
      const person = insured.who === 'relation' ? insured.relation : null;
      if (person !== null && !bundle?.relations.some(({ id }) => id === person)) return 'insured';
      return inOrder(from, until) ? (day > today ? 'day' : null) : 'until';
    }
    case 'keepCredit': {
      const { day, applied, from, until } = command.credit;
      if (!inOrder(applied, from)) return 'from';
      return inOrder(from, until) ? (day > today ? 'day' : null) : 'until';
    }
    case 'keepOpportunity':
      return command.opportunity.stageSince > today ? 'stageSince' : null;
  }
}

/** The row as it will be, with the change that puts it there. */
function keptRow(command: Keep, { client, known }: Target, env: Environment): Change {
  const bundle = known?.bundle;
  const owned = { clientId: client.id };
  const put = <Row extends { id: string; sample?: true | undefined }>(
    rows: readonly Row[] | undefined,
    id: string,
  ) => {
    const former = rows?.find((row) => row.id === id);
    const type: Change['type'] = former ? 'update' : 'insert';
    const sample = former ? former.sample : sampleMark(env).sample;
    return { type, former, mark: { ...owned, ...(sample ? { sample } : {}) } };
  };
  switch (command.do) {
    case 'keepRelation': {
      const { type, mark } = put(bundle?.relations, command.relation.id);
      return { type, table: 'relations', body: { ...command.relation, ...mark } };
    }
    case 'keepHolding': {
      const { type, former, mark } = put(bundle?.holdings, command.holding.id);
      const body = { ...command.holding, ...mark };
      return { type, table: 'holdings', body: former ? withFormer(former, body) : body };
    }
    case 'keepPolicy': {
      const { type, mark } = put(bundle?.policies, command.policy.id);
      return { type, table: 'policies', body: { ...command.policy, ...mark } };
    }
    case 'keepCredit': {
      const { type, mark } = put(bundle?.credits, command.credit.id);
      return { type, table: 'credits', body: { ...command.credit, ...mark } };
    }
    case 'keepOpportunity': {
      const { type, former, mark } = put(bundle?.opportunities, command.opportunity.id);
      // A stage began when it was come to, however often the rest is changed.
      const { stage, stageSince } = command.opportunity;
      const since = former?.stage === stage ? former.stageSince : stageSince;
      return {
        type,
        table: 'opportunities',
        body: { ...command.opportunity, stageSince: since, ...mark },
      };
    }
  }
}

/** A person may be another client of the book, never the client himself. */
async function otherIsWrong(read: PlanReader, command: Keep, { client, known }: Target): Promise<boolean> {
  if (command.do !== 'keepRelation' || command.relation.other === null) return false;
  const { id, other } = command.relation;
  if (other === client.id) return true;
  // One who has left the book since may stay named.
  const named = known?.bundle.relations.some((row) => row.id === id && row.other === other);
  return !named && (await read.client(other)) === null;
}

/** Keeps a person, holding, policy, credit or opportunity: a new row, or the one of that id changed. */
export async function planKeep(
  read: PlanReader,
  command: Keep,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  const target = found.value;
  const wrong = wrongIn(command, target.known?.bundle, env.today);
  if (wrong !== null) return fail(invalid(wrong));
  if (await otherIsWrong(read, command, target)) return fail(invalid('other'));
  return ok({ changes: [...target.changes, keptRow(command, target, env)], side: target.side });
}

/** A person who goes leaves the policies on them with their name. */
const policiesWithout = ({ policies }: ClientBundle, { id, name }: Relation): Change[] =>
  policies
    .filter(({ insured }) => insured.who === 'relation' && insured.relation === id)
    .map((policy) => ({
      type: 'update',
      table: 'policies',
      body: { ...policy, insured: { who: 'other', name: name === null ? null : name.slice(0, 100) } },
    }));

function removal(bundle: ClientBundle, command: Drop): Change[] | null {
  const row = <Row extends { id: string }>(rows: readonly Row[], id: string) =>
    rows.find((one) => one.id === id);
  switch (command.do) {
    case 'dropRelation': {
      const body = row(bundle.relations, command.relationId);
      return body ? [{ type: 'delete', table: 'relations', body }, ...policiesWithout(bundle, body)] : null;
    }
    case 'dropHolding': {
      const body = row(bundle.holdings, command.holdingId);
      return body ? [{ type: 'delete', table: 'holdings', body }] : null;
    }
    case 'dropPolicy': {
      const body = row(bundle.policies, command.policyId);
      return body ? [{ type: 'delete', table: 'policies', body }] : null;
    }
    case 'dropCredit': {
      const body = row(bundle.credits, command.creditId);
      return body ? [{ type: 'delete', table: 'credits', body }] : null;
    }
    case 'dropOpportunity': {
      const body = row(bundle.opportunities, command.opportunityId);
      return body ? [{ type: 'delete', table: 'opportunities', body }] : null;
    }
  }
}

/** Removes one of them; undo brings it back. */
export async function planDrop(read: PlanReader, command: Drop): Promise<Result<Plan, Problem>> {
  const known = await read.client(command.clientId);
  const changes = known && removal(known.bundle, command);
  return changes ? ok({ changes }) : fail(NOT_FOUND);
}
