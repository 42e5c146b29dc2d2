import { type Compiled, parseAdapter } from '@/utils/adapters/compile';
import { assemble } from '@/utils/adapters/generic/assemble';
import { transformFor } from '@/utils/adapters/generic/transformFor';
import type { Result } from '@/utils/domain/result';
import type { ClientKind } from '@/utils/domain/schema/client';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Proposal, TaughtField } from '@/utils/messaging/teach';
import type { NumberSource, TeachProblem } from '../teachPort';
import { type Held, keyOf } from './rows';

/** One client's page as it has been understood, with the script's own words. */
export interface Page {
  proposal: Proposal;
  name: TaughtField;
  kind: ClientKind;
  rows: readonly Held[];
  /** Every field of the reading: together they tell the order of dates and the currency. */
  all: readonly TaughtField[];
}

/** Where and by whom it is taught. */
export interface Author {
  origin: string;
  author: string;
  today: CivilDay;
}

const hostOf = (origin: string): string => new URL(origin).hostname;

/** What an adapter is called until the user says otherwise; a page's own title often names its client. */
export const titleAtFirst = (origin: string): string => new URL(origin).host;

/** Makes an adapter of a page, checked as every adapter is. */
export function draftOf(
  { proposal, name, kind, rows, all }: Page,
  { origin, author, today }: Author,
): Result<Compiled, TeachProblem[]> {
  const fields = rows
    .filter(({ kept, lasting }) => kept && lasting)
    .map((row) => {
      const key = keyOf(row);
      return { field: row.field, key, as: transformFor(row.field, key, kind, all) };
    });
  // Left out rather than undefined, as the format has it.
  const { frameUrl, ...proposed } = proposal;
  const host = hostOf(origin);
  const made = assemble({
    proposal: frameUrl ? { ...proposed, frameUrl } : proposed,
    name,
    fields,
    kind,
    title: titleAtFirst(origin),
    author,
    host,
    today,
  });
  return parseAdapter(JSON.stringify(made));
}

/** The same adapter under another title. */
export function entitled(json: string, title: string): string {
  const read = parseAdapter(json);
  return read.ok ? JSON.stringify({ ...read.value.source, title }) : json;
}

/** Where the number of a page comes from. */
export function sourceOf({ identity: { id } }: Proposal): NumberSource {
  if ('url' in id) return { from: 'address' };
  if ('label' in id) return { from: 'label', label: [id.label].flat()[0] ?? '' };
  return { from: 'place' };
}
