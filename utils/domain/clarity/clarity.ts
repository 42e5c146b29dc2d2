import type { ClientBundle } from '../bundle';
import type { ClientKind, FieldKey, Tier } from '../schema/client';
import type { CivilDay } from '../schema/time';
import { catalogueFor } from './catalogue/catalogue';
import { type CatalogueField, HEAVY } from './catalogue/field';
import { contradicts } from './contradiction';
import { dayReader, type Evidence, evidenceOf, type FieldEvidence } from './evidence';
import type { Scored } from './fromRows';
import type { ClarityReport, Dimension, FieldStanding } from './report';

const EXPECTED_BY: Readonly<Record<Tier, ReadonlySet<CatalogueField['from']>>> = {
  A: new Set(['A', 'B', 'D']),
  B: new Set(['B', 'D']),
  C: new Set(['D']),
  D: new Set(['D']),
};

/** Whether a tier expects a field (A all, B 15, C and D 8 of them); a client without a tier counts as D. */
export function expects(tier: Tier | null, field: Pick<CatalogueField, 'from'>): boolean {
  return EXPECTED_BY[tier ?? 'D'].has(field.from);
}

const differ = ({ own, crm }: FieldEvidence): boolean =>
  own !== null && crm !== null && contradicts(own.value, crm.value);

/** The better of the two; of equal ones the client's own word, which was asked for, or what was decided on. */
function better(evidence: FieldEvidence): Evidence | null {
  const { own, crm, decided } = evidence;
  if (!own || !crm) return own ?? crm;
  if (decided && differ(evidence)) return own;
  return crm.worth > own.worth ? crm : own;
}

function stateOf(evidence: FieldEvidence, best: Evidence): FieldStanding['state'] {
  if (!evidence.decided && differ(evidence)) return 'conflict';
  if (best.stale) return 'stale';
  return best.source === 'guess' ? 'guessed' : 'good';
}

/** One decimal; what is lost at all never reads as nothing. */
const oneDecimal = (points: number) => (points > 0 ? Math.max(0.1, Math.round(points * 10) / 10) : 0);

/** A field as it stands for every client of a kind and a tier of whom nothing is known there. */
interface Asked {
  field: CatalogueField;
  unknown: Readonly<FieldStanding>;
}

/** What is asked about a client of one kind and tier: the same for all of them, worked out once. */
interface Asking {
  fields: readonly Asked[];
  /** Of what is expected. */
  weight: number;
  byDimension: ReadonlyMap<Dimension, number>;
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, each) => sum + each, 0);

/** Points of the 100 that a field costs which is worth so much of its weight. */
const lostOf = (weight: number, worth: number, total: number): number =>
  oneDecimal((100 * weight * (1 - worth)) / total);

/** The fields of a kind that count, those on minors left out. */
function askingOf(kind: ClientKind, tier: Tier): Asking {
  const counting = catalogueFor(kind).filter(({ minor }) => minor !== true);
  const byDimension = new Map<Dimension, number>();
  for (const { dimension, weight, from } of counting) {
    const expected = EXPECTED_BY[tier].has(from) ? weight : 0;
    byDimension.set(dimension, (byDimension.get(dimension) ?? 0) + expected);
  }
  const total = sumOf(byDimension.values());
  const fields = counting.map((field): Asked => {
    const { key, dimension, weight } = field;
    const expected = EXPECTED_BY[tier].has(field.from);
    const lost = expected ? lostOf(weight, 0, total) : 0;
    const nothing = { state: 'missing', value: null, source: null, ageDays: null } as const;
    return { field, unknown: { key, dimension, weight, heavy: weight >= HEAVY, expected, lost, ...nothing } };
  });
  return { fields, weight: total, byDimension };
}

const askings = new Map<string, Asking>();

function askingFor(kind: ClientKind, tier: Tier): Asking {
  const name = `${kind} ${tier}`;
  const known = askings.get(name) ?? askingOf(kind, tier);
  askings.set(name, known);
  return known;
}

const percent = (weight: number, got: number): number =>
  weight === 0 ? 0 : Math.round((100 * got) / weight);

/**
 * 知彼度 of a client on a day [W][R]: presence × freshness × source of each field, weighed against the
 * fields expected for the tier and scaled to 100. The own fact and what the CRM shows are weighed apart
 * and the better counts; if they contradict each other the field is marked, and counts all the same. An own
 * fact confirmed against what the CRM shows holds, until the CRM shows something else.
 *
 * A dimension's weight is its share of the 100 points for this tier; its score runs from 0 to 100 of
 * its own. Fields on minors are left out altogether. `lastSeen` says when the CRM last showed each field, read as days in `zone`.
 */
export function clarityOf(
  client: Scored,
  lastSeen: ClientBundle['lastSeen'],
  today: CivilDay,
  zone: string,
): ClarityReport {
  const dayAt = dayReader(zone);
  const asking = askingFor(client.kind, client.tier ?? 'D');
  const got = new Map<Dimension, number>();
  // Of most fields nothing is known, and a look into an object for what it has not got is dear.
  const known = new Set<FieldKey>(['name']);
  for (const key in client.facts) known.add(key);
  for (const key in client.observed) known.add(key);
  const lossy: FieldStanding[] = [];
  const whole: FieldStanding[] = [];
  // One walk, and little made in it: a whole book asks for this forty times a client.
  for (const { field, unknown } of asking.fields) {
    let standing = unknown;
    if (known.has(field.key)) {
      const evidence = evidenceOf(field, client, lastSeen, today, dayAt);
      const best = better(evidence);
      if (best) {
        const { key, dimension, weight, heavy, expected } = unknown;
        const { worth, value, source, ageDays } = best;
        const lost = expected ? lostOf(weight, worth, asking.weight) : 0;
        const state = stateOf(evidence, best);
        standing = { key, dimension, weight, heavy, expected, state, lost, value, source, ageDays };
        if (expected) got.set(dimension, (got.get(dimension) ?? 0) + weight * worth);
      }
    }
    (standing.lost > 0 ? lossy : whole).push(standing);
  }
  // Sorting is stable: equal losses stay in the order of the catalogue.
  const fields = lossy.sort((a, b) => b.lost - a.lost).concat(whole);
  const [first] = lossy;

  return {
    score: percent(asking.weight, sumOf(got.values())),
    dimensions: [...asking.byDimension].map(([dimension, weight]) => {
      const share = Math.round((1000 * weight) / asking.weight) / 10;
      return { dimension, score: percent(weight, got.get(dimension) ?? 0), weight: share };
    }),
    fields,
    next: first ? { key: first.key, gain: first.lost } : null,
  };
}
