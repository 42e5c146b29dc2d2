import { selectorProblem } from '../selector';
import { type Followed, follow, type IsVisible, isElement } from '../trees';
import { commonHolder, frameOf, holders } from './holders';
import { namesOf, type Search } from './selectorFor';
import { isLastingClass, isStableName, namesClient, written } from './stableNames';

/** Most steps an adapter's path to its root may have. */
const MAX_STEPS = 8;

/** A path of selectors and the one element it leads to. */
export interface RootPath {
  path: string[];
  root: Element;
}

/**
 * The path of selectors to the element that holds the client: from the smallest that holds all of `parts`
 * outwards, the first that has a lasting name of its own and is the only one so; through frames and open
 * shadow roots. `body` where there is none.
 *
 * @param within where what was read stands: a dialog, or the body
 */
export function rootPathFor(
  parts: readonly Element[],
  within: Element,
  document: Document,
  search: Search,
): RootPath {
  const start = commonHolder(parts) ?? within;
  for (const holder of holders(start)) {
    if (holder.localName === 'html' || holder === document.body) break;
    const path = pathTo(holder, document, search, false);
    if (path) return { path, root: holder };
    if (holder === within) break;
  }
  // In a frame its whole body: the frames around it stay named.
  const inner = start.ownerDocument.body;
  if (inner && inner !== document.body) {
    const path = pathTo(inner, document, search, true);
    if (path) return { path, root: inner };
  }
  const body = document.body ?? document.documentElement;
  return { path: [body.localName], root: body };
}

/** A path to one element, a step for each tree on the way; null where a step has no name that lasts. */
function pathTo(element: Element, document: Document, search: Search, isBody: boolean): string[] | null {
  const outer = outerOf(element, document);
  if (outer === undefined) return null;
  let before: string[] = [];
  if (outer !== null) {
    const way = pathTo(outer, document, search, false);
    if (way === null || way.length >= MAX_STEPS) return null;
    before = way;
  }
  const names = isBody
    ? ['body']
    : isFrameTag(element)
      ? frameNames(element, search)
      : namesFor(element, search);
  for (const name of names) {
    if (selectorProblem(name) !== null) continue;
    if (leadsTo([...before, name], element, document, search.isVisible)) return [...before, name];
  }
  return null;
}

const isFrameTag = (element: Element): boolean => /^i?frame$/.test(element.localName);

/** Names that are good enough for a root: those that tell it alone, a class beside its tag, two classes. */
function namesFor(element: Element, { avoid }: Search): string[] {
  const { localName } = element;
  const own = namesOf(element, avoid).filter((name) => !/^h[1-6]/.test(name));
  const form = /^(?:form|section|dialog|fieldset)$/.test(localName) ? classPair(element, avoid) : [];
  return [...own, ...form];
}

const classPair = (element: Element, avoid: readonly string[]): string[] => {
  const [first, second] = [...element.classList].filter((name) => isLastingClass(name, avoid));
  return first !== undefined && second !== undefined
    ? [`${element.localName}.${written(first)}.${written(second)}`]
    : [];
};

/** A frame's own name, that of what holds it, or merely that it is the one to be seen. */
function frameNames(frame: Element, { avoid }: Search): string[] {
  const tag = frame.localName;
  const own = ['id', 'name', 'title'].flatMap((attribute) => {
    const value = frame.getAttribute(attribute);
    if (value === null || !isStableName(value, avoid) || /\d/.test(value)) return [];
    return attribute === 'id' ? [`${tag}#${written(value)}`] : [`${tag}[${attribute}="${value}"]`];
  });
  const around: string[] = [];
  for (let at = frame.parentElement, level = 0; at && level < 3; at = at.parentElement, level += 1)
    for (const name of namesOf(at, avoid)) around.push(`${name} ${tag}`);
  return [...own, ...around, tag].filter((name) => !namesClient(name, avoid));
}

/** The host or frame around the tree an element stands in; null in the tab's own document, undefined elsewhere. */
function outerOf(element: Element, document: Document): Element | null | undefined {
  const tree = element.getRootNode();
  if (tree === document) return null;
  if ('host' in tree && isElement(tree.host)) return tree.host;
  return frameOf(tree) ?? undefined;
}

function leadsTo(
  path: readonly string[],
  element: Element,
  document: Document,
  isVisible: IsVisible,
): boolean {
  try {
    const { found }: Followed = follow(path, document, isVisible);
    return found.length === 1 && found[0] === element;
  } catch {
    return false;
  }
}
