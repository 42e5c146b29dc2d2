import { readFileSync } from 'node:fs';
import { cleanup } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect } from 'vitest';
import { parse } from 'yaml';

/*
 * What component tests need of a browser that jsdom has not: the words of the real locale files
 * behind browser.i18n, the top layer, and an accessibility check that ends each test file's cases.
 */

type Entries = { [key: string]: string | Entries };

function flat(entries: Entries, path: string[] = []): [string, string][] {
  return Object.entries(entries).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, key].join('_'), value]] : flat(value, [...path, key]),
  );
}

const load = (locale: string): Map<string, string> =>
  new Map(flat(parse(readFileSync(`locales/${locale}.yml`, 'utf8'))));

let words = load('zh_CN');

/** Speaks the words of this locale from now on. */
export function speak(locale: 'zh_CN' | 'en'): void {
  words = load(locale);
}

function getMessage(key: string, fillings: string | string[] = []): string {
  const list = [fillings].flat();
  return (words.get(key) ?? '').replace(/\$(\d)/g, (_, place) => list[Number(place) - 1] ?? '');
}

Object.assign(globalThis.chrome.i18n, { getMessage });

// jsdom has no top layer: popovers and dialogs are shown where they stand.
Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {}, scrollIntoView() {} });
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};

class NothingInView {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { IntersectionObserver: globalThis.IntersectionObserver ?? NothingInView });

afterEach(() => {
  cleanup();
  speak('zh_CN');
});

/**
 * Fails with the rules broken by what is on the screen. Colours are checked in the browser tests:
 * jsdom paints nothing.
 */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
