import { fail, ok, type Result } from '@/utils/domain/result';
import { DEFAULT_NAME } from '../connection/database';
import type { StorePorts } from '../ports';
import type { BookWalker, OpenProblem } from '../store';
import { readBundles } from './bundles';
import { openConnection } from './openReader';

/** Opens the store for a walk through the whole book. It reads also where a newer Zhibi has written. */
export async function openWalker(
  ports: StorePorts,
  name = DEFAULT_NAME,
): Promise<Result<BookWalker, OpenProblem['code']>> {
  const opened = await openConnection(ports, name);
  if (!opened.ok) return fail(opened.error.code);
  const { connection } = opened.value;
  return ok({
    async *bundles(after) {
      const ready = await connection.ready();
      if (!ready.ok) throw new Error(ready.error.detail);
      yield* readBundles(connection, ready.value, after);
    },
    close: () => connection.close(),
  });
}
