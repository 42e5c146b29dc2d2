import { fail, type Result } from '@/utils/domain/result';
import type { Store } from '@/utils/store/store';
import { afterChange } from '../background/badge';
import { theBook } from '../background/book';
import type { Problem } from '../command';

/**
 * Does a deed with the book open for writing in this page, by the same commit and under the same lock as the
 * background: it may be long, and a worker that is stopped in the middle of it would tell nobody how far it came.
 * The badge follows.
 */
export async function withStore<Value, Refused>(
  deed: (store: Store) => Promise<Result<Value, Problem | Refused>>,
): Promise<Result<Value, Problem | Refused>> {
  const opened = await theBook();
  if (!opened.ok) return fail({ code: opened.error.code, field: null });
  const done = await deed(opened.value).catch(() => fail<Problem>({ code: 'unavailable', field: null }));
  await afterChange().catch(() => undefined);
  return done;
}
