/**
 * `npx tsx scripts/savePages.ts [name…]`: opens the demo CRM's pages in Chromium and saves what is rendered
 * into tests/fixtures/adapters/<adapter>/<scene>.html, frames beside it, for the tests of the adapters.
 * The expected sightings (<scene>.json) are written by hand and never touched by this.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Frame, type Page } from 'puppeteer';
import { startDemoCrm } from '../tests/demo-crm/server';
import { ensureBrowser } from './ensure-browser';
import { SCENES } from './savedScenes';

const TARGET = path.resolve('tests/fixtures/adapters');
const TODAY = '2026-11-23';
/** Saved pages live here, whatever port the server had. */
const SAVED_ORIGIN = 'http://localhost';

/**
 * Runs in the page: its document as HTML, without what only draws. What is not rendered carries
 * `style="display:none"`, live values of controls are attributes, open shadow roots are templates.
 */
function serialise(): string {
  const dropped = /^(?:SCRIPT|STYLE|LINK|NOSCRIPT|META|TEMPLATE|BASE)$/;
  const empty = /^(?:AREA|BR|COL|EMBED|HR|IMG|INPUT|SOURCE|TRACK|WBR)$/;
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

  const attributesOf = (element: Element, hidden: boolean): string => {
    const kept = [...element.attributes].filter(({ name }) => !/^(?:style|on.*|srcdoc|nonce)$/.test(name));
    const pairs = new Map(kept.map(({ name, value }) => [name, value]));
    if (element instanceof HTMLInputElement && element.type !== 'password') pairs.set('value', element.value);
    if (element instanceof HTMLOptionElement && element.selected) pairs.set('selected', '');
    if (element instanceof HTMLIFrameElement) pairs.set('src', element.contentWindow?.location.href ?? '');
    if (hidden) pairs.set('style', 'display:none');
    return [...pairs].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  };

  const rendered = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents';

  const write = (node: Node, parentShown: boolean): string => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.nodeValue ?? '');
    if (!(node instanceof Element) || dropped.test(node.tagName)) return '';
    if (node.tagName === 'svg') return '';
    const shown = rendered(node);
    const tag = node.localName;
    const open = `<${tag}${attributesOf(node, parentShown && !shown)}>`;
    if (empty.test(node.tagName)) return open;
    const inner = (parent: Node) => [...parent.childNodes].map((child) => write(child, shown)).join('');
    const shadow = node.shadowRoot
      ? `<template shadowrootmode="open">${inner(node.shadowRoot)}</template>`
      : '';
    const own = node instanceof HTMLTextAreaElement ? escaped(node.value) : inner(node);
    return `${open}${shadow}${own}</${tag}>`;
  };
  return `<!DOCTYPE html>\n${write(document.documentElement, true)}\n`;
}

async function save(page: Page, folder: string, scene: string, origin: string): Promise<void> {
  const local = (text: string) => text.replaceAll(origin, SAVED_ORIGIN).replaceAll(/\n[\s\n]*\n/g, '\n');
  const file = (name: string) => path.join(TARGET, folder, name);
  mkdirSync(path.join(TARGET, folder), { recursive: true });
  const frames: Record<string, string> = {};
  const visit = async (frame: Frame): Promise<void> => {
    for (const child of frame.childFrames()) {
      const name = `${scene}.frame${Object.keys(frames).length + 1}.html`;
      frames[local(child.url())] = name;
      writeFileSync(file(name), local(await child.evaluate(serialise)));
      await visit(child);
    }
  };
  await visit(page.mainFrame());
  writeFileSync(file(`${scene}.html`), local(await page.evaluate(serialise)));
  writeFileSync(
    file(`${scene}.page.json`),
    `${JSON.stringify({ url: local(page.url()), frames }, null, 2)}\n`,
  );
  console.log(`${folder}/${scene}`);
}

const wanted = process.argv.slice(2);
const crm = await startDemoCrm({ today: TODAY });
const browser = await puppeteer.launch({
  executablePath: await ensureBrowser(),
  defaultViewport: { width: 1366, height: 900 },
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const { adapter, scene, path: address, act } of SCENES) {
    if (wanted.length > 0 && !wanted.includes(adapter) && !wanted.includes(scene)) continue;
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    // The loader of this script names its functions by a helper that pages do not have.
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    await page.goto(`${crm.url}${address}`, { waitUntil: 'load' });
    await act(page);
    await save(page, adapter, scene, crm.url);
    await context.close();
  }
} finally {
  await browser.close();
  await crm.close();
}
