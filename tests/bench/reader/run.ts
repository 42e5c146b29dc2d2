/**
 * How well the generic reader reads pages it has no adapter for, in real Chromium: `npm run bench:reader`.
 * `--pages DIR` a folder of CRMs (tests/fixtures/pages/build), `--dump out.json` what was read, page by
 * page, `--session` pages one after another with the memory a user's session gives, `--misses` what went
 * wrong, field by field, `--taught` instead what the adapter reads that the wizard makes of each CRM's first
 * client page when everything it offers is confirmed, `--mended` the same where the user drops on that page what is
 * wrong and points at what is missing. How a field is scored stands in score.ts.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer';
import { bundleForPage } from '../../../scripts/bundleForPage';
import { type Crm, readCorpus } from './gold';
import { type Opened, open, openAt } from './opening';
import { type Said, said as saidShape } from './said';
import { addPage, isSameRecord, matchFields, noScore, type Score } from './score';
import { goldBesideName } from './taught';
import { taughtOn } from './teaching';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: process.env['PAGES'] ?? 'tests/fixtures/pages/build' },
    dump: { type: 'string' },
    session: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    taught: { type: 'boolean', default: false },
    mended: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
  },
});

const isTaught = options.taught || options.mended;

const READ = (script: string, url: string, memory: unknown, rounds: number): string =>
  `(() => { ${script}; return reader.say(${JSON.stringify(url)}, ${JSON.stringify(memory)}, ${rounds}); })()`;

async function readAt(page: Page, url: string, html: string, script: string, memory: unknown): Promise<Said> {
  await openAt(page, url, html);
  // A string, so that the bundle runs as it is.
  return saidShape.parse(await page.evaluate(READ(script, url, memory, Number(options.rounds))));
}

const share = (part: number, whole: number): string => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));

function line(name: string, score: Score): string {
  const { pages, decided, clients, right, declined, wrong, hits, read, gold, empties, kinds, names, ms } =
    score;
  return [
    name.padEnd(16),
    `pages ${String(decided).padStart(3)}/${String(pages).padEnd(3)}`,
    `identity right ${right}/${clients} declined ${declined} wrong ${wrong}`.padEnd(40),
    `names ${names}`.padEnd(9),
    `precision ${share(hits, read)} recall ${share(hits, gold)} kinds ${share(kinds, hits)}`,
    `empties ${empties}`,
    `${ms.toFixed(1)} ms`,
  ].join('  ');
}

function tellMisses(crm: Crm, at: number, said: Said): void {
  const whole = crm.pages[at]?.gold;
  if (!whole) return;
  const gold = isTaught ? goldBesideName(whole) : whole;
  const { strangers, missing, empties } = matchFields(said.fields, gold.fields ?? []);
  const isRight =
    said.isClientPage === gold.isClientPage && isSameRecord(gold.clientId ?? null, said.clientId);
  if (isRight && strangers.length + missing.length + empties.length === 0) return;
  console.log(
    `\n${crm.name}/${gold.page}: ${said.page}, ${said.clientId} (${said.from}), ${said.displayName}; gold ${gold.isClientPage ? `client ${gold.clientId} ${gold.displayName}` : 'no client'}`,
  );
  console.log(`   ${said.reasons.join('; ')}`);
  for (const { label, value, kind } of strangers)
    console.log(`   + ${kind}  ${label} = ${value.slice(0, 100)}`);
  for (const { label, value, kind } of missing)
    console.log(`   - ${kind}  ${label} = ${value.slice(0, 100)}`);
  for (const { label } of empties) console.log(`   ! empty ${label}`);
}

async function run(): Promise<void> {
  const corpus = readCorpus(options.pages);
  const script = await bundleForPage('tests/bench/reader/inPage.ts', 'reader');
  const { page, onFresh, close } = await open();
  const all = noScore();
  const dump: Record<string, Record<string, unknown>> = {};
  try {
    for (const crm of corpus) {
      const score = noScore();
      let memory: unknown = null;
      const taught = isTaught ? await taughtOn(page, crm, script, options) : null;
      for (const [at, { gold: whole, html }] of crm.pages.entries()) {
        const gold = taught ? goldBesideName(whole) : whole;
        const said =
          taught?.[at] ?? (await readAt(page, gold.url, html, script, options.session ? memory : null));
        memory = said.memory;
        addPage(score, gold, said);
        addPage(all, gold, said);
        if (options.misses) tellMisses(crm, at, said);
        const { isClientPage, clientId, displayName, fields } = said;
        dump[crm.name] = {
          ...dump[crm.name],
          [gold.page]: {
            isClientPage,
            clientId,
            displayName,
            fields: fields.map(({ label, value, kind }) => ({ label, value, kind })),
          },
        };
      }
      console.log(line(crm.name, score));
    }
    console.log(line('all', all));
    if (!isTaught) await tellSpeed({ page, onFresh }, corpus, script);
  } finally {
    await close();
  }
  if (options.dump) writeFileSync(options.dump, `${JSON.stringify(dump, null, 1)}\n`);
}

/** Two sizes, so that what grows faster than the page is seen. */
const LARGE = [5000, 10_000];

/** What the first reading may take of the main thread, by so many elements. */
const GOAL = { ms: 30, elements: 5000 };
const FRESH_PAGES = 9;

/** What large pages cost: the largest of the corpus, its body repeated until it is that large. */
async function tellSpeed(
  { page, onFresh }: Omit<Opened, 'close'>,
  corpus: readonly Crm[],
  script: string,
): Promise<void> {
  const [largest] = corpus
    .flatMap(({ pages }) => pages)
    .sort((one, other) => other.html.length - one.html.length);
  if (!largest) return;
  const { html, gold } = largest;
  const { nodes } = await readAt(page, gold.url, html, script, null);
  const inner = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  const largeOf = (size: number): string =>
    `<!doctype html><html><body>${inner.repeat(Math.ceil(size / nodes))}</body></html>`;
  for (const size of LARGE) {
    const said = await readAt(page, gold.url, largeOf(size), script, null);
    console.log(
      `${said.nodes} elements: ${said.total.toFixed(1)} ms of main thread, the first time ${said.cold.toFixed(1)} ms, ` +
        `longest slice ${said.slice.toFixed(1)} ms, ` +
        `${(said.total / said.floor).toFixed(1)} times asking each element whether it is seen`,
    );
  }
  const firsts: FirstReading[] = [];
  for (let count = 0; count < FRESH_PAGES; count += 1)
    firsts.push(await onFresh((fresh) => readFirst(fresh, gold.url, largeOf(GOAL.elements), script)));
  const middle = (figure: (first: FirstReading) => number): number =>
    firsts.map(figure).sort((one, other) => one - other)[Math.floor(firsts.length / 2)] ?? 0;
  const by = ({ said }: FirstReading, ms: number): number => (ms * GOAL.elements) / said.nodes;
  const took = middle((first) => by(first, first.thread));
  console.log(
    `first reading by ${GOAL.elements} elements, the middle of ${FRESH_PAGES} fresh pages: ${took.toFixed(1)} ms of the ` +
      `thread's time, ${middle((first) => by(first, first.said.cold)).toFixed(1)} ms by the clock, ` +
      `longest step ${middle(({ said }) => said.coldStep).toFixed(1)} ms by the clock; ` +
      `the goal of ${GOAL.ms} ms of the thread is ${took < GOAL.ms ? 'met' : 'NOT met'}`,
  );
}

interface FirstReading {
  said: Said;
  /** Milliseconds the main thread worked: unlike the clock's, not those in which others had the processor. */
  thread: number;
}

/** Reads a page as in the extension: the script made ready at once when it comes, before the first reading. */
async function readFirst(page: Page, url: string, html: string, script: string): Promise<FirstReading> {
  const ours = `//# allFunctionsCalledOnLoad\n${script};globalThis.reader = reader;`.replaceAll(
    '</script',
    '<\\/script',
  );
  await openAt(
    page,
    url,
    // The last one: a frame's own document may stand in the page word for word.
    html.replace(/<\/body>(?!.*<\/body>)/s, () => `<script nonce="reader">${ours}</script></body>`),
  );
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await worked();
  const said = await page.evaluate(`globalThis.reader.say(${JSON.stringify(url)}, null, 0)`);
  return { said: saidShape.parse(said), thread: (await worked()) - before };
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
