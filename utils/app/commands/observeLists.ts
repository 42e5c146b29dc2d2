import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { Client } from '@/utils/domain/schema/client';
import { MAX_FORMER_AMOUNTS } from '@/utils/domain/schema/holding';
import { holdingId, relationId } from '@/utils/domain/schema/ids';
import type { SeenHoldingRow, SeenPersonRow } from '@/utils/domain/schema/seenRow';
import type { RecordRef, Sighting } from '@/utils/domain/schema/sighting';
import type { Instant } from '@/utils/domain/schema/time';
import { SEEN_HOLDINGS } from '@/utils/domain/seenRows';

/** What tells the rows of a list apart; of rows that say the same, the first, the second and so on. */
function idsOf(record: RecordRef, list: string, says: readonly (readonly unknown[])[]): string[] {
  const times = new Map<string, number>();
  return says.map((words) => {
    const said = JSON.stringify(words);
    const time = (times.get(said) ?? 0) + 1;
    times.set(said, time);
    const { crmId, entity, recordId } = record;
    const whole = JSON.stringify([crmId, entity, recordId, list, said, time]);
    return bytesToHex(sha256(utf8ToBytes(whole))).slice(0, 24);
  });
}

/** Since when a row stands where it does: whoever stood there already stands there since then. */
const standing = (known: readonly { id: string; firstSeen: Instant }[], now: Instant) => {
  const since = new Map(known.map(({ id, firstSeen }) => [id, firstSeen]));
  return (id: string): Instant => since.get(id) ?? now;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A value that stood for less than this was on its way: a balance that ticks would push all others out. */
export const PASSING_MS = 12 * 60 * 60 * 1000;

/** Since when a holding shows its amount, and what it showed before, once it has shown another. */
function amountsOf(
  { amount }: Pick<SeenHoldingRow, 'amount'>,
  known: SeenHoldingRow | undefined,
  lastSeen: Instant | undefined,
  now: Instant,
): Pick<SeenHoldingRow, 'amountSince' | 'former'> {
  if (!known) return {};
  const { amountSince, former = [] } = known;
  if (same(amount, known.amount)) {
    return {
      ...(amountSince === undefined ? {} : { amountSince }),
      ...(former.length > 0 ? { former } : {}),
    };
  }
  const since = amountSince ?? known.firstSeen;
  const was =
    known.amount !== null && now - since >= PASSING_MS
      ? [{ amount: known.amount, firstSeen: since, lastSeen: lastSeen ?? since }]
      : [];
  const all = [...was, ...former].slice(0, MAX_FORMER_AMOUNTS);
  return { amountSince: now, ...(all.length > 0 ? { former: all } : {}) };
}

type Lists = Pick<Client, 'seenHoldings' | 'seenPeople'>;

/**
 * The CRM's own lists as this page shows them: only those that it shows, and only where they say something
 * else than before; of a holding the amounts before are kept. A row that is not on the page any more is none any
 * more; the journal has it.
 */
export function changedLists(
  client: Client,
  { record, holdings, people }: Sighting,
  lastSeen: ClientBundle['lastSeen'],
  now: Instant,
): Lists {
  const { seenHoldings = [], seenPeople = [] } = client;
  const heldBefore = new Map(seenHoldings.map((row) => [row.id, row]));
  const heldIds = idsOf(
    record,
    'holdings',
    (holdings ?? []).map(({ kind, name, since, maturity }) => [kind, name, since, maturity]),
  );
  const held = (holdings ?? []).map((row, at): SeenHoldingRow => {
    const id = holdingId.parse(heldIds[at]);
    const known = heldBefore.get(id);
    const firstSeen = known?.firstSeen ?? now;
    return { ...row, id, firstSeen, ...amountsOf(row, known, lastSeen[SEEN_HOLDINGS], now) };
  });
  const aroundSince = standing(seenPeople, now);
  const personIds = idsOf(
    record,
    'people',
    (people ?? []).map(({ role, name }) => [role, name]),
  );
  const around = (people ?? []).map((row, at): SeenPersonRow => {
    const id = relationId.parse(personIds[at]);
    return { ...row, id, firstSeen: aroundSince(id) };
  });
  return {
    ...(holdings && !same(held, seenHoldings) ? { seenHoldings: held } : {}),
    ...(people && !same(around, seenPeople) ? { seenPeople: around } : {}),
  };
}
