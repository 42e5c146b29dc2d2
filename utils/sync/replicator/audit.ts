import { MARK } from '@/utils/store/sync/syncRows';
import { goOn, marked, type Run } from './run';

/** Documents asked for at once. */
const AT_ONCE = 1000;

/**
 * Takes note that the server has lost something: it does not show the mark that we left last. The feed is read from its beginning,
 * and every revision known here is asked for. What is absent there is never taken for removed.
 */
export async function noteLoss(run: Run): Promise<void> {
  const { local, space } = run.ports;
  run.counts.restored = true;
  // With a mark of its own, so that a second loss, while this one is being made good, is known too.
  const begun = { since: null, audit: '', mark: await marked(run) };
  await local.acknowledge([], { id: space, ...begun });
  run.space = { ...run.space, ...begun };
}

/** Asks the server for every revision known here and marks those it lacks to be sent again. Goes on where it stopped. */
export async function audit(run: Run): Promise<void> {
  const { local, space } = run.ports;
  for (let after = run.space.audit; after !== null; ) {
    goOn(run);
    const docs = await local.slice(space, after, AT_ONCE);
    const asked = docs.filter(({ mark }) => mark === MARK.none || mark === MARK.bury);
    const lacks =
      asked.length > 0
        ? await run.server.lacks(Object.fromEntries(asked.map(({ id, rev }) => [id, [rev]])))
        : new Set<string>();
    const next: string | null = docs.length < AT_ONCE ? null : (docs.at(-1)?.id ?? null);
    await local.remark([...lacks], MARK.send, { id: space, audit: next });
    run.space = { ...run.space, audit: next };
    after = next;
  }
}
