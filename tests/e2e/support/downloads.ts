import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { PATIENCE } from '../pages/screen';

/** Where a browser puts what is downloaded, for as long as a test needs it. */
export class Downloads {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async of(browser: Browser): Promise<Downloads> {
    const folder = await mkdtemp(path.join(tmpdir(), 'zhibi-downloads-'));
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return new Downloads(folder);
  }

  /** What a deed downloads, once it is all there: its name and its bytes. The next of that name is another file. */
  async during(deed: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    await deed();
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const name = (await readdir(this.#folder)).find(
        (each) => !each.endsWith('.crdownload') && !each.startsWith('.'),
      );
      if (name === undefined) continue;
      const file = path.join(this.#folder, name);
      const bytes = await readFile(file);
      await rm(file);
      return { name, bytes };
    }
    throw new Error('nothing was downloaded');
  }

  end(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}
