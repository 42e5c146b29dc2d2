import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { BUILT_EXTENSION, launchBrowser } from '../../../scripts/browser';
import { todayHere } from '../../../scripts/today';
import { type DemoCrm, startDemoCrm } from '../../demo-crm/server';
import { Zhibi } from '../pages/zhibi';

type Manifest = Record<string, unknown> & { permissions: string[]; optional_permissions: string[] };

/** The build once more, with another manifest. */
async function changedBuild(change: (manifest: Manifest) => Manifest): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhibi-build-'));
  await cp(BUILT_EXTENSION, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')))));
  return folder;
}

/** With its optional permission among those that are granted at installation. */
const notifying = (manifest: Manifest): Manifest => ({
  ...manifest,
  permissions: [...manifest.permissions, ...manifest.optional_permissions],
  optional_permissions: [],
});

/** With a disk that can be full: without the permission that lifts every limit. */
const limited = (manifest: Manifest): Manifest => ({
  ...manifest,
  permissions: manifest.permissions.filter((name) => name !== 'unlimitedStorage'),
});

/** The demo CRM and a browser with the extension in it, for the tests of one file. */
export class Stage {
  readonly crm: DemoCrm;
  zhibi: Zhibi;
  readonly #profile: string | null;
  readonly #extension: string;
  #browser: Browser;

  private constructor(
    crm: DemoCrm,
    profile: string | null,
    extension: string,
    browser: Browser,
    zhibi: Zhibi,
  ) {
    this.#extension = extension;
    this.crm = crm;
    this.zhibi = zhibi;
    this.#profile = profile;
    this.#browser = browser;
  }

  /**
   * @param options.has what is there when it opens: by itself only the extension.
   * @param options.restarts whether `restart` will be called: that takes a profile of its own.
   * @param options.notifies whether the browser lets the extension notify. Nobody can answer its prompt
   *   without a display, so the extension is one to which that was granted at its installation.
   * @param options.fills whether the disk can be full, as far as the browser pretends.
   * @param options.key the extension's key, where its id must be known before it starts.
   */
  static async open({
    has = 'nothing',
    restarts = false,
    notifies = false,
    fills = false,
    key,
  }: {
    has?: 'nothing' | 'crm' | 'book';
    restarts?: boolean;
    notifies?: boolean;
    fills?: boolean;
    key?: string;
  } = {}): Promise<Stage> {
    const crm = await startDemoCrm({ port: 0, today: todayHere() });
    const profile = restarts ? await mkdtemp(path.join(tmpdir(), 'zhibi-e2e-')) : null;
    const changes = [
      ...(key === undefined ? [] : [(manifest: Manifest): Manifest => ({ ...manifest, key })]),
      ...(notifies ? [notifying] : []),
      ...(fills ? [limited] : []),
    ];
    const extension =
      changes.length === 0
        ? BUILT_EXTENSION
        : await changedBuild((manifest) => changes.reduce((changed, change) => change(changed), manifest));
    const kept = profile === null ? {} : { profile, keepsGrants: true };
    const browser = await launchBrowser({ extension, ...kept });
    const stage = new Stage(crm, profile, extension, browser, await Zhibi.of(browser));
    if (has !== 'nothing') await stage.furnish(has);
    return stage;
  }

  /** With the CRM connected. */
  static connected(): Promise<Stage> {
    return Stage.open({ has: 'crm' });
  }

  /** With the CRM connected and the sample book in it. */
  static withSampleBook(): Promise<Stage> {
    return Stage.open({ has: 'book' });
  }

  /** Connects the CRM, and adds the sample book: where something had to come before. */
  furnish(has: 'crm' | 'book'): Promise<void> {
    return this.zhibi.setUp(this.origin, { book: has === 'book' });
  }

  get browser(): Browser {
    return this.#browser;
  }

  /** The CRM's address without a path. */
  get origin(): string {
    return new URL(this.crm.url).origin;
  }

  openPage(below: string): Promise<Page> {
    return this.zhibi.openPage(`${this.crm.url}${below}`);
  }

  /**
   * Ends the browser and starts it again on the same profile.
   *
   * @param meanwhile what happens to the profile while no browser runs on it
   */
  async restart(meanwhile: (profile: string) => void = () => undefined): Promise<void> {
    if (this.#profile === null) throw new Error('a stage that restarts must be opened so');
    await this.#browser.close();
    meanwhile(this.#profile);
    this.#browser = await launchBrowser({
      extension: this.#extension,
      profile: this.#profile,
      keepsGrants: true,
    });
    this.zhibi = await Zhibi.of(this.#browser);
  }

  /**
   * Ends the browser, looks through every file it has left in its profile, and starts it again.
   *
   * @param texts sought in UTF-8 and as browsers keep strings, in UTF-16; or bytes as they are
   * @returns the files that hold each of them
   */
  async filesHolding<Sought extends string | Buffer>(
    texts: readonly Sought[],
  ): Promise<Map<Sought, string[]>> {
    const root = this.#profile;
    if (root === null) throw new Error('a stage that restarts must be opened so');
    await this.#browser.close();
    const found = new Map(texts.map((text): [Sought, string[]] => [text, []]));
    const forms = texts.map((text): [Sought, Buffer[]] => [
      text,
      typeof text === 'string' ? [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')] : [text],
    ]);
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      for (const [text, as] of forms)
        if (as.some((form) => bytes.includes(form))) found.get(text)?.push(file);
    }
    this.#browser = await launchBrowser({ extension: this.#extension, profile: root, keepsGrants: true });
    this.zhibi = await Zhibi.of(this.#browser);
    return found;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.crm.close();
    if (this.#extension !== BUILT_EXTENSION) await rm(this.#extension, { recursive: true, force: true });
    if (this.#profile !== null) await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
