import { valueText } from './labels';
import { MAX_FIELD_TEXT } from './limits';
import { cleanText, isNothing } from './text';
import { type IsVisible, queryAll } from './trees';

const clean = (text: string): string => cleanText(text, MAX_FIELD_TEXT);

/**
 * The number that a row of a list carries whose record is open beside it. It has to be the only row that
 * says the name and every other of these texts, each as a whole cell's: of two people of one name, or where
 * the list has gone on without the one that is open, nobody is meant.
 *
 * @param root what is open, in which a row is no row of the list behind it
 * @param texts the name first, then at least one more that two records of one name seldom share
 */
export function idOfOpenRow(
  selector: string,
  attribute: string,
  root: Element,
  texts: readonly string[],
  isVisible: IsVisible,
): string[] {
  const said = texts.map(clean);
  if (said.some(isNothing)) return [];
  return queryAll([root.ownerDocument], selector, isVisible).flatMap((row) => {
    if (root.contains(row)) return [];
    const cells = new Set([...row.querySelectorAll('*')].map((cell) => clean(valueText(cell, isVisible))));
    return said.every((text) => cells.has(text)) ? [row.getAttribute(attribute) ?? ''] : [];
  });
}
