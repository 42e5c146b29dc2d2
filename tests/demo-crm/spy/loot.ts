/**
 * What a spying CRM page got hold of, in `window.__loot` while the switch `hostile` is on. On a page
 * with a well-behaved extension every list stays empty, except what the comments allow.
 */
export interface Loot {
  /** Shadow roots not made by the page that it could read. */
  openRoots: { host: string; html: string }[];
  /** Elements put outside head and body, and extension frames in the page's tree: the host alone may appear, empty. */
  foreignElements: string[];
  /** Frames the page can count or index beyond its own. */
  extraFrames: string[];
  /** Keys, input and clipboard events that reached the page: those of its own fields too. */
  keys: { type: string; key: string; target: string }[];
  /** All postMessage traffic: the demo CRM's own pages have none. */
  messages: { origin: string; data: string }[];
  /** Calls of fetch, XMLHttpRequest, sendBeacon and clipboard writes to anything but this origin. */
  calls: string[];
  /** Text of nodes outside the page's own head and body. */
  texts: string[];
  /** Addresses of extension resources in the performance timeline. */
  resources: string[];
  /** Names in localStorage, sessionStorage and IndexedDB: those of the page too. */
  storage: string[];
  /** Extension messaging offered to the page. */
  runtime: string[];
}
