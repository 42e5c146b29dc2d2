import type { ChangesAnswer } from '../wire/answers';
import { heardIn, meet } from './meet';
import { goOn, marked, pageOf, type Run } from './run';
import { takeIn } from './takeIn';

/** The next page of the feed. */
export const nextPage = (run: Run, since = run.space.since): Promise<ChangesAnswer> =>
  run.server.changes(since, pageOf(run).pull, run.brings);

const isLast = (page: ChangesAnswer, limit: number): boolean =>
  page.pending === undefined ? page.results.length < limit : page.pending === 0;

async function writePage(run: Run, page: ChangesAnswer): Promise<void> {
  const { local, space: id } = run.ports;
  const known = await local.docs(page.results.map((one) => one.id));
  const heard = heardIn(page.results, known);
  const met = await meet(run, heard);
  const space = { since: page.last_seq, mark: await marked(run) };
  if (heard.length > 0) return takeIn(run, met, heard, space);
  await local.acknowledge([], { id, ...space });
  run.space = { ...run.space, ...space };
}

/**
 * Reads the feed to its end, page by page. Each page is one transaction: its rows, what is known of their documents
 * and the place in the feed. Before it a mark is left at the server, so that a server that ever falls behind this page is
 * known by the lack of it. While one page is written, the next is on its way.
 *
 * @param first the first page, if it was read already
 * @returns whether anything came
 */
export async function pull(run: Run, first?: ChangesAnswer): Promise<boolean> {
  let moved = false;
  for (let page = first ?? (await nextPage(run)); ; ) {
    goOn(run);
    if (page.results.length === 0) return moved;
    moved = true;
    const isEnd = isLast(page, pageOf(run).pull);
    const ahead = isEnd || run.ports.oneByOne ? null : nextPage(run, page.last_seq);
    // Whether it came is asked once this page is written.
    ahead?.catch(() => null);
    await writePage(run, page);
    if (isEnd) return moved;
    page = await (ahead ?? nextPage(run));
  }
}
