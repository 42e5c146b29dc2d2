/** As much of jsdom as the tests of the adapters use; the package brings no types. */
declare module 'jsdom' {
  export class ResourceLoader {
    fetch(url: string): Promise<Buffer> & { abort(): void };
  }

  export class JSDOM {
    constructor(html: string, options: { url: string; resources?: ResourceLoader });
    readonly window: Window & typeof globalThis;
  }
}
