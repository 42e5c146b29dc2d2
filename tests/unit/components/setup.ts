import { act, cleanup, configure } from '@testing-library/preact';
import axe from 'axe-core';
import { expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { speaker } from '../../gallery/speaker';
import { type Locale, wordsOf } from '../../gallery/words';

/*
 * What component tests need of a browser that jsdom has not: the words of the real locale files
 * behind browser.i18n, the top layer, and an accessibility check that ends each test file's cases.
 * Read once for all files of a worker: what is to be done for each file stands in eachFile.ts.
 */

let getMessage = speaker(wordsOf('zh_CN'));

/** Speaks the words of this locale from now on. */
export function speak(locale: Locale): void {
  getMessage = speaker(wordsOf(locale));
}

/** Has nobody left to ask for words, as in a page whose extension was updated under it. */
export function fallSilent(): void {
  getMessage = () => {
    throw new TypeError("Cannot read properties of undefined (reading 'getMessage')");
  };
}

fakeBrowser.i18n.getMessage = (key, fillings) => getMessage(key, fillings);

// jsdom has no top layer: popovers and dialogs are shown where they stand.
HTMLElement.prototype.showPopover = function showPopover() {
  this.style.display = 'block';
};
HTMLElement.prototype.scrollIntoView = () => {};
HTMLCanvasElement.prototype.getContext = () => null;
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};

class NothingInView {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IntersectionObserver: globalThis.IntersectionObserver ?? NothingInView });

// Looking through every style for what is hidden takes jsdom most of a test; nothing here hides by style.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

/** Lets everything that waits for an answer have it, and the screen follow. */
export const settled = () =>
  act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });

/**
 * Takes everything off the screen, and waits for it: what effects undo is put off to after the next
 * frame, and by then the file's window could be gone.
 */
export const closed = () => act(() => cleanup());

/** All that the style of an element hangs on by itself, where no style sheet of ours is loaded. */
const kindOf = (element: Element | null): string =>
  element === null
    ? ''
    : ['style', 'type', 'hidden', 'open', 'popover']
        .filter((name) => element.hasAttribute(name))
        .reduce((kind, name) => `${kind}|${name}=${element.getAttribute(name)}`, element.localName);

/*
 * Styles of elements are reckoned once for each kind: jsdom goes through its whole sheet of defaults for every
 * element and all those around it, which took half of an accessibility check and of the search for a name.
 */
const reckon = window.getComputedStyle.bind(window);
const stylesByKind = new Map<string, CSSStyleDeclaration>();
window.getComputedStyle = (element, pseudo) => {
  const kind = `${kindOf(element)} in ${kindOf(element.parentElement)} ${pseudo ?? ''}`;
  const style = stylesByKind.get(kind) ?? reckon(element, pseudo);
  stylesByKind.set(kind, style);
  return style;
};

/** The labels of a control: those that name it by its id, and the one around it. */
function labelsOf(control: HTMLElement): HTMLLabelElement[] {
  const around = control.closest('label');
  return [...document.querySelectorAll('label')].filter((label) =>
    label.htmlFor === '' ? label === around : label.htmlFor === control.id,
  );
}

// jsdom asks every label of the page for its control, for every control anew: half of a test of a long page.
for (const kind of [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement, HTMLButtonElement])
  Object.defineProperty(kind.prototype, 'labels', {
    get(this: HTMLElement) {
      return labelsOf(this);
    },
  });

/** What parts of pages looked like when they were found to break no rule. */
const foundGood = new Set<string>();

/** The largest parts of an element that hold none of these: the element itself where it holds none. */
const without = (known: readonly Element[], element: Element): Element[] =>
  known.includes(element)
    ? []
    : known.some((part) => element.contains(part))
      ? [...element.children].flatMap((child) => without(known, child))
      : [element];

/**
 * Fails with the rules broken by what is on the screen. Colours are checked in the browser tests: jsdom paints
 * nothing. A part of a long page that looks just as it did when it was found good is not looked through again.
 */
export async function expectAccessible(): Promise<void> {
  const parts = [...document.querySelectorAll('main > section')].map((part) => ({
    part,
    looks: part.outerHTML,
  }));
  const known = parts.filter(({ looks }) => foundGood.has(looks)).map(({ part }) => part);
  const include = without(known, document.body);
  if (include.length === 0) return;
  const { violations } = await axe.run(
    { include },
    {
      // Of what is right nothing is told: a name for each such place is found for nobody.
      resultTypes: ['violations'],
      preload: false,
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    },
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
  for (const { looks } of parts) foundGood.add(looks);
}
