import { fail, ok, type Result } from '@/utils/domain/result';
import { type RemindAt, SENSITIVITIES, type Sensitivity } from '@/utils/domain/schema/note';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, NOT_FOUND, sampleMark } from './environment';
import { targetOf } from './subject';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** Writes a new note. */
export async function planAddNote(
  read: PlanReader,
  command: Of<'addNote'>,
  env: Environment,
  zone: string,
): Promise<Result<Plan, Problem>> {
  const found = await targetOf(read, command.subject, env, zone);
  if (!found.ok) return found;
  const body = {
    id: command.noteId,
    clientId: found.value.client.id,
    text: command.text,
    pinned: command.pinned,
    ...(command.remind ? { remind: command.remind } : {}),
    ...(command.sensitivity ? { sensitivity: command.sensitivity } : {}),
    createdAt: env.now,
    editedAt: null,
    ...sampleMark(env),
  };
  return ok({
    changes: [...found.value.changes, { type: 'insert', table: 'notes', body }],
    side: found.value.side,
  });
}

const sameTime = (one: RemindAt | undefined, other: RemindAt | undefined): boolean =>
  one?.day === other?.day && one?.minute === other?.minute;

/** Changes a note's text, pin, reminder or sensitivity; the journal keeps both versions. */
export async function planEditNote(
  read: PlanReader,
  command: Of<'editNote'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const note = await read.note(command.noteId);
  if (!note || note.clientId !== command.clientId) return fail(NOT_FOUND);
  const { remind: former, sensitivity: before, ...rest } = note;
  const remind = command.remind === undefined ? former : (command.remind ?? undefined);
  const sameText = note.text === command.text;
  const sensitivity = command.sensitivity === undefined ? before : (command.sensitivity ?? undefined);
  const sameRest = note.pinned === command.pinned && sameTime(remind, former) && sensitivity === before;
  if (sameText && sameRest) return ok({ changes: [] });
  const editedAt = sameText ? note.editedAt : env.now;
  return ok({
    changes: [
      {
        type: 'update',
        table: 'notes',
        body: {
          ...rest,
          text: command.text,
          pinned: command.pinned,
          ...(remind ? { remind } : {}),
          ...(sensitivity ? { sensitivity } : {}),
          editedAt,
        },
      },
    ],
  });
}

/** Removes a note; undo brings it back. */
export async function planRemoveNote(
  read: PlanReader,
  command: Of<'removeNote'>,
): Promise<Result<Plan, Problem>> {
  const note = await read.note(command.noteId);
  if (!note || note.clientId !== command.clientId) return fail(NOT_FOUND);
  return ok({ changes: [{ type: 'delete', table: 'notes', body: note }] });
}

/** Of two the one that lets a note go less far. */
const stricter = (one: Sensitivity | undefined, other: Sensitivity | undefined): Sensitivity | undefined =>
  SENSITIVITIES.findLast((each) => each === one || each === other);

/** Settles which text of a note stays where two devices wrote at once; undo brings both back. */
export async function planSettleNotes(
  read: PlanReader,
  { clientId, noteId, copyId, text, seen }: Of<'settleNotes'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const [note, copy] = [await read.note(noteId), await read.note(copyId)];
  if (!note || !copy || note.clientId !== clientId || copy.clientId !== clientId) return fail(NOT_FOUND);
  if (copy.copyOf !== noteId) return fail(NOT_FOUND);
  if (note.text !== seen[0] || copy.text !== seen[1]) return fail({ code: 'changedSince', field: null });
  if (text === null) {
    const { copyOf: _copyOf, ...body } = copy;
    return ok({ changes: [{ type: 'update', table: 'notes', body }] });
  }
  const { sensitivity: before, ...rest } = note;
  const sensitivity = stricter(before, copy.sensitivity);
  const body = { ...rest, text, ...(sensitivity ? { sensitivity } : {}) };
  const written = text === note.text ? body : { ...body, editedAt: env.now };
  return ok({
    changes: [
      { type: 'update', table: 'notes', body: written },
      { type: 'delete', table: 'notes', body: copy },
    ],
  });
}
