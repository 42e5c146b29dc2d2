import type { Layout, Seen } from './seen';

/** How many pieces tell the size most of a page is set in. */
const SAMPLE = 24;

/** How much larger than most of the page a heading is set. */
const LARGER = 1.25;

/** Whether a piece is set clearly larger than most of the page; never where there is no layout. */
export function largeIn(pieces: readonly Seen[], { fontOf }: Layout): (seen: Seen) => boolean {
  if (!fontOf || pieces.length === 0) return () => false;
  const step = Math.max(1, Math.floor(pieces.length / SAMPLE));
  const sizes = pieces
    .filter((_, at) => at % step === 0)
    .map(({ element }) => fontOf(element))
    .sort((one, other) => one - other);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return ({ element }) => usual > 0 && fontOf(element) >= usual * LARGER;
}
