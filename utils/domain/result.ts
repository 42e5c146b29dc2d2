/** Errors are values (decision 17): what crosses a message, a parser or a commit says how it went. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; error: Problem };

/** A success that carries `value`. */
export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** A failure that carries `error`. */
export const fail = <Problem>(error: Problem): { ok: false; error: Problem } => ({ ok: false, error });
