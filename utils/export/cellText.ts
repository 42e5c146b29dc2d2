/**
 * What begins a formula in one spreadsheet program or another, also where it is written full-width, and the
 * control characters that some of them skip or split a cell at.
 */
const STARTS = '=+\\-@＝＋－＠\\t\\r\\n\\0';

/** Spaces of every width, and marks that take no room: a formula behind them is one for some programs. */
const SKIPPED = ' \\u00a0\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff';

const DANGEROUS = new RegExp(`^[${SKIPPED}]*[${STARTS}]`, 'u');
const LINES = /(\r\n|\r|\n)/u;

/**
 * The text of a cell so that no spreadsheet program takes it, or a line of it, for a formula: behind an
 * apostrophe where it might (T12). A cell that begins with a line break has one too: programs that split there
 * would see the next line as a cell of its own.
 */
export function cellText(text: string): string {
  const guarded = text
    .split(LINES)
    // Every second piece is a line break.
    .map((piece, place) => (place % 2 === 0 && DANGEROUS.test(piece) ? `'${piece}` : piece))
    .join('');
  return /^[\r\n]/u.test(guarded) ? `'${guarded}` : guarded;
}
