import { fail, ok, type Result } from '@/utils/domain/result';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Store } from '@/utils/store/store';
import type { Command, Order, Outcome, Problem } from '../command';
import { planAnswer } from './answers';
import { planSetConsent, planSetDoNotContact } from './consent';
import { planAmend, planLog, planMarkEntered } from './contacts';
import type { Environment } from './environment';
import { planCallOffEvent, planMoveEvent } from './eventMoves';
import { planBringGuest, planLogEvent } from './events';
import { planDrop, planKeep } from './keeping';
import { planAddNote, planEditNote, planRemoveNote, planSettleNotes } from './notes';
import { planClearFact, planEditClient, planSetFact, planTrack } from './profile';
import { refusedText } from './refusedText';
import { planDropVisit, planKeepVisit, planLogVisit } from './visits';

type Planned = Exclude<Command, { do: 'undo' }>;

function plan(
  read: PlanReader,
  command: Planned,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  switch (command.do) {
    case 'track':
      return planTrack(read, command, env, zone);
    case 'logContact':
      return planLog(read, command, env);
    case 'amendContact':
      return planAmend(read, command, env);
    case 'markEntered':
      return planMarkEntered(read, command);
    case 'setFact':
      return planSetFact(read, command, env, zone);
    case 'clearFact':
      return planClearFact(read, command);
    case 'editClient':
      return planEditClient(read, command, env, zone);
    case 'addNote':
      return planAddNote(read, command, env, zone);
    case 'editNote':
      return planEditNote(read, command, env);
    case 'removeNote':
      return planRemoveNote(read, command);
    case 'settleNotes':
      return planSettleNotes(read, command, env);
    case 'keepRelation':
    case 'keepHolding':
    case 'keepPolicy':
    case 'keepCredit':
    case 'keepOpportunity':
      return planKeep(read, command, env, zone);
    case 'dropRelation':
    case 'dropHolding':
    case 'dropPolicy':
    case 'dropCredit':
    case 'dropOpportunity':
      return planDrop(read, command);
    case 'keepVisit':
      return planKeepVisit(read, command);
    case 'dropVisit':
      return planDropVisit(read, command);
    case 'logVisit':
      return planLogVisit(read, command, env);
    case 'logEvent':
      return planLogEvent(read, command, env);
    case 'moveEvent':
      return planMoveEvent(read, command, env);
    case 'callOffEvent':
      return planCallOffEvent(read, command);
    case 'bringGuest':
      return planBringGuest(read, command, env);
    case 'setConsent':
      return planSetConsent(read, command, env, zone);
    case 'setDoNotContact':
      return planSetDoNotContact(read, command, env, zone);
    case 'answerAction':
      return planAnswer(read, command, env);
  }
}

/**
 * Carries an order out: one commit, or none of it. The same order twice is carried out once
 * (decision 7); a success means it is on the disk. What must not be kept is refused before anything is planned.
 */
export async function carryOut(
  store: Store,
  { op, command }: Order,
  env: Environment,
  zone: string,
): Promise<Outcome> {
  const refused = refusedText(command);
  if (refused) return fail(refused);
  const receipt =
    command.do === 'undo'
      ? await store.undo({ op, target: command.target })
      : await store.commit<Problem>({
          op,
          cause: command.do,
          plan: (read) => plan(read, command, env, zone),
        });
  if (!receipt.ok) return fail(receipt.error);
  return ok({ clientId: receipt.value.clients[0] ?? null, seq: receipt.value.seq });
}
