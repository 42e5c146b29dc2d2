import type { RawSighting } from '../compiled';
import type { Found } from '../locate';
import { foldFigures } from '../text';
import { isCompanyName } from './clientKind';
import { sameName } from './names';
import { type PagePart, type PageReading, partAt } from './reading';

/**
 * Whether what was read speaks against the client that a firm page of an adapter has sighted: it is sure of
 * somebody else with another number, or it is in doubt because what heads the same part of the page is another
 * name. Any other doubt of the reader's is no word against the adapter's: that has a label, a number or a check
 * of its own.
 *
 * @param marks where the adapter found who it is; what stands in another dialog says nothing of it
 */
export function contradicts(reading: PageReading, marks: readonly Found[], seen: RawSighting): boolean {
  const { page, identity, name, root } = reading;
  if (page !== 'client' || marks.length === 0) return false;
  const parts = marks.map(({ node }) => partAt(reading, node));
  if (name === null) return parts.some((part) => part !== null && headsAnother(part, seen.name));
  return (
    identity !== null &&
    parts.every((part) => part?.root === root) &&
    foldFigures(identity.id) !== seen.record.recordId &&
    !sameName(name.value, seen.name)
  );
}

/** A company over a person's page is his employer's name and no other client's. */
const headsAnother = ({ heads }: PagePart, name: string): boolean =>
  heads !== null && !sameName(heads, name) && isCompanyName(heads) === isCompanyName(name);
