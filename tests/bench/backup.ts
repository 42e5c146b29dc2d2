/**
 * A backup of a large book, in real Chromium: `npm run bench:backup`. Prints how long it takes beside a bare reading
 * of the same rows, the size, and whether the restored book is the one that was backed up, word for word.
 * CLIENTS (10000) in the book. Ends with 1 if it is not, or if a limit is passed.
 */
import {
  buildTestExtension,
  callBench,
  launchTestExtension,
  newFolder,
  openBench,
  removeFolders,
} from './store/testExtension';

const CLIENTS = Number(process.env['CLIENTS'] ?? 10_000);

const AT_ONCE = 2_500;

/** Times a bare reading that writing a backup, reading it back and restoring it may take. */
const MOST = { write: 25, check: 15, restore: 60 };

async function run(): Promise<boolean> {
  const running = await launchTestExtension(await buildTestExtension(), newFolder('profile'));
  const page = await openBench(running);
  // Some at a time: one call may not take longer than the driver's patience on a busy machine.
  for (let made = 0; made < CLIENTS; made += AT_ONCE)
    await callBench(page, 'fill', Math.min(AT_ONCE, CLIENTS - made));
  const found = await callBench(page, 'backUp');
  await running.browser.close();
  const { rows, rawMs, bytes, intact, entries, findings, before, after } = found;
  console.log(
    `${CLIENTS} clients, ${rows} rows, ${entries} entries; read bare in ${rawMs} ms; file ${bytes} bytes`,
  );
  const ratios = {
    write: found.writeMs / rawMs,
    check: found.checkMs / rawMs,
    restore: found.restoreMs / rawMs,
  };
  console.table({
    write: { ms: found.writeMs, ratio: ratios.write.toFixed(1), most: MOST.write },
    'read back': { ms: found.checkMs, ratio: ratios.check.toFixed(1), most: MOST.check },
    'restore and deep check': { ms: found.restoreMs, ratio: ratios.restore.toFixed(1), most: MOST.restore },
  });
  const same = before === after;
  console.log(
    `SHA-256 of every row and entry before ${before}\n                              after  ${after}`,
  );
  console.log(
    same && intact ? 'Restored word for word, deep check intact.' : `FAILED: ${findings.join('; ')}`,
  );
  return (
    same &&
    intact &&
    ratios.write <= MOST.write &&
    ratios.check <= MOST.check &&
    ratios.restore <= MOST.restore
  );
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
