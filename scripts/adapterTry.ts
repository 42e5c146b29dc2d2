/**
 * `npm run adapter:try adapter.json page.html [-- --url https://crm.bank.example/customer/12]`: what an
 * adapter sees on a page saved from the browser. Checks the adapter, opens the page in Chromium at its
 * address with its scripts off, and prints the sighting; the code that reads is the one that runs in a
 * connected CRM. Without `--url` the address is taken from the note that Chromium leaves in saved pages.
 * Ends with 1 where the adapter is refused or nobody is sighted.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer';
import * as z from 'zod/mini';
import { parseAdapter } from '../utils/adapters/compile';
import { interpret } from '../utils/adapters/interpret';
import { clientKind } from '../utils/domain/schema/client';
import { recordRef } from '../utils/domain/schema/sighting';
import { bundleForPage } from './bundleForPage';
import { ensureBrowser } from './ensure-browser';

const rawSighting = z.object({
  adapter: z.string(),
  page: z.string(),
  record: recordRef,
  kind: clientKind,
  name: z.string(),
  fields: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
  lists: z.array(z.array(z.record(z.string(), z.string()))),
});
const seen = z.object({
  recognition: z.discriminatedUnion('state', [
    z.object({ state: z.literal('sighting'), sighting: rawSighting }),
    z.object({ state: z.literal('waiting') }),
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('ambiguous'), why: z.string() }),
  ]),
  pages: z.array(
    z.object({ page: z.string(), state: z.string(), why: z.nullable(z.string()), reached: z.boolean() }),
  ),
});

function fail(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
const [adapterFile, pageFile] = positionals;
if (adapterFile === undefined || pageFile === undefined)
  fail('usage: npm run adapter:try adapter.json page.html [-- --url ADDRESS]');

const read = parseAdapter(readFileSync(adapterFile, 'utf8'));
if (!read.ok)
  fail(`${adapterFile}:`, ...read.error.map(({ path, problem }) => `  ${path || '(top)'}: ${problem}`));
const { source, compiled } = read.value;

const html = readFileSync(pageFile, 'utf8');
const url = values.url ?? /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html)?.[1];
if (url === undefined) fail(`${pageFile} does not say its address: give it with -- --url ADDRESS`);

const browser = await puppeteer.launch({
  executablePath: await ensureBrowser(),
  pipe: true,
  args: ['--disable-quic', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  defaultViewport: { width: 1366, height: 900 },
});
try {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return void request.abort();
    void request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "script-src 'none'" },
      body: html,
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  const script = await bundleForPage('scripts/tryInPage.ts', 'reader');
  // A string, so that the bundle runs as it is.
  const said = await page.evaluate(
    `(() => { ${script}; return reader.look(${JSON.stringify(compiled)}, ${JSON.stringify(url)}); })()`,
  );
  const { recognition, pages } = seen.parse(said);
  if (pages.length === 0) console.log(`no page of ${source.id} is for ${url}`);
  for (const { page: id, state, why, reached } of pages)
    console.log(
      `${id}: ${state}${why === null ? '' : ` (${why})`}${reached ? '' : ', its root is not there'}`,
    );
  if (recognition.state === 'sighting') {
    const raw = recognition.sighting;
    const own = compiled.pages.find(({ id }) => id === raw.page);
    console.log(JSON.stringify(own ? interpret(raw, own, source.region ?? 'CN') : raw, null, 2));
  } else {
    console.log(
      recognition.state === 'ambiguous' ? `nobody: ${recognition.why}` : `nobody: ${recognition.state}`,
    );
    process.exitCode = 1;
  }
} finally {
  await browser.close();
}
