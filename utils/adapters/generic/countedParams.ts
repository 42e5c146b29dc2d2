import { LIST, type Subject, singular, subjectOf, VIEW, wordsOf } from './recordWords';

/*
 * A page of boxes within boxes may name the record of each in its address, counted from the outermost: `Applet0`
 * says what box it is and `RowId0` which record stands in it, `Applet1` and `RowId1` the same of what lies in it.
 */

/** A parameter's name and its count; null where it is not counted. */
function counted(key: string): { name: string; count: number } | null {
  const [, name, figures] = /^(.*[A-Za-z_])(\d{1,2})$/.exec(key) ?? [];
  return name === undefined || figures === undefined ? null : { name, count: Number(figures) };
}

/** Whether two parameters are counted alike: `Applet0` and `RowId0`. */
export const areCountedAlike = (one: string, other: string): boolean => {
  const count = counted(one)?.count;
  return one !== other && count !== undefined && count === counted(other)?.count;
};

/** What sort of record stands in a box. */
export interface BoxSort {
  subject: Subject;
  /** The word that says it. */
  entity: string;
  /** Many of them: the number is that of a row that is chosen. */
  isList: boolean;
}

/** The sort that a box's words say, "Contact Form", where a parameter counted as the number's own has such; null otherwise. */
export function boxSort(query: URLSearchParams, key: string): BoxSort | null {
  for (const [beside, value] of query) {
    if (!areCountedAlike(beside, key)) continue;
    const words = wordsOf(value);
    const said = words.flatMap((word) => {
      const subject = VIEW.has(word) ? null : subjectOf(word);
      return subject === null ? [] : [{ subject, entity: singular(word) }];
    });
    const told = said.find(({ subject }) => subject === 'other') ?? said.at(-1);
    if (told) return { ...told, isList: words.some((word) => LIST.has(word)) };
  }
  return null;
}

/** Whether a number is that of a box within another one, of which it is said what record stands in it. */
export function isWithinBox(query: URLSearchParams, key: string): boolean {
  const own = counted(key);
  if (!own) return false;
  return [...query.keys()].some((other) => {
    const outer = counted(other);
    return outer?.name === own.name && outer.count < own.count && boxSort(query, other) !== null;
  });
}
