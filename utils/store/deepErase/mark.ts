import * as z from 'zod/mini';

/**
 * How far a deep erase has come (decision 039). Each step names the one database that holds the whole book:
 * `copying`: the book's own. `copied`: the copy. `back`: the book's own again.
 */
const mark = z.object({ step: z.enum(['copying', 'copied', 'back']) });
export type DeepEraseMark = z.infer<typeof mark>;

/** The mark as it was written, or null if there is none. */
export function parseMark(value: unknown): DeepEraseMark | null {
  const parsed = mark.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Where the mark lies: outside IndexedDB, whose databases it is about. */
export interface MarkPort {
  read(): Promise<unknown>;
  /** Null takes it away. */
  write(mark: DeepEraseMark | null): Promise<void>;
}
