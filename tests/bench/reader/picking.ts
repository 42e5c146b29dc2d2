import { type Lesson, taught } from '@/entrypoints/teach.content/reading';
import { atOnce } from '@/utils/adapters/generic/atOnce';
import { browserLayout } from '@/utils/adapters/generic/browserLayout';
import { pairSteps, pickedField } from '@/utils/adapters/generic/pickedField';
import type { ReadField } from '@/utils/adapters/generic/reading';
import { valueText } from '@/utils/adapters/labels';
import { type Tree, treesUnder } from '@/utils/adapters/trees';
import { visibleOnce } from '@/utils/adapters/visible';
import type { TaughtField } from '@/utils/messaging/teach';
import { fold, foldLabel } from './folded';

/*
 * Runs in the page: the user of the wizard, who points with its picker at what it has not read or read wrongly.
 */

/** What somebody sees on the page and points at. */
export interface Wanted {
  label: string;
  value: string;
}

/** Elements that say a value and nothing else, the innermost of each place first; then those that say more. */
function placesOf(value: string, trees: readonly Tree[], isVisible: (one: Element) => boolean): Element[] {
  const wanted = fold(value);
  const seen = trees.flatMap((tree) => [...tree.querySelectorAll('*')]).filter(isVisible);
  const texts = seen.map((element) => ({ element, text: fold(valueText(element, isVisible)) }));
  const exact = texts.filter(({ text }) => text === wanted).map(({ element }) => element);
  const around = texts
    .filter(({ text }) => text !== wanted && text.includes(wanted) && text.length <= wanted.length + 80)
    .sort((one, other) => one.text.length - other.text.length)
    .map(({ element }) => element);
  return [...exact.reverse(), ...around];
}

/** How well a picked field is what was meant: null where its value is another. */
function fitOf({ label, value }: ReadField, wanted: Wanted): number | null {
  if (fold(value) !== fold(wanted.value)) return null;
  return foldLabel(label) === foldLabel(wanted.label) ? 1 : 0;
}

/** What the picker makes of each wanted value, where it can be pointed at. */
export function pickAll(
  document: Document,
  lesson: Lesson,
  wanted: readonly Wanted[],
): (TaughtField | null)[] {
  const isVisible = visibleOnce();
  const pairs = atOnce(pairSteps(document, browserLayout));
  const trees = treesUnder(document.body, isVisible);
  return wanted.map((one) => {
    const picked = placesOf(one.value, trees, isVisible)
      .slice(0, 40)
      .map((element) => pickedField(element, pairs, browserLayout))
      .map((field) => ({ field, fit: fitOf(field, one) }))
      .filter(({ fit }) => fit !== null)
      .sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0));
    const [best] = picked;
    return best ? taught(best.field, lesson.root, lesson.reading, isVisible, lesson.places) : null;
  });
}
