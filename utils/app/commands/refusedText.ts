import { type RefusedKind, refusedIn } from '@/utils/domain/refuse/refuse';
import type { Command, Problem, ProblemCode } from '../command';

/*
 * What the user has written in a command: all its texts but those that are read from the CRM's page or made by
 * the program. Looked through where every command passes, so no form can forget it.
 */

/** What is not typed as text, by the name it has in a command: it has a form of its own. */
const NO_TEXT = new Set([
  'do',
  'sighting',
  'minor',
  'currency',
  'e164',
  'key',
  'rule',
  'zone',
  'op',
  'target',
  'seen',
]);

/** Names of a value's own parts: the field is what holds them. */
const PARTS = new Set(['text', 'value', 'raw', 'fact', 'details', 'name']);

const CODES: Readonly<Record<RefusedKind, ProblemCode>> = {
  password: 'holdsPassword',
  cvv: 'holdsCvv',
  oneTimeCode: 'holdsCode',
  card: 'holdsCard',
};

/** What writes a note's text. */
const NOTES = ['addNote', 'editNote', 'settleNotes'] as const satisfies readonly Command['do'][];

/** Every text below a value, with the name of the field it stands in; null at the top. */
function* textsIn(value: unknown, field: string | null): Generator<{ text: string; field: string | null }> {
  if (typeof value === 'string') yield { text: value, field };
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each, field);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value))
      if (!NO_TEXT.has(name)) yield* textsIn(each, PARTS.has(name) ? field : name);
}

/**
 * Why a command is refused for what is written in it (§9), with the field; null where nothing stands in its way.
 * What was refused is in no answer: the problem names the kind and the field, not the words.
 */
export function refusedText(command: Command): Problem | null {
  const isNote = NOTES.some((each) => each === command.do);
  for (const { text, field } of textsIn(command, isNote ? 'noteText' : null)) {
    const [found] = refusedIn(text);
    if (found) return { code: CODES[found.what], field };
  }
  return null;
}
