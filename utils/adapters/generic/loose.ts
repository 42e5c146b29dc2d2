import { isElement } from '../trees';
import { isKnownLabel } from './labelSigns';
import type { FieldKind } from './lexicon/kinds';
import { coreOf, partsOf } from './parts';
import { coverOf, type Seen } from './seen';
import { isEmptyValue, kindOfShape, shapeOf } from './shapes';
import { isAction } from './terms';

/** A value that stands without a label, told by its shape, its link or an icon before it. */
export interface Loose {
  seen: Seen;
  text: string;
  kind: FieldKind;
}

/** Values of a telling shape among pieces that no label claims. */
export function looseValues(pieces: readonly Seen[], claimed: readonly Seen[]): Loose[] {
  const isClaimed = coverOf(claimed);
  const found: Loose[] = [];
  for (const seen of pieces) {
    if (seen.text === '' || seen.text.length > 120 || isEmptyValue(seen.text) || isClaimed(seen)) continue;
    if (seen.control && seen.control.type === 'text') continue;
    const link = linkOf(seen);
    const kind = /^mailto:/i.test(link) ? 'email' : /^(?:tel|sms|callto):/i.test(link) ? 'phone' : null;
    const shape = shapeOf(seen.text);
    if (
      kind === 'email' ? shape === 'email' : kind === 'phone' && /\d{4}/.test(seen.text.replace(/\D/g, ''))
    ) {
      found.push({ seen, text: seen.text, kind: kind ?? 'phone' });
    } else if (shape === 'email' || shape === 'phone') found.push({ seen, text: seen.text, kind: shape });
    else if (shape === 'url' || (/^https?:/.test(link) && /^[\w-]+(?:\.[\w-]+)+\/?$/.test(seen.text)))
      found.push({ seen, text: seen.text, kind: 'other' });
  }
  return [...found, ...iconRows(found, isClaimed)];
}

/** Where the link leads that a piece is, or stands right in; empty where there is none. */
export const linkOf = (seen: Seen): string => {
  for (let at: Seen | null = seen, level = 0; at && level < 3; at = at.parent, level += 1)
    if (at.href !== '') return at.href;
  return '';
};

/** The box an icon and one text share, or null: what stands in a row of its own behind a picture of what it is. */
function iconRow(seen: Seen): Seen | null {
  for (let at: Seen | null = seen.parent, level = 0; at && level < 4; at = at.parent, level += 1) {
    if (partsOf(at).length > 1) return null;
    if (leadsWithIcon(at)) return at;
  }
  return null;
}

const DRAWN = /^(?:SVG|IMG|I)$/;

/** Asked of the DOM: icons are often hidden from readers, and so not taken down. */
function leadsWithIcon({ element }: Seen): boolean {
  const [first, second] = [...element.childNodes].filter(
    (node) => node.nodeType === 1 || (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== ''),
  );
  if (!isElement(first) || !second || (first.textContent ?? '').trim() !== '') return false;
  return DRAWN.test(first.tagName.toUpperCase()) || first.querySelector('svg,img,i') !== null;
}

/** Rows beside those already told by shape, made alike: an icon and a text. */
function iconRows(found: readonly Loose[], isClaimed: (seen: Seen) => boolean): Loose[] {
  const rows = found.flatMap(({ seen }) => iconRow(seen) ?? []);
  const more: Loose[] = [];
  const known = new Set(rows);
  for (const row of rows) {
    let home = row.parent;
    if (home && home.kids.length === 1) home = home.parent;
    for (const kid of home?.parent ? [...home.kids, ...home.parent.kids] : (home?.kids ?? [])) {
      const core = coreOf(kid);
      const own = core.text !== '' ? iconRow(core) : null;
      if (
        !own ||
        known.has(own) ||
        isClaimed(core) ||
        core.text.length > 120 ||
        core.control ||
        isAction(core.text) ||
        isKnownLabel(core.text)
      )
        continue;
      known.add(own);
      more.push({ seen: core, text: core.text, kind: kindOfShape(shapeOf(core.text)) ?? 'other' });
    }
  }
  return more;
}
