/** A text as fields are scored: without its spaces, widths and capitals. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A label so, without its colon and its star. */
export const foldLabel = (text: string): string => fold(text).replace(/[:*]+/g, '');
