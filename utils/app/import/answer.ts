import { fieldsOf } from '@/utils/import/fields/fieldsOf';
import { readSpreadsheet } from '@/utils/import/file/readFile';
import { type Sheet, textOf } from '@/utils/import/file/table';
import { guessMapping, headingsKey, type Understood, understand } from '@/utils/import/guess';
import { readSheet } from '@/utils/import/readSheet';
import { OWN_FIELD } from '@/utils/import/sheetKind';
import type { Question, Saying, SheetView } from './protocol';

/** So many values of a column stand beside its heading, each so long at most. */
const SAMPLES = 3;
const SAMPLE_LENGTH = 40;
const MAX_HEADING = 120;

const cut = (text: string, most: number): string =>
  (text.length > most ? `${text.slice(0, most - 1)}…` : text).toWellFormed();

function samplesOf(sheet: Sheet, from: number, column: number): string[] {
  const samples: string[] = [];
  for (let at = from; at < sheet.rows.length && samples.length < SAMPLES; at += 1) {
    const text = textOf(sheet.rows[at]?.[column]);
    if (text !== '') samples.push(cut(text, SAMPLE_LENGTH));
  }
  return samples;
}

function viewOf(sheet: Sheet, index: number, understood: Understood): SheetView {
  const { kind, headings, mapping } = understood;
  const row = headings < 0 ? [] : (sheet.rows[headings] ?? []);
  return {
    index,
    name: cut(sheet.name, MAX_HEADING),
    rows: sheet.rows.length,
    understood: { kind, headings, mapping: [...mapping] },
    columns: mapping.map((_, column) => ({
      heading: cut(textOf(row[column]), MAX_HEADING),
      samples: samplesOf(sheet, headings + 1, column),
    })),
    fields: [...fieldsOf(kind).map(({ key }) => key), ...(kind === 'clients' ? [OWN_FIELD] : [])],
    headingsKey: headingsKey(sheet, headings),
  };
}

/** Answers one page about one file at a time; what it holds goes with the worker. */
export function createAnswerer(): (question: Question, told: (rows: number) => void) => Saying {
  let sheets: readonly Sheet[] = [];
  const sheetAt = (index: number): Sheet => sheets[index] ?? { name: '', rows: [] };

  return (question, told) => {
    switch (question.ask) {
      case 'open': {
        const read = readSpreadsheet(question.bytes, question.name, question.encoding);
        if (!read.ok) return { say: 'refused', refused: read.error };
        sheets = read.value.sheets;
        const views = sheets.map((sheet, at) => viewOf(sheet, at, understand(sheet, question.year)));
        return { say: 'opened', file: { encoding: read.value.encoding, sheets: views } };
      }
      case 'view': {
        const sheet = sheetAt(question.sheet);
        const guessed = understand(sheet, question.year);
        const headings = Math.min(question.headings ?? guessed.headings, sheet.rows.length - 1);
        const kind = question.kind ?? guessed.kind;
        const mapping = guessMapping(sheet, headings, kind, question.year);
        return { say: 'view', view: viewOf(sheet, question.sheet, { kind, headings, mapping }) };
      }
      case 'read': {
        const { sheet, understood, manner, today } = question;
        return { say: 'read', read: readSheet(sheetAt(sheet), understood, manner, today, told) };
      }
    }
  };
}
