import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAMAGES, damageAndProbe } from '../bench/store/damage';
import { killAndReckon } from '../bench/store/kill';
import { writeUntilFull } from '../bench/store/quota';
import { buildTestExtension, removeFolders } from '../bench/store/testExtension';

/**
 * "Saved means it survives", in a real browser. The long form of these is `npm run bench:store`.
 */
let extension: string;
beforeAll(async () => {
  extension = await buildTestExtension();
});
afterAll(removeFolders);

describe('three contexts that write while everything is killed', () => {
  it('lose nothing that was acknowledged, leave no gap, do nothing twice', async () => {
    const report = await killAndReckon(extension, 15);
    expect(report.alarms).toEqual([]);
    expect(report.reckoning.verdict.findings).toEqual([]);
    expect(report.reckoning).toMatchObject({ lost: 0, twice: 0, misplaced: 0, quarantined: 0 });
    expect(report.reckoning.verdict.entries).toBe(report.reckoning.operations);
    expect(report.reckoning.hot.counted).toBe(report.reckoning.hot.expected);
    // That something happened at all.
    expect(report.acknowledged).toBeGreaterThan(100);
    expect(report.browserKills).toBeGreaterThan(1);
    expect(report.workerStops).toBeGreaterThan(2);
    expect(report.opened).toBeGreaterThan(3 * report.browserKills - 1);
  });
});

describe('a database whose files are damaged', () => {
  it('is never taken for a whole one, nor an untouched one for damaged', async () => {
    const reports = await damageAndProbe(extension, DAMAGES.slice(0, 3), 40);
    expect(reports.map(({ name, fate, probe }) => [name, fate, probe.write])).toEqual([
      ['none', 'whole', 'ok'],
      ['the folder is deleted', 'seen at opening', 'refused'],
      ['the log is cut to half', 'seen at opening', 'refused'],
    ]);
  });
});

describe('a disk that is full', () => {
  it('is said, and nothing that was saved before is lost', async () => {
    const probe = await writeUntilFull(await buildTestExtension(['unlimitedStorage']));
    expect(probe).toMatchObject({ opening: 'ok', write: 'full', again: 'ok' });
  });
});
