import { type NamedRecord, readAddress } from './address';
import type { Loose } from './loose';
import type { PickedName } from './pickName';
import { isWithin, type Seen } from './seen';
import { isEmptyValue, nameLikeness } from './shapes';

/** How far behind the heading a company still belongs to it. */
const NEAR = 32;
const COMPANY = /^(?:company|account|organization|organisation|customer|client|0-2)$/;

/**
 * The company a heading links to, "Director at Acme Ltd", and what stands before the "at": the record's
 * own company and position, without labels.
 */
export function linkedCompany(
  pieces: readonly Seen[],
  name: PickedName | null,
  record: NamedRecord | null,
  claimed: readonly Seen[],
): Loose[] {
  const heading = name?.heading?.seen;
  if (!heading || !record) return [];
  const found: Loose[] = sublineOf(pieces, heading, claimed);
  for (const [at, piece] of pieces.entries()) {
    if (
      piece.from <= heading.to ||
      piece.from > heading.to + NEAR ||
      claimed.some((one) => isWithin(piece, one))
    )
      continue;
    const link = linkAround(piece);
    if (!link || isEmptyValue(piece.text)) continue;
    const target = readAddress(new URL(link, 'http://page.invalid/').href);
    const [other] = target.records;
    if (
      !other ||
      other.id === record.id ||
      !COMPANY.test(other.entity ?? '') ||
      nameLikeness(piece.text) === 0
    )
      continue;
    const before = pieces[at - 1];
    const position =
      before && before !== heading && /\S\s+at$/u.test(before.text)
        ? before.text.replace(/\s+at$/u, '')
        : null;
    if (before && position !== null) found.push({ seen: before, text: position, kind: 'other' });
    found.push({ seen: piece, text: piece.text, kind: 'company' });
    break;
  }
  return found;
}

function linkAround(seen: Seen): string | null {
  for (let at: Seen | null = seen, level = 0; at && level < 4; at = at.parent, level += 1)
    if (at.href !== '' && !/^(?!https?:)[a-z]+:/i.test(at.href)) return at.href;
  return null;
}

/** `执行董事 · 星屿船务有限公司` right under a heading: a position and the company it is in. */
function sublineOf(pieces: readonly Seen[], heading: Seen, claimed: readonly Seen[]): Loose[] {
  for (const piece of pieces) {
    if (
      piece.from <= heading.to ||
      piece.from > heading.to + 6 ||
      claimed.some((one) => isWithin(piece, one))
    )
      continue;
    const parts = piece.text.split(/\s+[·•|｜]\s+|\s+at\s+/u).map((part) => part.trim());
    const [position, company, ...rest] = parts;
    if (
      !position ||
      !company ||
      rest.length > 0 ||
      piece.text.length > 90 ||
      nameLikeness(company) < 2 ||
      (nameLikeness(position) === 2 && !/\s/.test(position))
    )
      continue;
    return [
      { seen: piece, text: position, kind: 'other' },
      { seen: piece, text: company, kind: 'company' },
    ];
  }
  return [];
}
