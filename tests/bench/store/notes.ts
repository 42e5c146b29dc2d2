import { callBench, launchTestExtension, newFolder, openBench } from './testExtension';

/** Notes of each client of the large book. */
export const NOTES = 20;

/** A large book of well noted clients: filled, checked and read, in real Chromium. */
export async function manyNotes(
  extension: string,
  clients: number,
): Promise<{
  clients: number;
  notes: number;
  entries: number;
  intact: boolean;
  fillMs: number;
  checkMs: number;
}> {
  const running = await launchTestExtension(extension, newFolder('profile'));
  const page = await openBench(running);
  const begun = performance.now();
  await callBench(page, 'fillNotes', { clients, notes: NOTES });
  const filled = performance.now();
  const { intact, entries, notes } = await callBench(page, 'countNotes');
  const fillMs = Math.round(filled - begun);
  const checkMs = Math.round(performance.now() - filled);
  await running.browser.close();
  return { clients, notes, entries, intact: intact && notes === clients * NOTES, fillMs, checkMs };
}
