import { type Compiled, parseAdapter } from '@/utils/adapters/compile';
import { guessKind } from '@/utils/adapters/generic/clientKind';
import { entityFor } from '@/utils/adapters/generic/entity';
import { draftOf } from '@/utils/app/teaching/draft';
import { type Held, rowOf, withoutDoubles } from '@/utils/app/teaching/rows';
import type { ClientKind } from '@/utils/domain/schema/client';
import { civilDay } from '@/utils/domain/schema/time';
import type { TaughtField, TeachReport } from '@/utils/messaging/teach';
import type { GoldPage } from './gold';

type Reading = Extract<TeachReport, { kind: 'reading' }>;

const TODAY = civilDay.parse('2026-11-22');

/** What a user sets right on the page: rows he does not want, and what he points at instead or besides. */
export interface Mended {
  /** The numbers of the fields that are right. */
  right: ReadonlySet<number>;
  picked: readonly TaughtField[];
  name: TaughtField | null;
}

/**
 * The adapter that the wizard makes of one page when its user confirms all that it offers, or mends it.
 * Null where the wizard would have to ask: there is no client, or who it is does not stand there surely.
 */
export function adapterOf(reading: Reading, mended: Mended | null): Compiled | null {
  const { proposal, record, fields, origin } = reading;
  const name = mended?.name ?? reading.name;
  if (!record || !name) return null;
  const kind = guessKind(name.value, fields, proposal?.entity ?? entityFor(record));
  const offered = fields.filter(({ n }) => n !== reading.name?.n).map((field) => rowOf(field, kind));
  const rows = withoutDoubles(mended ? mendedRows(offered, mended, kind) : offered);
  const namePinned = mended?.name != null;
  const named = proposal && namePinned && name.find ? { ...proposal, name: { find: name.find } } : proposal;
  const made = draftOf(
    { proposal: named, record, name, namePinned, kind, rows, all: fields },
    { origin, author: 'bench', today: TODAY },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  // As it is kept and read again.
  const kept = parseAdapter(JSON.stringify(made.value.source));
  return kept.ok ? kept.value : null;
}

/** Rows as the wizard has them after a user has ticked what is right, pointed anew and pointed at more. */
function mendedRows(offered: readonly Held[], { right, picked }: Mended, kind: ClientKind): Held[] {
  const pointed = picked.map((field) => ({ ...rowOf(field, kind, true), kept: field.find !== null }));
  const open = new Set(pointed);
  const rows = offered.map((row) => {
    if (right.has(row.id)) return { ...row, kept: row.lasting };
    const instead = [...open].find(({ label }) => label !== '' && label === row.label);
    if (!instead) return { ...row, kept: false };
    open.delete(instead);
    return instead;
  });
  return [...rows, ...open];
}

/** Gold without the client's name: an adapter reads it once, a page may say it in three places. */
export const goldBesideName = (gold: GoldPage): GoldPage => ({
  ...gold,
  fields: gold.fields?.filter(({ value }) => value !== gold.displayName),
});
