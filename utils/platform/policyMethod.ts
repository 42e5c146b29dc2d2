import * as z from 'zod/mini';

/**
 * Where the bank's word on the prompts lies: apart from the adapters, which may be large, because every
 * screen reads it with the settings.
 */
export const KEPT_METHOD = 'policyMethod';

/** What the bank has set of the prompts, as it stands there: see `domain/schema/locked`. */
export const policyMethod = z.record(z.string(), z.unknown());
export type PolicyMethod = z.infer<typeof policyMethod>;

/** What is kept of it; nothing where nothing is, or it cannot be read. */
export function methodIn(stored: unknown): PolicyMethod {
  const read = policyMethod.safeParse(stored);
  return read.success ? read.data : {};
}
