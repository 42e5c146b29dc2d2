import { elementById, isElement, isTree } from '../trees';
import { isLabelText } from './labelSigns';
import type { Pair } from './pair';
import type { Seen } from './seen';

/** What the reader looks up by element: labels point at controls by id, not by place. */
export interface ByElement {
  get: (element: Element) => Seen | undefined;
  labels: ReadonlyMap<Element, readonly Element[]>;
  /** Labels by the id they are for, of each tree that was asked. */
  byFor: Map<Node, ReadonlyMap<string, Element>>;
}

/** The look-up over all that is seen. */
export function byElementOf(all: readonly Seen[]): ByElement {
  const found = new Map<Element, Seen>();
  for (const seen of all) if (seen.tag !== '#text') found.set(seen.element, seen);
  return { get: (element) => found.get(element), labels: labelsByControl(all), byFor: new Map() };
}

/** The words of an element that names another, without the controls in it. */
function wordsOf(element: Element, byElement: ByElement): { words: string; at: Seen | null } {
  const at = byElement.get(element) ?? null;
  if (!at) return { words: '', at: null };
  const words = at.kids.length === 0 ? at.text || at.caption : textWithout(at);
  return { words: words.replace(/\s+/gu, ' ').trim(), at };
}

const textWithout = (seen: Seen): string =>
  seen.control ? '' : seen.kids.length === 0 ? seen.text : seen.kids.map(textWithout).join(' ');

/** What the page itself says is a control's label: `for`, wrapping, `aria-labelledby`, `aria-label`. */
function namesOf(element: Element, byElement: ByElement): { words: string; at: Seen | null }[] {
  const names: { words: string; at: Seen | null }[] = [];
  for (const label of byElement.labels.get(element) ?? []) names.push(wordsOf(label, byElement));
  names.push(...labelledBy(element, byElement));
  const own = element.getAttribute('aria-label')?.trim();
  if (own && own !== element.getAttribute('placeholder')) names.push({ words: own, at: null });
  if (names.length === 0) names.push(...unseenLabel(element, byElement));
  return names.filter(({ words }) => isLabelText(words));
}

/**
 * The labels of all controls at once: a control asked for its own looks through the whole page each time.
 */
function labelsByControl(all: readonly Seen[]): Map<Element, Element[]> {
  const labels = new Map<Element, Element[]>();
  for (const { tag, element } of all) {
    if (tag !== 'LABEL' || !('control' in element) || !isElement(element.control)) continue;
    labels.set(element.control, [...(labels.get(element.control) ?? []), element]);
  }
  // An id used twice: of the labels that lead to one control those beside it are meant.
  for (const [control, named] of labels) {
    const beside = named.filter((label) => label.parentElement?.contains(control));
    if (named.length > 1 && beside.length > 0) labels.set(control, beside);
  }
  return labels;
}

/** A label that is there for readers only, where the page draws its words a second time and hides those from them. */
function unseenLabel(element: Element, byElement: ByElement): { words: string; at: null }[] {
  const root = element.getRootNode();
  if (element.id === '' || !isTree(root)) return [];
  let labels = byElement.byFor.get(root);
  if (!labels) {
    const all = [...root.querySelectorAll('label[for]')];
    labels = new Map(all.map((label) => [label.getAttribute('for') ?? '', label]));
    byElement.byFor.set(root, labels);
  }
  const words =
    labels
      .get(element.id)
      ?.textContent?.replace(/[\s*]+/gu, ' ')
      .trim() ?? '';
  return words === '' ? [] : [{ words, at: null }];
}

/** The elements an `aria-labelledby` names, looked up in the element's own tree. */
function labelledBy(element: Element, byElement: ByElement): { words: string; at: Seen | null }[] {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids.flatMap((id) => {
    const found = elementById(element, id);
    return found && found !== element ? [wordsOf(found, byElement)] : [];
  });
}

const GROUPS = /^(?:group|radiogroup)$/;

/** Each control with the label that points at it, or at the group it stands in. */
export function controlPairs(all: readonly Seen[], byElement: ByElement): Pair[] {
  return all.flatMap((seen) => {
    if (!seen.control) return namedText(seen, byElement);
    const [own] = namesOf(seen.element, byElement);
    const name = own ?? (seen.control.type === 'text' ? groupName(seen, byElement) : undefined);
    if (!name) return [];
    return [
      {
        label: name.words,
        labelAt: name.at,
        values: [seen],
        box: seen.parent ?? seen,
        sign: own ? 4 : 2.5,
        make: own ? 'control' : 'group',
      },
    ];
  });
}

/** Text that is no control, with a label that points at it. */
function namedText(seen: Seen, byElement: ByElement): Pair[] {
  if (seen.tag === '#text' || seen.text === '' || seen.text.length > 300 || seen.kids.length > 6) return [];
  if (
    !seen.element.hasAttribute('aria-labelledby') ||
    /^(?:dialog|alertdialog|tabpanel|region|navigation|main|menu|group|list|table|grid|form|tab)$/.test(
      seen.role,
    )
  )
    return [];
  const [name] = labelledBy(seen.element, byElement).filter(({ words }) => isLabelText(words));
  if (!name || name.words === seen.text) return [];
  return [
    { label: name.words, labelAt: name.at, values: [seen], box: seen.parent ?? seen, sign: 3, make: 'named' },
  ];
}

function groupName(seen: Seen, byElement: ByElement): { words: string; at: Seen | null } | undefined {
  let at = seen.parent;
  for (let level = 0; at && level < 8; level += 1, at = at.parent) {
    if (GROUPS.test(at.role) && at.element.hasAttribute('aria-labelledby'))
      return namesOf(at.element, byElement)[0];
    if (at.tag === 'FORM' || at.role === 'dialog') return undefined;
  }
  return undefined;
}
