import type { ImportProblem } from '@/utils/app/import/importPort';
import { civilDay } from '@/utils/domain/schema/time';
import type { CellFault } from '@/utils/import/brought';
import { OWN_FIELD } from '@/utils/import/sheetKind';
import { exactDay } from '../../ui/dayWords';
import { problemText } from '../../ui/deeds';
import { phrase, t } from '../../ui/words';

/** What a column may hold, in words: a field of the profile goes by the name that it has there. */
export function fieldWord(key: string): string {
  if (key === OWN_FIELD) return t('importing.ownField');
  const day = civilDay.safeParse(key);
  if (day.success) return exactDay(day.data);
  const [group, name = ''] = key.split('.');
  return group === 'fact' ? phrase(`field.${name}`) : phrase(`importing.field.${group}.${name}`);
}

/** The letters over a spreadsheet's columns: A, B, …, Z, AA. */
export function columnLetter(index: number): string {
  let [letters, rest] = ['', index];
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** Which cell, or which row. */
export const placeOf = ({ row, column }: CellFault): string =>
  column < 0 ? t('importing.row', row) : `${columnLetter(column)}${row}`;

/** What is wrong with a cell and what to do about it. */
export const faultWord = ({ why }: CellFault): string => phrase(`importing.fault.${why}`);

/** Why something was not done. */
export function problemWord(problem: ImportProblem): string {
  if (problem.code === 'stopped') return t('importing.stopped');
  if (problem.code === 'book') return problemText(problem.problem);
  const said = phrase(`importing.refused.${problem.why}`);
  return problem.row === null ? said : t('importing.atRow', said, String(problem.row));
}
