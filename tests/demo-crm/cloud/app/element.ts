/** The base of every element of this front end: an open shadow root and the shared style sheets. */

const SHEETS = ['kit', 'data', 'record', 'shell'];

const sheets = SHEETS.map((name) => ({ name, sheet: new CSSStyleSheet() }));

/** Fetches the style sheets that all shadow roots share; elements may exist before. */
export async function loadSheets(): Promise<void> {
  await Promise.all(
    sheets.map(async ({ name, sheet }) => {
      const response = await fetch(`/cloud/style/${name}.css`);
      await sheet.replace(await response.text());
    }),
  );
}

export abstract class CxElement extends HTMLElement {
  protected readonly root: ShadowRoot;

  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = sheets.map(({ sheet }) => sheet);
  }
}
