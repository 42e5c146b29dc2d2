import { type Compiled, parseAdapter } from '@/utils/adapters/compile';
import { assemble } from '@/utils/adapters/generic/assemble';
import type { Proposed } from '@/utils/adapters/generic/propose';
import { transformFor } from '@/utils/adapters/generic/transformFor';
import type { Result } from '@/utils/domain/result';
import type { ClientKind } from '@/utils/domain/schema/client';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Proposal, TaughtField, TaughtRecord } from '@/utils/messaging/teach';
import type { NumberSource, TeachProblem } from '../teachPort';
import { type Held, keyOf, leftOut } from './rows';

/** One client's page as it has been understood, with the script's own words. */
export interface Page {
  /** Null where all is left to the generic reader. */
  proposal: Proposal | null;
  record: TaughtRecord;
  name: TaughtField;
  /** The user has pointed at the name. */
  namePinned?: boolean;
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
  { proposal, name, namePinned = false, kind, rows, all }: Page,
  { origin, author, today }: Author,
): Result<Compiled, TeachProblem[]> {
  const fields = rows
    .filter(({ kept, lasting }) => kept && lasting)
    .map((row) => {
      const { field, pinned } = row;
      const key = keyOf(row);
      // Found beside its label, wherever that stands, where nothing else would find it again.
      const find = field.find ?? (field.label === '' ? null : { label: field.label });
      return { field: { ...field, find }, key, as: transformFor(field, key, kind, all), pinned };
    });
  const host = hostOf(origin);
  const made = assemble({
    proposal: proposal && proposedOf(proposal),
    name,
    namePinned,
    fields,
    leave: leftOut(rows),
    kind,
    title: titleAtFirst(origin),
    author,
    host,
    today,
  });
  return parseAdapter(JSON.stringify(made));
}

/** Left out rather than undefined, as the format has it. */
const proposedOf = ({ frameUrl, ...rest }: Proposal): Proposed => (frameUrl ? { ...rest, frameUrl } : rest);

/** The same adapter under another title. */
export function entitled(json: string, title: string): string {
  const read = parseAdapter(json);
  return read.ok ? JSON.stringify({ ...read.value.source, title }) : json;
}

/** Where the number of a page comes from. */
export function sourceOf({ proposal, record }: Pick<Page, 'proposal' | 'record'>): NumberSource {
  if (!proposal) {
    if (record.from === 'field') return { from: 'label', label: record.at };
    return { from: record.from === 'row' ? 'place' : 'address' };
  }
  const { id } = proposal.identity;
  if ('url' in id) return { from: 'address' };
  if ('label' in id) return { from: 'label', label: [id.label].flat()[0] ?? '' };
  return { from: 'place' };
}

/** The record of a page whose number the user has pointed at: the page alone did not say it surely. */
export const recordIn = ({ recordId, entity }: Proposal): TaughtRecord => ({
  id: recordId,
  from: 'field',
  at: '',
  entity,
});

/** The record's number as the adapter will read it. */
export const numberOf = ({ proposal, record }: Pick<Page, 'proposal' | 'record'>): string =>
  proposal?.recordId ?? record.id;
