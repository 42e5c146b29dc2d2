/**
 * A text as it is searched: full-width letters, digits and signs as their narrow ones, in lower case. Character
 * for character, so that a place found in it is the same place in the text.
 */
export const fold = (text: string): string =>
  [...Array(text.length).keys()]
    .map((place) => {
      const unit = text.charAt(place);
      const folded = unit.normalize('NFKC').toLowerCase();
      return folded.length === 1 ? folded : unit;
    })
    .join('');

/** Where something stands in a text: from its first character up to, not including, `end`. */
export interface Span {
  at: number;
  end: number;
}

/** The places that the first group of a pattern takes; the whole of it where it has none. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => {
    const [whole, named = whole] = match;
    const at = match.index + whole.lastIndexOf(named);
    return { at, end: at + named.length };
  });
