import type { Cut, Locate } from './compiled';
import { findLabelled, type Labelled, valueText } from './labels';
import { MAX_FIELD_TEXT } from './limits';
import { cleanText } from './text';
import { type IsVisible, queryAll, type Tree, treesUnder } from './trees';

/** A text found on the page, the node it stands in, and the attribute if it stands in one. */
export interface Found extends Omit<Labelled, 'label'> {
  attribute: string | null;
  /** The label beside it in the page's own words; null where a selector found it. */
  label: string | null;
}

/** The part of a text that is meant; empty where the words before it are missing. */
export function cutOut(text: string, { after, before }: Cut): string {
  if (after === null && before === null) return text;
  let rest = cleanText(text, MAX_FIELD_TEXT);
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

  const located = (find: Locate): Found[] => {
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
  };
  return (find) =>
    located(find).flatMap((one) => {
      const text = cutOut(one.text, find);
      return text.trim() === '' ? [] : [{ ...one, text }];
    });
}
