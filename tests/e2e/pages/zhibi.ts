import type { Browser, Frame, Page, WebWorker } from 'puppeteer';
import { extensionId, extensionWorker } from '../../../scripts/browser';
import { OptionsScreen } from './options';
import { PanelScreen } from './panel';
import { PopupScreen } from './popup';
import { PATIENCE } from './screen';
import { SidePanelScreen } from './sidePanel';
import { TeachScreen } from './teach';
import type { Language } from './words';
import { WorkbenchScreen } from './workbench';

/**
 * An address of the browser's page for extensions that speaks to it as that page does, without its screen, which
 * takes most of a second to come up.
 */
const EXTENSIONS = 'chrome://extensions/strings.m.js';

/** The installed extension in a running browser, as its user and its tests meet it. */
export class Zhibi {
  readonly browser: Browser;
  readonly id: string;
  readonly language: Language;

  private constructor(browser: Browser, id: string, language: Language) {
    this.browser = browser;
    this.id = id;
    this.language = language;
  }

  /** Speaks the language the browser has chosen, unless told which one is expected. */
  static async of(browser: Browser, language?: Language): Promise<Zhibi> {
    const id = await extensionId(browser);
    return new Zhibi(browser, id, language ?? (await spokenIn(browser)));
  }

  /** Lets the browser answer the next request for this origin with yes, as a user at its prompt would. */
  async grant(origin: string): Promise<void> {
    await this.#visit(EXTENSIONS, (page) =>
      page.evaluate(
        (id, pattern) => chrome.developerPrivate.addHostPermission(id, pattern),
        this.id,
        `${origin}/*`,
      ),
    );
  }

  /** The user says yes at a prompt whose page is gone: the browser grants the origin, and nobody of ours awaits it. */
  async grantNow(origin: string): Promise<void> {
    await this.grant(origin);
    await this.#visit(this.#ours, (page) => request(page, origin));
  }

  /**
   * Connects a CRM and adds the sample book by the messages that the options page sends, in a third of the time
   * that its buttons take; these have tests of their own.
   */
  async setUp(origin: string, { book }: { book: boolean }): Promise<void> {
    await this.grant(origin);
    await this.#visit(this.#ours, async (page) => {
      await request(page, origin);
      const messages = [
        { kind: 'connect', origin, tabId: null },
        ...(book ? [{ kind: 'sample', do: 'add' }] : []),
      ];
      for (const message of messages) {
        const reply: unknown = await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
        if (typeof reply !== 'object' || reply === null || 'refused' in reply)
          throw new Error(`${message.kind} was not done: ${JSON.stringify(reply)}`);
      }
    });
  }

  /** A page of ours for what is said behind the screens. */
  get #ours(): string {
    return `chrome-extension://${this.id}/sidepanel.html`;
  }

  /** Opens a page for as long as some work in it takes. */
  async #visit<Value>(address: string, work: (page: Page) => Promise<Value>): Promise<Value> {
    const page = await this.browser.newPage();
    try {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      return await work(page);
    } finally {
      // An extension that starts anew takes its pages along.
      if (!page.isClosed()) await page.close();
    }
  }

  async openOptions(section = ''): Promise<OptionsScreen> {
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${this.id}/options.html${section === '' ? '' : `#${section}`}`);
    return new OptionsScreen(page, this.language);
  }

  async openWorkbench(place = ''): Promise<WorkbenchScreen> {
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${this.id}/workbench.html${place === '' ? '' : `#${place}`}`);
    return new WorkbenchScreen(page, this.language);
  }

  /** Connects a CRM through the options page, by its own button. */
  async connect(address: string): Promise<void> {
    const { origin } = new URL(address);
    await this.grant(origin);
    const options = await this.openOptions('crm');
    await options.connect(origin);
    await options.close();
  }

  async addSampleBook(): Promise<void> {
    const options = await this.openOptions('sample');
    await options.addSampleBook();
    await options.close();
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** Closes a tab as its user would: the page hears of it. */
  async closeTab(page: Page): Promise<void> {
    const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
    await page.close({ runBeforeUnload: true });
    await closed;
  }

  /** The panel in a page, once its frame is there. */
  async panelOf(page: Page): Promise<PanelScreen> {
    return new PanelScreen(await frameIn(page, 'zhibi-panel'), this.language);
  }

  /** The panel in a page once it shows this client, also where the frame that stands there is about to go. */
  async panelFor(page: Page, name: string): Promise<PanelScreen> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const panel = await this.panelOf(page);
      try {
        await panel.showsClient(name);
        return panel;
      } catch (error) {
        const isGone = 'detached' in panel.surface && panel.surface.detached;
        if (!isGone || Date.now() > deadline) throw error;
      }
    }
  }

  /** The wizard in a page, once its frame has drawn it; a page that was loaded anew has a new one. */
  async teacherOf(page: Page): Promise<TeachScreen> {
    const frame = await frameIn(page, 'zhibi-teach', async (each) => (await each.$('.teach')) !== null);
    return new TeachScreen(frame, this.language);
  }

  /** Clicks the toolbar icon with this page in front. */
  async openPopup(page: Page): Promise<PopupScreen> {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.id);
    if (!extension) throw new Error('the extension is gone');
    // One that has closed itself may still be listed.
    const before = new Set(this.browser.targets());
    const opened = this.browser.waitForTarget(
      (target) => target.url().endsWith('/popup.html') && !before.has(target),
      { timeout: PATIENCE },
    );
    await extension.triggerAction(page);
    return new PopupScreen(await (await opened).asPage(), this.language);
  }

  /** The browser's own side panel, once it is open. */
  async sidePanel(): Promise<SidePanelScreen> {
    const target = await this.browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'), {
      timeout: PATIENCE,
    });
    return new SidePanelScreen(await target.asPage(), this.language);
  }

  /** What the toolbar badge says. */
  badge(): Promise<string> {
    return ask(this.browser, (worker) => worker.evaluate(() => chrome.action.getBadgeText({})));
  }

  /** Waits until the badge says `text`. */
  async badgeSays(text: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    let said = await this.badge();
    while (said !== text) {
      if (Date.now() > deadline) throw new Error(`the badge says “${said}”, not “${text}”`);
      said = await this.badge();
    }
  }

  /** Switches the browser's mode for developers on: without it an unpacked extension that starts anew stays off. */
  async forDevelopers(): Promise<void> {
    await this.#visit(EXTENSIONS, (page) =>
      page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })),
    );
  }

  /** Loads the extension again under all pages that are open, as an update does. */
  async reload(): Promise<void> {
    await this.forDevelopers();
    await this.#visit(EXTENSIONS, (page) =>
      page.evaluate((id) => chrome.developerPrivate.reload(id, { failQuietly: false }), this.id),
    );
  }

  /** Stops the worker on the spot, in the middle of whatever it is doing; resolves once it is gone. */
  async stopWorker(): Promise<void> {
    const worker = await extensionWorker(this.browser);
    const [page] = await this.browser.pages();
    if (!page) throw new Error('no page to speak through');
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    // With a debugger on it the next worker would wait for that debugger for ever.
    await worker.client.detach();
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  /** Waits until a worker runs: something was said to it. */
  async workerRuns(): Promise<void> {
    await extensionWorker(this.browser);
  }
}

/** Asks the browser for an origin from a page of ours; it answers by itself. */
async function request(page: Page, origin: string): Promise<void> {
  const granted = await page.evaluate(
    (pattern) => chrome.permissions.request({ origins: [pattern] }),
    `${origin}/*`,
  );
  if (!granted) throw new Error(`not granted: ${origin}`);
}

/** The element of ours in whose root a frame stands; null for a frame of the page's own, or one just gone. */
async function hostOf(frame: Frame): Promise<string | null> {
  const element = await frame.frameElement();
  return (
    element?.evaluate((node) => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? root.host.localName : null;
    }) ?? null
  );
}

/** The frame in our element of this name, once it is there and `isReady`; frames come and go meanwhile. */
async function frameIn(
  page: Page,
  host: 'zhibi-panel' | 'zhibi-teach',
  isReady: (frame: Frame) => Promise<boolean> = async () => true,
): Promise<Frame> {
  const isIt = async (frame: Frame): Promise<boolean> =>
    frame.url().includes('panel.html') && (await hostOf(frame)) === host && (await isReady(frame));
  const deadline = Date.now() + PATIENCE;
  do {
    for (const frame of page.frames()) if (await isIt(frame).catch(() => false)) return frame;
    await page.waitForFrame((frame) => frame.url().includes('panel.html'), { timeout: PATIENCE });
  } while (Date.now() < deadline);
  throw new Error(`no ${host} in the page`);
}

/** Asks the worker; again where it ends under the question, stopped or with an extension that starts anew. */
async function ask<Answer>(
  browser: Browser,
  question: (worker: WebWorker) => Promise<Answer>,
): Promise<Answer> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const worker = await extensionWorker(browser);
    try {
      return await question(worker);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** The language of the extension's words in this browser. */
async function spokenIn(browser: Browser): Promise<Language> {
  const locale = await ask(browser, (worker) => worker.evaluate(() => chrome.i18n.getMessage('@@ui_locale')));
  return locale.startsWith('en') ? 'en' : 'zh_CN';
}
