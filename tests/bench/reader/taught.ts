import { type Compiled, parseAdapter } from '@/utils/adapters/compile';
import { guessKind } from '@/utils/adapters/generic/clientKind';
import { entityFor } from '@/utils/adapters/generic/entity';
import { draftOf } from '@/utils/app/teaching/draft';
import { rowOf, withoutDoubles } from '@/utils/app/teaching/rows';
import { civilDay } from '@/utils/domain/schema/time';
import type { TeachReport } from '@/utils/messaging/teach';
import type { GoldPage } from './gold';

type Reading = Extract<TeachReport, { kind: 'reading' }>;

const TODAY = civilDay.parse('2026-11-22');

/**
 * The adapter that the wizard makes of one page when its user confirms all that it offers and mends nothing.
 * Null where the wizard would have to ask: there is no client, or who it is does not stand there surely.
 */
export function adapterOf(reading: Reading): Compiled | null {
  const { proposal, record, name, fields, origin } = reading;
  if (!record || !name) return null;
  const kind = guessKind(name.value, fields, proposal?.entity ?? entityFor(record));
  const rows = withoutDoubles(fields.filter(({ n }) => n !== name.n).map((field) => rowOf(field, kind)));
  const made = draftOf(
    { proposal, record, name, kind, rows, all: fields },
    { origin, author: 'bench', today: TODAY },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  // As it is kept and read again.
  const kept = parseAdapter(JSON.stringify(made.value.source));
  return kept.ok ? kept.value : null;
}

/** Gold without the client's name: an adapter reads it once, a page may say it in three places. */
export const goldBesideName = (gold: GoldPage): GoldPage => ({
  ...gold,
  fields: gold.fields?.filter(({ value }) => value !== gold.displayName),
});
