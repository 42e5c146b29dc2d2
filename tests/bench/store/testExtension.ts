import { mkdtempSync, rmSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { build } from 'vite';
import { extensionId, launchBrowser } from '../../../scripts/browser';
import type { Bench } from '../../fixtures/store-extension/page';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SOURCE = path.join(ROOT, 'tests/fixtures/store-extension');

const made: string[] = [];

/** A new folder of our own under the system's temporary one, until `removeFolders`. */
export function newFolder(what: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `zhibi-${what}-`));
  made.push(folder);
  return folder;
}

/** Removes the folders that were made here, and no others. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Builds the extension that holds nothing but the store, from its real sources, and a page and a
 * worker that use it.
 *
 * @param permissions left out: to test what happens without `unlimitedStorage`
 * @returns its folder
 */
export async function buildTestExtension(without: readonly string[] = []): Promise<string> {
  const outDir = newFolder('store-extension');
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'chrome130',
      modulePreload: false,
      rollupOptions: {
        input: { page: path.join(SOURCE, 'page.ts'), worker: path.join(SOURCE, 'worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  await cp(path.join(SOURCE, 'page.html'), path.join(outDir, 'page.html'));
  const manifest = JSON.parse(await readFile(path.join(SOURCE, 'manifest.json'), 'utf8'));
  const permissions = manifest.permissions.filter((name: string) => !without.includes(name));
  await writeFile(path.join(outDir, 'manifest.json'), JSON.stringify({ ...manifest, permissions }));
  return outDir;
}

/** A running browser with the test extension, on a profile that outlives it. */
export interface Running {
  browser: Browser;
  id: string;
}

export async function launchTestExtension(extension: string, profile: string): Promise<Running> {
  const browser = await launchBrowser({
    extension,
    profile,
    args: [
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  });
  return { browser, id: await extensionId(browser) };
}

/** A page of the extension whose `bench` is there. */
export async function openBench({ browser, id }: Running): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/page.html`);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  return page;
}

type Calls = Omit<Bench, 'toilAway'>;

/**
 * Calls something in the page and waits for it, however long it takes: one message to the browser
 * may only last as long as the driver's patience, and a large book on a busy machine takes longer.
 */
export async function callBench<Name extends keyof Calls>(
  page: Page,
  name: Name,
  argument?: Parameters<Calls[Name]>[0],
): Promise<Awaited<ReturnType<Calls[Name]>>> {
  await page.evaluate(
    (what, how) => {
      globalThis.outcome = undefined;
      const call = globalThis.bench?.[what] as ((argument: unknown) => Promise<unknown>) | undefined;
      if (!call) throw new Error('no bench');
      call(how).then(
        (value) => {
          globalThis.outcome = { value };
        },
        (error: unknown) => {
          globalThis.outcome = { error: String(error) };
        },
      );
    },
    name,
    argument ?? null,
  );
  await page.waitForFunction(() => globalThis.outcome !== undefined, { polling: 100, timeout: 0 });
  const outcome = await page.evaluate(() => globalThis.outcome);
  if (!outcome || 'error' in outcome) throw new Error(`${name}: ${outcome?.error}`);
  return outcome.value as Awaited<ReturnType<Calls[Name]>>;
}
