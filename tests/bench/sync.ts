import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { againstPouch } from './sync/run';

/*
 * `npm run bench:sync -- --docs 10000`: the replicator against PouchDB, in a real browser; with `--rounds 5` the quickest of
 * five, for a machine that has other work. Without an option the long run
 * of the random histories: three devices, one server, all faults. Prints the seed with which it can be told again:
 * `SYNC_HISTORIES=1 SYNC_SEED=<seed> npm run bench:sync`.
 */
function tellHistories(): number {
  const env = {
    ...process.env,
    SYNC_HISTORIES: process.env['SYNC_HISTORIES'] ?? '10000',
    SYNC_SEED: process.env['SYNC_SEED'] ?? String(Date.now() % 1_000_000),
  };
  const run = ['vitest', 'run', '--project', 'unit', 'tests/unit/sync/histories.test.ts'];
  const { status } = spawnSync('npx', run, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  return status ?? 1;
}

const { docs, rounds } = parseArgs({
  options: { docs: { type: 'string' }, rounds: { type: 'string', default: '1' } },
}).values;
process.exitCode =
  docs === undefined ? tellHistories() : (await againstPouch(Number(docs), Number(rounds))) ? 0 : 1;
