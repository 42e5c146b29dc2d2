import type { Seen } from './seen';
import type { Settled } from './settle';

/** The document of the tab and its address; the document's own where it is left out. */
interface Tab {
  document: Document;
  url?: string;
}

/** The document in which most fields stand. */
function innerOf(pairs: readonly Settled[], scope: Seen): Document {
  const counts = new Map<Document, number>();
  for (const { box } of pairs)
    counts.set(box.element.ownerDocument, (counts.get(box.element.ownerDocument) ?? 0) + 1);
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most?.[0] ?? scope.element.ownerDocument;
}

/** Whether the record stands in a frame. */
export const isFramed = ({ document }: Tab, pairs: readonly Settled[], scope: Seen): boolean =>
  innerOf(pairs, scope) !== document;

/** The addresses that may name the record, from the innermost: that of its frame, and the tab's. */
export function addressesOf(tab: Tab, pairs: readonly Settled[], scope: Seen): string[] {
  const url = tab.url ?? tab.document.URL;
  const inner = innerOf(pairs, scope);
  // A document written into its frame has no address of its own.
  return inner === tab.document || inner.URL.startsWith('about:') ? [url] : [inner.URL, url];
}
