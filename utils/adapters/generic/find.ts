import { findLabelled, valueText } from '../labels';
import { MAX_FIELD_TEXT } from '../limits';
import type { AdapterLocate } from '../schema';
import { selectorProblem } from '../selector';
import { cleanText, foldLabel } from '../text';
import { type IsVisible, isTree, queryAll, treesUnder } from '../trees';
import type { ReadField } from './reading';

/** Attributes that name a field for good, from the surest. */
const NAMING = [
  'data-field',
  'data-field-name',
  'data-fieldname',
  'data-name',
  'itemprop',
  'name',
  'data-testid',
  'data-test',
  'data-qa',
  'data-id',
];

/** Parts of a name that a machine made: a hash, a count, an id of a record. */
const MADE = /\d{2,}|[0-9a-f]{6,}|^css-|^sc-|[A-Z]{2,}[a-z]+[A-Z]|[_-][a-zA-Z0-9]*\d[a-zA-Z0-9]*$/;

const isNaming = (text: string): boolean => /^[A-Za-z][\w.-]{1,39}$/.test(text) && !MADE.test(text);

/**
 * The `find` of an adapter that finds this field again, as the adapters' own reader reads it: by label where
 * that is enough, else by what names the element (a test id, a name, a class a person chose), never by its
 * place or by a record's number. Null where nothing of the kind leads to this value alone.
 */
export function findOf(field: ReadField, root: Element, isVisible: IsVisible): AdapterLocate | null {
  const trees = treesUnder(root, isVisible);
  const leadsHere = (texts: readonly string[]): boolean => {
    const clean = new Set(texts.map((text) => cleanText(text, MAX_FIELD_TEXT)));
    return clean.size === 1 && clean.has(field.value);
  };
  if (field.label !== '') {
    const folded = foldLabel(field.label);
    const found = findLabelled(trees, new Set([folded]), isVisible).get(folded) ?? [];
    if (folded.length <= 60 && leadsHere(found.map(({ text }) => text))) return { label: field.label };
  }
  for (const selector of selectorsOf(field.element)) {
    if (selectorProblem(selector) !== null) continue;
    const found = queryAll(trees, selector, isVisible);
    if (leadsHere(found.map((element) => valueText(element, isVisible)))) return { selector };
  }
  return null;
}

/** Selectors that may lead to an element, from the surest: its own, then below a parent that is named. */
function* selectorsOf(element: Element): Generator<string> {
  const own = namesOf(element);
  yield* own;
  const link = element.closest('a[href]')?.getAttribute('href') ?? '';
  const scheme = /^(?:mailto|tel):/.exec(link)?.[0];
  if (scheme !== undefined) yield `a[href^="${scheme}"]`;
  const tag = element.tagName.toLowerCase();
  let level = 0;
  for (let at = element.parentElement; at && level < 4 && !isTree(at); at = at.parentElement, level += 1) {
    for (const name of namesOf(at)) {
      yield name;
      yield `${name} ${tag}`;
      for (const inner of own) yield `${name} ${inner}`;
    }
  }
}

function namesOf(element: Element): string[] {
  const tag = element.tagName.toLowerCase();
  const names: string[] = [];
  if (isNaming(element.id)) names.push(`#${element.id.replace(/\./g, '\\.')}`);
  for (const attribute of NAMING) {
    const value = element.getAttribute(attribute);
    if (value !== null && isNaming(value)) names.push(`${tag}[${attribute}="${value}"]`);
  }
  if (/^h[1-3]$/.test(tag)) names.push(tag);
  for (const name of element.classList)
    if (isNaming(name) && /[a-z]{3}/.test(name)) names.push(`${tag}.${name.replace(/\./g, '\\.')}`);
  return names;
}
