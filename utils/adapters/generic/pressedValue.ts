import { labelSign } from './labelSigns';
import { makeOf, type Pair } from './pair';
import type { Seen } from './seen';
import { nameLikeness, shapeOf } from './shapes';
import { isAction, meaningOf } from './terms';

/** A label beside nothing but what is pressed to change its value: the value is written on it. */
export function pressedValue(box: Seen, label: Seen): Pair[] {
  if (box.kids.length < 2 || label.kids.some(({ pressed }) => pressed)) return [];
  const sign = labelSign(label);
  const meaning = meaningOf(label.text);
  if (sign < 1.5) return [];
  const [only, second] = pressedIn(box).filter(({ caption }) => !isDeed(caption, label.text));
  if (
    !only ||
    second ||
    /^(?:radio|checkbox|option|tab|menuitem|switch)$/.test(only.role) ||
    only.tag === 'LABEL' ||
    !(meaning ? fits(meaning.kind, only) : sign >= 3 && isPicker(only))
  )
    return [];
  return [
    {
      label: label.text,
      labelAt: label,
      values: [only],
      box,
      sign,
      make: `pressed ${makeOf(box, label, only)}`,
    },
  ];
}

/** What changes the value, or opens it: "Details", "Edit Industry". */
const isDeed = (caption: string, label: string): boolean =>
  isAction(caption) || (caption.endsWith(label) && isAction(caption.slice(0, -label.length).trim()));

const pressedIn = (seen: Seen): Seen[] =>
  seen.pressed && seen.caption !== '' ? [seen] : seen.kids.flatMap(pressedIn);

/** Whether what is written on a button is a value of this kind, and not what the button does. */
function fits(kind: string, only: Seen): boolean {
  const { caption, tag, element } = only;
  const shape = shapeOf(caption);
  if (shape === 'url') return kind === 'other';
  if (kind === 'phone' || kind === 'email') return shape === kind;
  if (/^(?:owner|person|company|name)$/.test(kind)) return nameLikeness(caption) > 0;
  if (kind === 'money' || kind === 'date' || kind === 'birthday') return shape !== null;
  // What opens a list to choose from says what is chosen.
  const opens =
    element.getAttribute('aria-haspopup') ?? (element.hasAttribute('aria-expanded') ? 'menu' : '');
  return tag !== 'BUTTON' || /listbox|menu/.test(opens) || isPicker(only);
}

/** What a page calls a box to pick from, right around what is pressed, or that box itself. */
const isPicker = (pressed: Seen): boolean => {
  if (pressed.tag !== 'BUTTON' && /(?<![^\s_-])dropdown(?![^\s_-])/.test(pressed.hint)) return true;
  for (let at: Seen | null = pressed.parent, level = 0; at && level < 3; at = at.parent, level += 1)
    if (/(?<![^\s_-])(?:picklist|(?<!upload-)select|combobox)(?![^\s_-])/.test(at.hint)) return true;
  return false;
};
