import { findLabelled } from '../labels';
import type { AdapterLocate } from '../schema';
import { selectorProblem } from '../selector';
import { foldLabel } from '../text';
import { type IsVisible, isElement, parentOf, queryAll, type Tree, treesUnder } from '../trees';
import { isLastingClass, isStableName, isTellingClass, namesClient, written } from './stableNames';

/** Attributes that name an element for good, from the surest. */
const NAMING = [
  'data-field',
  'data-field-name',
  'data-fieldname',
  'data-field-api-name',
  'data-prop',
  'data-name',
  'data-key',
  'itemprop',
  'name',
  'formcontrolname',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'data-id',
  'data-label',
  'data-title',
];

/** Attributes in the page's own words; of these any that is short and not the client's. */
const WORDED = ['aria-label', 'title', 'placeholder'];

/** Roles that stand for one thing on a page. */
const SOLE_ROLE = /^(?:main|dialog|heading|article|form|region|banner)$/;

/** How far up a parent may stand that tells an element from its like. */
const CLIMB = 6;

/** Where a picked value stands: its element, and the label beside it if it has one. */
export interface Place {
  element: Element;
  label: string;
  /** As it is read. */
  value: string;
}

/** What a search for selectors has to know. */
export interface Search {
  isVisible: IsVisible;
  /** The client's own values, name and number among them: no selector may hold one. */
  avoid: readonly string[];
}

/**
 * The `find` of an adapter for an element a user has pointed at: by the text of its label where that leads
 * there alone, else by a selector of lasting names. Null where nothing but its place or the client's own
 * values would tell it from others.
 */
export function locateFor(place: Place, root: Element, search: Search): AdapterLocate | null {
  const { element, label } = place;
  if (label !== '' && label.length <= 60 && !namesClient(label, search.avoid)) {
    if (leadsTo(label, element, root, search)) return { label };
    for (const within of partsAround(element, root, search.avoid)) {
      const part = soleIn(root, within, search.isVisible);
      if (part && leadsTo(label, element, part, search)) return { label, within };
    }
  }
  const selector = selectorFor(element, root, search);
  return selector === null ? null : { selector };
}

/** Whether the text beside a label is that of an element, and the label stands nowhere else. */
function leadsTo(label: string, element: Element, root: Element, { isVisible }: Search): boolean {
  const folded = foldLabel(label);
  const found = findLabelled(treesUnder(root, isVisible), new Set([folded]), isVisible).get(folded) ?? [];
  const [only, second] = found;
  return only !== undefined && second === undefined && isAt(only.node, element);
}

/** Selectors for the parts of the page around an element, from the smallest. */
function* partsAround(element: Element, root: Element, avoid: readonly string[]): Generator<string> {
  for (let at = parentOf(element); at && at !== root; at = parentOf(at))
    if (isElement(at)) yield* namesOf(at, avoid);
}

function soleIn(root: Element, selector: string, isVisible: IsVisible): Element | null {
  if (selectorProblem(selector) !== null) return null;
  const [only, second] = queryAll(treesUnder(root, isVisible), selector, isVisible);
  return only !== undefined && second === undefined ? only : null;
}

/** Whether a value found is that of an element: its own, in it, or around it with nothing else. */
const isAt = (node: Node, element: Element): boolean =>
  node === element || element.contains(node) || (isElement(node) && node.contains(element));

/**
 * A selector by which an adapter finds exactly this element below a root: semantic attributes first, then
 * words for screen readers, ids and classes that a person chose, roles; alone, with its tag, or below a
 * parent that has such a name. Never its place in a row, never a name a machine made, never anything of
 * the client's own. Null where there is none.
 */
export function selectorFor(element: Element, root: Element, search: Search): string | null {
  const trees = treesUnder(root, search.isVisible);
  for (const selector of selectorsOf(element, root, search.avoid)) {
    if (isOnly(selector, element, trees, search.isVisible)) return selector;
  }
  return null;
}

/** Whether a selector may be used and leads to one element alone. */
export function isOnly(
  selector: string,
  element: Element,
  trees: readonly Tree[],
  isVisible: IsVisible,
): boolean {
  if (selectorProblem(selector) !== null) return false;
  try {
    const [only, second] = queryAll(trees, selector, isVisible);
    return only === element && second === undefined;
  } catch {
    // A name that the browser reads otherwise than it is written.
    return false;
  }
}

function* selectorsOf(element: Element, root: Element, avoid: readonly string[]): Generator<string> {
  const tag = element.localName;
  const own = namesOf(element, avoid);
  yield* own;
  yield* hrefOf(element);
  const beside = [...own, ...weakNamesOf(element, avoid), tag];
  let level = 0;
  for (let at = parentOf(element); at && level < CLIMB; at = parentOf(at)) {
    if (!isElement(at)) break;
    for (const name of namesOf(at, avoid)) {
      for (const inner of beside) {
        if (level === 0) yield `${name} > ${inner}`;
        yield `${name} ${inner}`;
      }
    }
    if (at === root) break;
    level += 1;
  }
}

/** What links of this kind do, whoever they are for. */
function* hrefOf(element: Element): Generator<string> {
  const href = element.closest('a[href]')?.getAttribute('href') ?? '';
  const scheme = /^(?:mailto|tel|sms):/.exec(href)?.[0];
  if (scheme !== undefined && element.localName === 'a') yield `a[href^="${scheme}"]`;
}

/** Selectors for an element by what it is itself called, from the surest. */
export function namesOf(element: Element, avoid: readonly string[]): string[] {
  const tag = element.localName;
  const names: string[] = [];
  for (const attribute of NAMING) {
    const value = element.getAttribute(attribute);
    if (value !== null && isStableName(value, avoid)) names.push(`${tag}[${attribute}="${value}"]`);
  }
  for (const attribute of WORDED) {
    const value = element.getAttribute(attribute);
    if (value !== null && isWords(value) && !namesClient(value, avoid))
      names.push(`${tag}[${attribute}="${value}"]`);
  }
  if (isStableName(element.id, avoid) && !/\d/.test(element.id)) names.push(`#${written(element.id)}`);
  const role = element.getAttribute('role') ?? '';
  if (SOLE_ROLE.test(role)) names.push(`[role="${role}"]`);
  if (/^(?:main|article|h1|h2)$/.test(tag) || isOwnTag(tag)) names.push(tag);
  for (const name of element.classList)
    if (isTellingClass(name, avoid)) names.push(`${tag}.${written(name)}`);
  return names;
}

/** Names that tell an element only from those beside it. */
const weakNamesOf = (element: Element, avoid: readonly string[]): string[] =>
  [...element.classList]
    .filter((name) => isLastingClass(name, avoid))
    .map((name) => `${element.localName}.${written(name)}`);

/** Words of the page, not a text: short, without figures that could be somebody's. */
const isWords = (text: string): boolean =>
  text.length >= 2 && text.length <= 40 && !/["'\\\d{}<;@/\p{Cc}]/u.test(text);

/** A tag that the page's makers invented: a part of its own. */
const isOwnTag = (tag: string): boolean => tag.includes('-') && isStableName(tag);
