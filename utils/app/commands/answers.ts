import { fail, ok, type Result } from '@/utils/domain/result';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, invalid, NOT_FOUND } from './environment';

/** Keeps the answer to a prompt: done, snoozed or dismissed with a reason. */
export async function planAnswer(
  read: PlanReader,
  command: Extract<Command, { do: 'answerAction' }>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  if (command.answer.state === 'snoozed' && command.answer.until <= env.today) return fail(invalid('until'));
  const known = await read.client(command.clientId);
  if (!known) return fail(NOT_FOUND);
  const held = known.bundle.actionStates.some((state) => state.key === command.key);
  return ok({
    changes: [
      {
        type: held ? 'update' : 'insert',
        table: 'actions',
        body: {
          clientId: command.clientId,
          key: command.key,
          rule: command.rule,
          answer: command.answer,
          day: env.today,
          at: env.now,
        },
      },
    ],
  });
}
