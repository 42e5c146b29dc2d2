import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, CDPSession, Protocol } from 'puppeteer';
import { PATIENCE } from '../pages/screen';

/** Where a browser puts what is downloaded, for as long as a test needs it. */
export class Downloads {
  readonly #folder: string;
  readonly #session: CDPSession;

  private constructor(folder: string, session: CDPSession) {
    this.#folder = folder;
    this.#session = session;
  }

  static async of(browser: Browser): Promise<Downloads> {
    const folder = await mkdtemp(path.join(tmpdir(), 'zhibi-downloads-'));
    const session = await browser.target().createCDPSession();
    // Named by the browser's own ids: a file of the name that is asked for stands there empty before it is written.
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: folder,
      eventsEnabled: true,
    });
    return new Downloads(folder, session);
  }

  /** What a deed downloads, once it is all there: its name and its bytes. */
  async during(deed: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const names = new Map<string, string>();
    const begun = ({ guid, suggestedFilename }: Protocol.Browser.DownloadWillBeginEvent): void => {
      names.set(guid, suggestedFilename);
    };
    this.#session.on('Browser.downloadWillBegin', begun);
    let went = (_: Protocol.Browser.DownloadProgressEvent): void => undefined;
    const completed = new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('nothing was downloaded')), PATIENCE);
      went = ({ guid, state }) => {
        if (state !== 'completed') return;
        clearTimeout(late);
        resolve(guid);
      };
    });
    this.#session.on('Browser.downloadProgress', went);
    try {
      const [guid] = await Promise.all([completed, deed()]);
      const bytes = await readFile(path.join(this.#folder, guid));
      return { name: names.get(guid) ?? '', bytes };
    } finally {
      this.#session.off('Browser.downloadWillBegin', begun);
      this.#session.off('Browser.downloadProgress', went);
    }
  }

  end(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}
