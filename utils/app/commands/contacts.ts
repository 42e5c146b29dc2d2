import { fail, ok, type Result } from '@/utils/domain/result';
import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact, ContactDetails } from '@/utils/domain/schema/contact';
import type { ContactId } from '@/utils/domain/schema/ids';
import { lacksRecording } from '@/utils/domain/visits/recordedSale';
import type { Change } from '@/utils/store/change';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, invalid, NOT_FOUND, sampleMark } from './environment';
import { targetOf } from './subject';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** A plan lies ahead and has no result; what happened has one, and what was sold its recording (§11.6). */
function detailsProblem(details: ContactDetails, client: Client, env: Environment): Problem | null {
  const planned = details.day > env.today;
  if (planned && details.result !== null) return invalid('result');
  if (!planned && details.result === null) return invalid('result');
  if (planned && details.goalReached !== null) return invalid('goalReached');
  if (details.nextStep?.due && details.nextStep.due < details.day) return invalid('nextStep');
  if (lacksRecording(details, client, env)) return invalid('recording');
  return null;
}

/** The promise a contact keeps, or will if it comes about as planned; an attempt that failed keeps none. */
const keptBy = ({ result }: ContactDetails, keeps: ContactId | null): ContactId | null =>
  result === null || result === 'reached' ? keeps : null;

/** The prompt that led here is answered. */
function answered(states: readonly ActionState[], body: ActionState): Change {
  const known = states.some((state) => state.key === body.key);
  return { type: known ? 'update' : 'insert', table: 'actions', body };
}

/** Logs a contact, or plans one where its day lies ahead. */
export async function planLog(
  read: PlanReader,
  command: Of<'logContact'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const found = await targetOf(read, command.subject, env, command.details.zone);
  if (!found.ok) return found;
  const target = found.value;
  const wrong = detailsProblem(command.details, target.client, env);
  if (wrong) return fail(wrong);
  const body: Contact = {
    ...command.details,
    id: command.contactId,
    clientId: target.client.id,
    origin: 'own',
    state: command.details.day > env.today ? 'planned' : 'done',
    enteredInCrm: false,
    supersedes: null,
    keeps: keptBy(command.details, command.keeps),
    loggedAt: env.now,
    ...sampleMark(env),
  };
  const changes: Change[] = [...target.changes, { type: 'insert', table: 'contacts', body }];
  if (command.answers) {
    changes.push(
      answered(target.known?.bundle.actionStates ?? [], {
        clientId: target.client.id,
        key: command.answers.key,
        rule: command.answers.rule,
        answer: { state: 'done' },
        day: env.today,
        at: env.now,
      }),
    );
  }
  const finished = command.besideDraft ? [] : target.draftKeys;
  return ok({
    changes,
    side: [...target.side, ...finished.map((key) => ({ type: 'discardDraft' as const, key }))],
  });
}

/** A correction: a new entry that supersedes the old one; both stay readable. */
export async function planAmend(
  read: PlanReader,
  command: Of<'amendContact'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const known = await read.client(command.clientId);
  const old = known?.bundle.contacts.find((contact) => contact.id === command.supersedes);
  if (!known || !old) return fail(NOT_FOUND);
  const wrong = detailsProblem(command.details, known.bundle.client, env);
  if (wrong) return fail(wrong);
  const overtaken = known.bundle.contacts.some(
    (contact) => contact.supersedes === old.id && contact.state !== 'voided',
  );
  if (overtaken || old.state === 'voided' || old.origin === 'crm')
    return fail({ code: 'changedSince', field: null });
  const body: Contact = {
    ...command.details,
    id: command.contactId,
    clientId: old.clientId,
    origin: 'own',
    state: command.details.day > env.today ? 'planned' : 'done',
    enteredInCrm: false,
    supersedes: old.id,
    keeps: keptBy(command.details, old.keeps),
    ...(old.event ? { event: old.event } : {}),
    loggedAt: env.now,
    ...(old.sample ? { sample: true as const } : {}),
  };
  return ok({
    changes: [{ type: 'insert', table: 'contacts', body }],
    side: [{ type: 'discardDraft', key: command.clientId }],
  });
}

/** Says whether an entry stands in the bank's own system (未录入 / 已录入). */
export async function planMarkEntered(
  read: PlanReader,
  command: Of<'markEntered'>,
): Promise<Result<Plan, Problem>> {
  const contact = await read.contact(command.contactId);
  if (!contact || contact.clientId !== command.clientId) return fail(NOT_FOUND);
  if (contact.enteredInCrm === command.entered) return ok({ changes: [] });
  return ok({
    changes: [{ type: 'update', table: 'contacts', body: { ...contact, enteredInCrm: command.entered } }],
  });
}
