import type { OpId } from '@/utils/domain/schema/ids';
import { askBackground } from '../askBackground';
import type { Command, Outcome, ProblemCode } from '../command';
import { newOpId } from '../ids';
import { isOrphaned } from '../isOrphaned';

const failed = (code: ProblemCode): Outcome => ({ ok: false, error: { code, field: null } });

/**
 * Sends a command to the background and answers after the transaction, or with the problem. The
 * worker may be stopped under the first try; the same operation sent again is done once.
 */
export async function run(command: Command): Promise<{ op: OpId; outcome: Outcome }> {
  const op = newOpId();
  const send = () => askBackground({ kind: 'order', order: { op, command } });
  if (isOrphaned()) return { op, outcome: failed('gone') };
  const outcome = await send()
    .catch(() => (isOrphaned() ? failed('gone') : send()))
    .catch(() => failed(isOrphaned() ? 'gone' : 'unavailable'));
  return { op, outcome };
}
