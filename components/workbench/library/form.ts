import type { Piece } from '@/utils/domain/library/piece';

/** How a field of a piece is written: one line, a text, one entry a line, or question and answer a line. */
type FieldForm = 'line' | 'text' | 'lines' | 'answers';

/** The fields of each type that are words, in the order of the form. */
export const FIELDS = {
  track: { title: 'line', text: 'text' },
  checklist: { title: 'line', items: 'lines' },
  card: {
    title: 'line',
    points: 'lines',
    advantages: 'lines',
    forWhom: 'text',
    comparison: 'text',
    example: 'text',
    questions: 'answers',
    objections: 'answers',
  },
  case: { title: 'line', situation: 'text', did: 'text', result: 'text', lesson: 'text' },
} as const satisfies Record<Piece['type'], Record<string, FieldForm>>;

/** Between a question and its answer on one line. */
const BAR = /\s*[|｜]\s*/u;

const isAnswer = (value: unknown): value is { asked: string; answer: string } =>
  typeof value === 'object' && value !== null && 'asked' in value && 'answer' in value;

/** A field as it is typed. */
export function typedOf(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : '';
  return value
    .map((each: unknown) => (isAnswer(each) ? `${each.asked} | ${each.answer}` : String(each)))
    .join('\n');
}

/** What was typed as the field's value; whoever keeps it checks it. */
export function readField(form: FieldForm, typed: string): unknown {
  const text = typed.trim();
  if (form === 'line' || form === 'text') return text;
  const lines = text.split('\n').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  if (form === 'lines') return lines;
  return lines.map((each) => {
    const [asked = '', ...answer] = each.split(BAR);
    return { asked, answer: answer.join(' | ') };
  });
}

/** An empty piece of a type, to be written. */
export function blankPiece(type: Piece['type'], id: string): Piece {
  switch (type) {
    case 'track':
      return { type, id, title: '', kind: 'opening', text: '' };
    case 'checklist':
      return { type, id, title: '', purpose: 'followUp', items: [] };
    case 'card':
      return {
        type,
        id,
        title: '',
        kind: 'deposit',
        product: null,
        risk: null,
        points: [],
        advantages: [],
        forWhom: '',
        comparison: '',
        example: '',
        questions: [],
        objections: [],
      };
    case 'case':
      return { type, id, title: '', situation: '', did: '', result: '', lesson: '' };
  }
}
