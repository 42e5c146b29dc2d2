import * as z from 'zod/mini';

/**
 * The demo CRM's switches: how a test makes it behave as badly as real ones do.
 *
 * For the whole server: `POST /__switches` with a JSON object of some of the fields below,
 * `GET /__switches` shows them, `DELETE /__switches` resets them. For one page: the same names as
 * query parameters (`?slowMs=800&hostile=1&balance=10000001:12345.67`), which win over the server's.
 * Pages of /modern and /cloud pass a page's switches on to their API calls.
 */

const Millis = z.int().check(z.gte(0), z.lte(60_000));
const RecordId = z.string().check(z.regex(/^\d{8}$/));
const Yuan = z.string().check(z.regex(/^\d{1,12}(\.\d{1,2})?$/));

const SwitchesSchema = z.strictObject({
  /** The fields of a detail page arrive this many milliseconds after the page. */
  slowMs: Millis,
  /** The body of every page comes this many milliseconds after its head. */
  bodyMs: Millis,
  /** The former client's nodes stay in the document, hidden. */
  staleNodes: z.boolean(),
  /** Harder: the former client's nodes also stay visible for so many milliseconds. */
  staleVisibleMs: Millis,
  /** A single-page app draws whichever answer comes last, also one for a client already left. */
  raceBug: z.boolean(),
  /** A detail page shows a second client, the next record, in the same markup. */
  twoClients: z.boolean(),
  /**
   * A new release of /modern: `fields`, one has moved to a card of its own under another label, one has
   * another label, one is gone; `record`, the grid does not say the record's number any more.
   */
  redesign: z.enum(['none', 'fields', 'record']),
  /** Balances that differ from the data set, in yuan by record number; AUM moves along. */
  balance: z.record(RecordId, Yuan),
  /** Every page loads /hostile.js, which spies on whatever an extension adds (window.__loot). */
  hostile: z.boolean(),
});
const SomeSwitches = z.partial(SwitchesSchema);

export type Switches = z.infer<typeof SwitchesSchema>;
export type SwitchChanges = z.infer<typeof SomeSwitches>;

export const SWITCHES_OFF: Switches = {
  slowMs: 0,
  bodyMs: 0,
  staleNodes: false,
  staleVisibleMs: 0,
  raceBug: false,
  twoClients: false,
  redesign: 'none',
  balance: {},
  hostile: false,
};

/** Parses the body of `POST /__switches`; the error message names the field. */
export function parseSwitchChanges(
  json: unknown,
): { ok: true; changes: SwitchChanges } | { ok: false; message: string } {
  const parsed = SomeSwitches.safeParse(json);
  if (parsed.success) return { ok: true, changes: parsed.data };
  return { ok: false, message: z.prettifyError(parsed.error) };
}

const flag = (text: string): boolean => text === '' || text === '1' || text === 'true';

/** The switches among the parameters of a page's address; other parameters are the page's own. */
export function switchesInQuery(query: URLSearchParams): ReturnType<typeof parseSwitchChanges> {
  const found: Record<string, unknown> = {};
  for (const name of ['slowMs', 'bodyMs', 'staleVisibleMs']) {
    const value = query.get(name);
    if (value !== null) found[name] = Number(value);
  }
  for (const name of ['staleNodes', 'raceBug', 'twoClients', 'hostile']) {
    const value = query.get(name);
    if (value !== null) found[name] = flag(value);
  }
  const redesign = query.get('redesign');
  if (redesign !== null) found['redesign'] = redesign;
  const balances = query.getAll('balance').map((pair) => pair.split(':'));
  if (balances.length > 0) found['balance'] = Object.fromEntries(balances);
  return parseSwitchChanges(found);
}

/** `changes` on top of `switches`; balances are joined record by record. */
export function withChanges(switches: Switches, changes: SwitchChanges): Switches {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...switches, ...given, balance: { ...switches.balance, ...changes.balance } };
}
