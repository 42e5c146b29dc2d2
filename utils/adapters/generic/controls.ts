import { controlText } from '../nodeText';
import { isElement } from '../trees';

/** A form control, or what a kit draws as one. */
export interface Control {
  value: string;
  /** `text` may be typed in, `choice` is picked from a list, `option` is what was ticked. */
  type: 'text' | 'choice' | 'option';
  editable: boolean;
}

/** The most text of one element that is looked at. */
export const MOST_TEXT = 2400;

/** Text as it is read: white space run together, and cut. */
export const squeeze = (raw: string): string =>
  raw.length > MOST_TEXT * 2 ? together(raw.slice(0, MOST_TEXT * 2)).slice(0, MOST_TEXT) : together(raw);

/** Most texts have no white space to run together. */
const together = (raw: string): string => (SPREAD.test(raw) ? raw.replace(/\s+/g, ' ') : raw).trim();

const SPREAD = /\s{2}|[^\S ]/;

export const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** A native control as its reader sees it; null for a box to search in that only serves a drawn one. */
export function formControl(element: Element, type: string, editable: boolean): Control | null {
  const said = 'value' in element && typeof element.value === 'string' ? element.value : '';
  // The box to search in of a drawn select: what is chosen stands beside it as text.
  if (
    element.tagName === 'INPUT' &&
    attribute(element, 'role') === 'combobox' &&
    (type === 'search' || said === '')
  )
    return null;
  if (element.tagName === 'SELECT') {
    return { value: said === '' ? '' : squeeze(controlText(element) ?? ''), type: 'choice', editable };
  }
  return { value: squeeze(controlText(element) ?? said), type: 'text', editable };
}

/** What is written on a switch as it stands: of two words the first is for on. Empty where nothing is. */
export function switchText(element: Element): string {
  const said = [...element.querySelectorAll('*')]
    .filter(({ firstElementChild }) => firstElementChild === null)
    .map(({ textContent }) => squeeze(textContent ?? ''))
    .filter((text) => text !== '');
  const [on = '', off = on, third] = new Set(said.length > 0 ? said : [squeeze(element.textContent ?? '')]);
  return third !== undefined ? '' : attribute(element, 'aria-checked') === 'true' ? on : off;
}

/** A choice that was not made, and a box ticked or not: neither is the record's text. */
export function isUnticked(element: Element, tag: string, role: string): boolean {
  if (role === 'radio' || role === 'checkbox' || role === 'option')
    return attribute(element, 'aria-checked') !== 'true' && attribute(element, 'aria-selected') !== 'true';
  if (/radio/.test(attribute(element, 'class')) && tag !== 'INPUT') return isDrawnUnticked(element);
  if (tag !== 'LABEL') return false;
  const before = element.previousElementSibling;
  if (before && attribute(before, 'role') === 'radio') return attribute(before, 'aria-checked') !== 'true';
  if (!('control' in element) || !isElement(element.control)) return false;
  const box = element.control;
  const kind = attribute(box, 'type') + attribute(box, 'role');
  if (/checkbox|switch/.test(kind)) return false;
  if (!/radio/.test(kind)) return false;
  return 'checked' in box ? box.checked !== true : attribute(box, 'aria-checked') !== 'true';
}

/** Whether a piece is the word beside a box or a dot that is ticked: a value, whatever it says. */
export const isTicked = (element: Element): boolean =>
  element.closest('label')?.querySelector('input:checked') != null;

const TICKED = /radioed|checked|selected|active/;

/** A radio drawn from plain boxes: it is not marked, and one of its kind beside it is, or none. */
function isDrawnUnticked(element: Element): boolean {
  const own = element.classList[0] ?? '';
  const beside = [...(element.parentElement?.children ?? [])].filter(
    (one) => one !== element && one.tagName === element.tagName && one.classList.contains(own),
  );
  const isMarked = (one: Element): boolean =>
    TICKED.test(attribute(one, 'class')) || one.querySelector('input:checked') !== null;
  if (isMarked(element)) return false;
  // With a real one in each, none marked is none ticked.
  const isReal = (one: Element): boolean => one.querySelector('input[type="radio"]') !== null;
  return beside.some(isMarked) || (beside.length > 0 && [element, ...beside].every(isReal));
}
