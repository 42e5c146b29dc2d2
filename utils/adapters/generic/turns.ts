import { withoutSpacers } from './cells';
import { looksOf } from './parts';
import type { Seen } from './seen';

/** So many rows of one kind are no chance. */
const KNOWN = 2;

interface Rows {
  known: number;
  others: Seen[];
}

/**
 * Rows of labels and values in turn, side by side: where most are known for such, the others are too, in words
 * that the lexicon does not know.
 */
export class Turns {
  readonly #rows = new Map<Seen, Map<string, Rows>>();

  /** Takes a box into account: one in which labels and values were found in turn, or one in which none were. */
  add(box: Seen, isKnown: boolean): void {
    const cells = withoutSpacers(box.kids, box.tag === 'TR');
    if (!box.parent || cells.length < 2 || cells.length % 2 !== 0) return;
    const home = this.#rows.get(box.parent) ?? new Map<string, Rows>();
    this.#rows.set(box.parent, home);
    // A row of a table says with its classes what it holds, not how it is drawn.
    const looks = `${box.tag === 'TR' ? '' : looksOf(box)} ${cells.map(({ tag }) => tag).join()}`;
    const rows = home.get(looks) ?? { known: 0, others: [] };
    home.set(looks, rows);
    if (isKnown) rows.known += 1;
    else rows.others.push(box);
  }

  /** Boxes in which none were found, among those in most of which they were. */
  others(): Seen[] {
    return [...this.#rows.values()].flatMap((home) =>
      [...home.values()].flatMap(({ known, others }) =>
        (known >= KNOWN && known >= others.length) || (known > KNOWN && known * 2 >= others.length)
          ? others
          : [],
      ),
    );
  }
}
