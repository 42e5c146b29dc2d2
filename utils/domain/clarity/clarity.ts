import type { ClientBundle } from '../bundle';
import type { Client, ClientKind, FieldKey, Tier } from '../schema/client';
import type { CivilDay } from '../schema/time';
import { catalogueFor } from './catalogue/catalogue';
import { type CatalogueField, HEAVY } from './catalogue/field';
import { contradicts } from './contradiction';
import { dayReader, type Evidence, evidenceOf, type FieldEvidence, NOTHING_KNOWN } from './evidence';
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

function stateOf(evidence: FieldEvidence, best: Evidence | null): FieldStanding['state'] {
  if (best === null) return 'missing';
  if (!evidence.decided && differ(evidence)) return 'conflict';
  if (best.stale) return 'stale';
  return best.source === 'guess' ? 'guessed' : 'good';
}

const scored = new Map<ClientKind, readonly CatalogueField[]>();

/** The fields of a kind that count, those on minors left out. */
function fieldsFor(kind: ClientKind): readonly CatalogueField[] {
  const known = scored.get(kind) ?? catalogueFor(kind).filter(({ minor }) => minor !== true);
  scored.set(kind, known);
  return known;
}

/** One decimal; what is lost at all never reads as nothing. */
const oneDecimal = (points: number) => (points > 0 ? Math.max(0.1, Math.round(points * 10) / 10) : 0);

const percent = ({ weight, got }: { weight: number; got: number }) =>
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
  client: Pick<Client, 'kind' | 'name' | 'tier' | 'facts' | 'observed'>,
  lastSeen: ClientBundle['lastSeen'],
  today: CivilDay,
  zone: string,
): ClarityReport {
  const dayAt = dayReader(zone);
  const total = { weight: 0, got: 0 };
  const parts = new Map<Dimension, { weight: number; got: number }>();
  const expectedFrom = EXPECTED_BY[client.tier ?? 'D'];
  // Of most fields nothing is known, and a look into an object for what it has not got is dear.
  const known = new Set<FieldKey>(['name']);
  for (const key in client.facts) known.add(key);
  for (const key in client.observed) known.add(key);
  // One walk, and little made in it: a whole book asks for this forty times a client.
  const standings: FieldStanding[] = [];
  const worths: number[] = [];
  for (const field of fieldsFor(client.kind)) {
    const { key, dimension, weight } = field;
    const evidence = known.has(key) ? evidenceOf(field, client, lastSeen, today, dayAt) : NOTHING_KNOWN;
    const best = better(evidence);
    const expected = expectedFrom.has(field.from);
    const worth = best?.worth ?? 0;
    let part = parts.get(dimension);
    if (!part) {
      part = { weight: 0, got: 0 };
      parts.set(dimension, part);
    }
    if (expected) {
      total.weight += weight;
      total.got += weight * worth;
      part.weight += weight;
      part.got += weight * worth;
    }
    worths.push(worth);
    standings.push({
      key,
      dimension,
      weight,
      heavy: weight >= HEAVY,
      expected,
      state: stateOf(evidence, best),
      lost: 0,
      value: best?.value ?? null,
      source: best?.source ?? null,
      ageDays: best?.ageDays ?? null,
    });
  }
  const lossy: FieldStanding[] = [];
  const whole: FieldStanding[] = [];
  standings.forEach((field, place) => {
    if (field.expected)
      field.lost = oneDecimal((100 * field.weight * (1 - (worths[place] ?? 0))) / total.weight);
    (field.lost > 0 ? lossy : whole).push(field);
  });
  // Sorting is stable: equal losses stay in the order of the catalogue.
  const fields = lossy.sort((a, b) => b.lost - a.lost).concat(whole);
  const [first] = lossy;

  return {
    score: percent(total),
    dimensions: [...parts].map(([dimension, part]) => {
      const share = Math.round((1000 * part.weight) / total.weight) / 10;
      return { dimension, score: percent(part), weight: share };
    }),
    fields,
    next: first ? { key: first.key, gain: first.lost } : null,
  };
}
