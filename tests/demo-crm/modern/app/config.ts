/** What the server wrote into the page: switches that the front end itself obeys. */
export interface AppConfig {
  /** Former views stay in the document, hidden. */
  staleNodes: boolean;
  /** Former views also stay visible for so many milliseconds. */
  staleVisibleMs: number;
  /** A detail page shows the next record too, in the same markup. */
  twoClients: boolean;
  /** How the present release draws a client. */
  redesign: 'none' | 'fields' | 'record';
  /** The heading changes before the fields do, and late answers are not dropped. */
  raceBug: boolean;
}

/** Reads `<meta name="app-config">`; what is missing is off. */
export function readConfig(root: Document): AppConfig {
  const text = root.querySelector('meta[name="app-config"]')?.getAttribute('content') ?? '{}';
  const given: Partial<AppConfig> = JSON.parse(text);
  return {
    staleNodes: false,
    staleVisibleMs: 0,
    twoClients: false,
    redesign: 'none',
    raceBug: false,
    ...given,
  };
}
