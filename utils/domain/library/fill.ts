/** What is known of a client for the places of a track. */
export interface Places {
  /** 王女士; how the client is addressed. */
  title: string;
  name: string;
}

/** A text with its places filled; anything else in braces stays as it is. */
export const fillPlaces = (text: string, places: Places): string =>
  text.replace(/\{(title|name)\}/gu, (_, place: keyof Places) => places[place]);
