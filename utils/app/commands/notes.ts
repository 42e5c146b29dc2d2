import { fail, ok, type Result } from '@/utils/domain/result';
import type { Plan, PlanReader } from '@/utils/store/store';
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
    createdAt: env.now,
    editedAt: null,
    ...sampleMark(env),
  };
  return ok({
    changes: [...found.value.changes, { type: 'insert', table: 'notes', body }],
    side: found.value.side,
  });
}

/** Changes a note's text or pin; the journal keeps both versions. */
export async function planEditNote(
  read: PlanReader,
  command: Of<'editNote'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const note = await read.note(command.noteId);
  if (!note || note.clientId !== command.clientId) return fail(NOT_FOUND);
  if (note.text === command.text && note.pinned === command.pinned) return ok({ changes: [] });
  const editedAt = note.text === command.text ? note.editedAt : env.now;
  return ok({
    changes: [
      {
        type: 'update',
        table: 'notes',
        body: { ...note, text: command.text, pinned: command.pinned, editedAt },
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
