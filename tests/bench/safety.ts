/**
 * What safety promises, at length: `npm run bench:safety`. Feeds every parser, injects every damage, fills a book of
 * 10,000 clients with 20 notes each, and stops and kills until there were enough. Prints what was seen and what it
 * bounds. INPUTS (50000) for each parser, STOPS (1000) and KILLS (200), CLIENTS (10000), WRITES (1500) for the damaged
 * book; ZHIBI_SEED for the parsers. Ends with 1 if anything was lost, torn, unseen, thrown or slow.
 */
import { PARSERS } from '../fuzz/parsers';
import { feed, MOST_MS } from '../fuzz/run';
import { DAMAGES, damageAndProbe } from './store/damage';
import { killAndReckon } from './store/kill';
import { manyNotes } from './store/notes';
import { buildTestExtension, removeFolders } from './store/testExtension';

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/** Upper bound of a rate of which nothing was seen in so many trials, with 95 % confidence: the rule of three. */
const ruleOfThree = (trials: number): string => `${((3 / Math.max(1, trials)) * 100).toFixed(3)} %`;

/** Every parser, one after the other. */
function fuzz(): boolean {
  const seed = setting('ZHIBI_SEED', Date.now() % 2 ** 31);
  const reports = PARSERS.map((parser) => feed(parser, setting('INPUTS', 50_000), seed));
  console.log(`parsers, seed ${seed}:`);
  console.table(
    reports.map(({ parser, inputs, worstMs, failed }) => ({
      parser,
      inputs,
      'worst ms': Number(worstMs.toFixed(1)),
      failed,
    })),
  );
  for (const { parser, worstMs, slowest } of reports)
    if (worstMs > MOST_MS) console.log(`OVER ${MOST_MS} ms: ${parser}: ${slowest}`);
  return reports.every(({ failed, worstMs }) => failed === null && worstMs <= MOST_MS);
}

async function damages(extension: string): Promise<boolean> {
  const reports = await damageAndProbe(extension, DAMAGES, setting('WRITES', 1_500));
  console.table(reports.map(({ name, fate, probe }) => ({ name, fate, opening: probe.opening })));
  const seen = reports.filter(({ fate }) => fate !== 'UNSEEN').length;
  console.log(`damage: ${seen} of ${reports.length} kinds seen or without effect`);
  return seen === reports.length && reports[0]?.fate === 'whole';
}

/** Rounds of killing until there were enough stops and kills, each reckoned by itself. */
async function kills(extension: string): Promise<boolean> {
  const [stops, ends] = [setting('STOPS', 1_000), setting('KILLS', 200)];
  const total = { workerStops: 0, browserKills: 0, acknowledged: 0, lost: 0, torn: 0, twice: 0, alarms: 0 };
  while (total.workerStops < stops || total.browserKills < ends) {
    const { reckoning, alarms, ...report } = await killAndReckon(extension, 120, { briefly: true });
    total.workerStops += report.workerStops;
    total.browserKills += report.browserKills;
    total.acknowledged += report.acknowledged;
    total.lost += reckoning.lost;
    total.twice += reckoning.twice + reckoning.misplaced;
    total.torn += reckoning.verdict.findings.length + reckoning.quarantined;
    total.alarms += alarms.length;
    console.log(JSON.stringify(total));
  }
  const { workerStops, browserKills, acknowledged, lost, torn, twice, alarms } = total;
  console.log(
    `${lost} of ${acknowledged} acknowledged writes lost, ${torn} torn, ${twice} doubled or misplaced, over ` +
      `${workerStops} worker stops and ${browserKills} kills of the browser.`,
  );
  console.log(
    `With 95 % confidence less than ${ruleOfThree(acknowledged)} of acknowledged writes are lost, a worker's stop ` +
      `loses one in less than ${ruleOfThree(workerStops)} of cases, a kill in less than ${ruleOfThree(browserKills)}.`,
  );
  return lost + torn + twice + alarms === 0;
}

async function run(): Promise<boolean> {
  const read = fuzz();
  const extension = await buildTestExtension();
  const notes = await manyNotes(extension, setting('CLIENTS', 10_000));
  console.log(JSON.stringify(notes));
  const seen = await damages(extension);
  const kept = await kills(extension);
  const good = read && notes.intact && seen && kept;
  console.log(good ? 'Nothing lost, torn, unseen, thrown or slow.' : 'FAILED: see above.');
  return good;
}

run()
  .catch((error: unknown) => {
    console.error(error);
    return false;
  })
  .then((good) => {
    removeFolders();
    process.exit(good ? 0 : 1);
  });
