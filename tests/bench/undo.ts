/**
 * An import of thousands of clients and its undo, in real Chromium: `npm run bench:undo`. CLIENTS (10000) in the batch.
 * Ends with 1 if anything is left of it, or if the undo takes longer than bringing it in did, by more than MOST.
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

/** Times the import itself that its undo may take. */
const MOST = 2;

async function run(): Promise<boolean> {
  const running = await launchTestExtension(await buildTestExtension(), newFolder('profile'));
  const found = await callBench(await openBench(running), 'batchAndUndo', CLIENTS);
  await running.browser.close();
  console.log(JSON.stringify({ clients: CLIENTS, ...found }));
  return found.undone === 'done' && found.intact && found.left === 0 && found.undoMs <= MOST * found.inMs;
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
