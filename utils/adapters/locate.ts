import type { Cut, Locate } from './compiled';
import { findLabelled, type Labelled, valueText } from './labels';
import { MAX_FIELD_TEXT } from './limits';
import { cleanText, isNothing } from './text';
import { type IsVisible, queryAll, type Tree, treesUnder } from './trees';

/** A text found on the page, the node it stands in, and the attribute if it stands in one. */
export interface Found extends Omit<Labelled, 'label'> {
  attribute: string | null;
  /** The label beside it in the page's own words; null where a selector found it. */
  label: string | null;
}

const clean = (text: string): string => cleanText(text, MAX_FIELD_TEXT);

/** The part of a text that is meant; empty where the words before it are missing. */
export function cutOut(text: string, { after, before }: Cut): string {
  if (after === null && before === null) return text;
  let rest = clean(text);
  if (after !== null) {
    const at = rest.indexOf(after);
    rest = at < 0 ? '' : rest.slice(at + after.length);
  }
  const end = before === null ? -1 : rest.indexOf(before);
  return (end < 0 ? rest : rest.slice(0, end)).trim();
}

/** Finds texts within one root; looks for all labels of the page in one pass and keeps what it found. */
export type Locator = (find: Locate) => Found[];

/**
 * A locator for one page's root, for these labels and any selector. Everything found is visible; an empty answer means that nothing is there
 * now, several mean that the page shows it in several places (the caller decides whether they agree).
 */
export function locatorFor(labels: readonly string[], trees: readonly Tree[], isVisible: IsVisible): Locator {
  const wanted = new Set(labels);
  const byScope = new Map<string | null, Map<string, Labelled[]>>();

  const labelled = (within: string | null): Map<string, Labelled[]> => {
    const known = byScope.get(within);
    if (known) return known;
    const scopes =
      within === null
        ? trees
        : queryAll(trees, within, isVisible).flatMap((scope) => treesUnder(scope, isVisible));
    const found = findLabelled(scopes, wanted, isVisible);
    byScope.set(within, found);
    return found;
  };

  /**
   * What the row carries that says every one of these values as a whole cell's: of two people of one name,
   * or where the list has gone on without the one that is open, nobody is meant. It counts as found where
   * the first of them stands: lists come and go.
   */
  function openRow({ selector, attribute, says }: Extract<Locate, { by: 'row' }>): Found[] {
    const said = says.map((one) => locate(one));
    const texts = said.flatMap((found) => (found.length > 0 ? found.map(({ text }) => clean(text)) : ['']));
    const [[place] = []] = said;
    const [root] = trees;
    if (!place || !root?.ownerDocument || texts.some(isNothing)) return [];
    return queryAll([root.ownerDocument], selector, isVisible).flatMap((row) => {
      if (root.contains(row)) return [];
      const cells = new Set([...row.querySelectorAll('*')].map((cell) => clean(valueText(cell, isVisible))));
      const text = row.getAttribute(attribute) ?? '';
      return texts.every((one) => cells.has(one)) ? [{ ...place, text }] : [];
    });
  }

  function located(find: Locate): Found[] {
    if (find.by === 'row') return openRow(find);
    if (find.by === 'label') {
      const found = find.labels.flatMap((label) => labelled(find.within).get(label) ?? []);
      return found.map((one) => ({ ...one, attribute: null }));
    }
    const { attribute } = find;
    return queryAll(trees, find.selector, isVisible).map((node) => ({
      node,
      text: (attribute === null ? valueText(node, isVisible) : node.getAttribute(attribute)) ?? '',
      attribute,
      label: null,
    }));
  }

  const locate: Locator = (find) =>
    located(find).flatMap((one) => {
      const text = cutOut(one.text, find);
      return text.trim() === '' ? [] : [{ ...one, text }];
    });
  return locate;
}
