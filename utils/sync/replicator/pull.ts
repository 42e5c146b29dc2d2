import type { ChangesAnswer } from '../wire/answers';
import { heardIn, meet } from './meet';
import { goOn, marked, pageOf, type Run } from './run';
import { takeIn } from './takeIn';

/** The next page of the feed. */
export const nextPage = (run: Run): Promise<ChangesAnswer> =>
  run.server.changes(run.space.since, pageOf(run).pull, run.space.since === null && run.space.mark === null);

const isLast = (page: ChangesAnswer, limit: number): boolean =>
  page.pending === undefined ? page.results.length < limit : page.pending === 0;

/**
 * Reads the feed to its end, page by page. Each page is one transaction: its rows, what is known of their documents
 * and the place in the feed. Before it a mark is left at the server, so that a server that ever falls behind this page is
 * known by the lack of it.
 *
 * @param first the first page, if it was read already
 * @returns whether anything came
 */
export async function pull(run: Run, first?: ChangesAnswer): Promise<boolean> {
  let moved = false;
  for (let page = first ?? (await nextPage(run)); ; page = await nextPage(run)) {
    goOn(run);
    if (page.results.length === 0) return moved;
    moved = true;
    const known = await run.ports.local.docs(page.results.map(({ id }) => id));
    const heard = heardIn(page.results, known);
    const met = await meet(run, heard);
    const space = { since: page.last_seq, mark: await marked(run) };
    if (heard.length > 0) await takeIn(run, met, heard, space);
    else {
      await run.ports.local.acknowledge([], { id: run.ports.space, ...space });
      run.space = { ...run.space, ...space };
    }
    if (isLast(page, pageOf(run).pull)) return moved;
  }
}
