/**
 * The store under load, in real Chromium: `npm run bench:store`. Prints sizes, times on a large
 * book, then kills everything again and again and counts, then damages the files in all ways.
 * SECONDS (150) for the killing, CLIENTS (10000) for the book, WRITES (1500) for the damaged one.
 * Ends with 1 if anything was lost, doubled or went unseen.
 */
import { DAMAGES, damageAndProbe } from './store/damage';
import { killAndReckon } from './store/kill';
import { sizes } from './store/sizes';
import { speed } from './store/speed';
import { buildTestExtension, removeFolders } from './store/testExtension';

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

async function run(): Promise<boolean> {
  const extension = await buildTestExtension();
  console.table(await sizes());

  const clients = setting('CLIENTS', 10_000);
  const { fillMs, times } = await speed(extension, clients);
  console.log(`${clients} clients filled in ${fillMs} ms; milliseconds each:`);
  console.table(times);

  const report = await killAndReckon(extension, setting('SECONDS', 150));
  console.log(JSON.stringify(report, null, 2));

  const damaged = await damageAndProbe(extension, DAMAGES, setting('WRITES', 1_500));
  console.table(damaged.map(({ name, fate, probe }) => ({ name, fate, opening: probe.opening })));

  const { lost, twice, misplaced, verdict } = report.reckoning;
  const held = report.alarms.length + lost + twice + misplaced === 0 && verdict.intact;
  const seen = damaged.every(({ fate }) => fate !== 'UNSEEN') && damaged[0]?.fate === 'whole';
  console.log(held && seen ? 'Nothing lost, nothing twice, no gap, no damage unseen.' : 'FAILED: see above.');
  return held && seen;
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
