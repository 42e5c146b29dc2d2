import { withoutSpacers } from './cells';
import { isKnownLabel, isLabelText, labelSign } from './labelSigns';
import { ENOUGH, makeOf, type Pair } from './pair';
import { holdsControl, isPhrase, looksOf } from './parts';
import type { Seen } from './seen';
import { isSection } from './terms';

/** So many rows of one kind are no chance. */
const KNOWN = 2;

interface Rows {
  known: number;
  others: Seen[];
}

/** The rows of one table in which labels and values were found in turn, and those in which none were. */
interface Table {
  known: Seen[];
  others: Seen[];
}

const cellsOf = (box: Seen): readonly Seen[] => withoutSpacers(box.kids, box.tag === 'TR');

/**
 * Rows of labels and values in turn, side by side: where most are known for such, the others are too, in words
 * that the lexicon does not know.
 */
export class Turns {
  readonly #rows = new Map<Seen, Map<string, Rows>>();
  readonly #tables = new Map<Seen, Table>();

  /** Takes a box into account: one in which labels and values were found in turn, or one in which none were. */
  add(box: Seen, isKnown: boolean): void {
    const cells = cellsOf(box);
    if (!box.parent) return;
    if (box.tag === 'TR' && cells.length > 0) {
      const table = this.#tables.get(box.parent) ?? { known: [], others: [] };
      this.#tables.set(box.parent, table);
      table[isKnown ? 'known' : 'others'].push(box);
    }
    if (cells.length < 2 || cells.length % 2 !== 0) return;
    const home = this.#rows.get(box.parent) ?? new Map<string, Rows>();
    this.#rows.set(box.parent, home);
    // A row of a table says with its classes what it holds, not how it is drawn.
    const looks = `${box.tag === 'TR' ? '' : looksOf(box)} ${cells.map(({ tag }) => tag).join()}`;
    const rows = home.get(looks) ?? { known: 0, others: [] };
    home.set(looks, rows);
    if (isKnown) rows.known += 1;
    else rows.others.push(box);
  }

  /** Boxes in which none were found, among those in most of which they were, or drawn as those are. */
  others(): Seen[] {
    const beside = [...this.#rows.values()].flatMap((home) =>
      [...home.values()].flatMap(({ known, others }) =>
        (known >= KNOWN && known >= others.length) || (known > KNOWN && known * 2 >= others.length)
          ? others
          : [],
      ),
    );
    return [...new Set([...beside, ...[...this.#tables.values()].flatMap(drawnAlike)])];
  }

  /** In tables of fields a text in a row of its own under one that is its label. */
  headed(): Pair[] {
    return [...this.#tables].flatMap(([home, { known }]) => (known.length >= KNOWN ? headedIn(home) : []));
  }
}

/** Rows whose cells for labels are drawn as those of the known rows are, and none of whose values is. */
function drawnAlike({ known, others }: Table): Seen[] {
  if (known.length < KNOWN || others.length === 0) return [];
  const looks = (rows: readonly Seen[], side: number): Set<string> =>
    new Set(
      rows.flatMap((row) => cellsOf(row).flatMap((cell, at) => (at % 2 === side ? looksOf(cell) : []))),
    );
  const values = looks(known, 1);
  const labels = looks(known, 0);
  for (const one of values) labels.delete(one);
  return others.filter((row) => {
    const cells = cellsOf(row);
    return (
      cells.length >= 2 &&
      cells.length % 2 === 0 &&
      cells.every((cell, at) => labels.has(looksOf(cell)) === (at % 2 === 0))
    );
  });
}

function headedIn(home: Seen): Pair[] {
  const rows = home.kids.filter(({ tag, text }) => tag === 'TR' && text !== '');
  return rows.flatMap((row, at): Pair[] => {
    const label = onlyCell(row);
    const next = rows[at + 1];
    const value = next && onlyCell(next);
    if (!label || !value || !isMarked(label) || isMarked(value) || holdsControl(label)) return [];
    if (!isLabelText(label.text) || (isSection(label.text) && !isKnownLabel(label.text))) return [];
    if (!isPhrase(value) && !holdsControl(value)) return [];
    const sign = ENOUGH + Math.max(0, labelSign(label));
    return [
      {
        label: label.text,
        labelAt: label,
        values: [value],
        box: home,
        sign,
        make: makeOf(row, label, value),
      },
    ];
  });
}

const onlyCell = ({ kids }: Seen): Seen | null => {
  const [cell, second] = kids.filter(({ tag }) => tag !== '#text');
  return cell && !second ? cell : null;
};

/** Set in bold, or as a head: all that a cell holds. */
function isMarked(cell: Seen): boolean {
  for (let at: Seen | undefined = cell; at; at = at.kids.length === 1 ? at.kids[0] : undefined)
    if (/^(?:TH|STRONG|B|LABEL|H[4-6])$/.test(at.tag)) return true;
  return false;
}
