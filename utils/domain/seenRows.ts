import type { ClientBundle, SeenSpan } from './bundle';
import { dayOf } from './day';
import type { Holding } from './schema/holding';
import type { Relation } from './schema/relation';
import type { SeenHoldingRow, SeenPersonRow } from './schema/seenRow';
import type { Instant } from './schema/time';

/** Under which keys it is stamped when the CRM was last seen to show its lists. */
export const SEEN_HOLDINGS = 'seenHoldings';
export const SEEN_PEOPLE = 'seenPeople';

/** What no list says of a person; the wall is closed (§9). */
const UNKNOWN = {
  other: null,
  stage: null,
  covered: null,
  influence: null,
  attitude: null,
  lastMet: null,
  wall: { state: 'closed' },
  note: null,
} as const;

/** A name as two of them are compared. */
export const foldedName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Whether an own row and one of the CRM's are one: a name may be missing on one side, but not differ. */
const sameName = (own: string | null, seen: string | null): boolean =>
  own === null || seen === null || foldedName(own) === foldedName(seen);

/** Whether an own row speaks of the same holding as one of the CRM's list, or is that one. */
export const isSameHolding = (own: Holding, seen: SeenHoldingRow): boolean =>
  own.id === seen.id ||
  (own.place.at === 'here' &&
    own.kind === seen.kind &&
    sameName(own.name, seen.name) &&
    (own.name !== null || own.maturity === seen.maturity));

const isSamePerson = (own: Relation, seen: SeenPersonRow): boolean =>
  own.id === seen.id || (own.role === seen.role && sameName(own.name, seen.name));

/** The CRM's rows that no own row speaks of; each own row stands for one of them at most. */
function unmatched<Own, Seen>(
  own: readonly Own[],
  seen: readonly Seen[],
  isSame: (own: Own, seen: Seen) => boolean,
): Seen[] {
  const left = [...own];
  return seen.filter((row) => {
    const at = left.findIndex((each) => isSame(each, row));
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/**
 * A client with what only the CRM's own lists tell of holdings and people: such rows stand beside the RM's
 * own as rows whose source is the CRM, here at this bank, the wall closed. They are worked out, never
 * stored, and an own row of the same kind and name stands in place of one. `seen` names them.
 */
export function withSeen(bundle: ClientBundle, zone: string): ClientBundle {
  const { client, lastSeen } = bundle;
  const { seenHoldings = [], seenPeople = [] } = client;
  if (seenHoldings.length === 0 && seenPeople.length === 0) return bundle;
  const seen: Record<string, SeenSpan> = {};
  const told = (id: string, first: Instant, key: string) => {
    const last = lastSeen[key] ?? first;
    seen[id] = { first, last };
    return { clientId: client.id, source: 'crm', day: dayOf(last, zone) } as const;
  };
  const holdings = unmatched(bundle.holdings, seenHoldings, isSameHolding).map(
    ({ firstSeen, amountSince: _since, former: _former, ...row }): Holding => ({
      ...row,
      ...told(row.id, firstSeen, SEEN_HOLDINGS),
      place: { at: 'here' },
      productCode: null,
      takenOver: null,
    }),
  );
  const relations = unmatched(bundle.relations, seenPeople, isSamePerson).map(
    ({ firstSeen, client: _marked, ...row }): Relation => ({
      ...UNKNOWN,
      ...row,
      ...told(row.id, firstSeen, SEEN_PEOPLE),
    }),
  );
  const around = [...bundle.relations, ...relations];
  // Rather one too many: of two who may be the one that is marked, the wall stands before both.
  const marked = seenPeople.filter(({ client: isOne }) => isOne);
  const alsoClients = around.filter((own) => marked.some((each) => isSamePerson(own, each)));
  return {
    ...bundle,
    holdings: [...bundle.holdings, ...holdings],
    relations: around,
    seen,
    alsoClients: new Set(alsoClients.map(({ id }) => id)),
  };
}
