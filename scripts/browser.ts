import path from 'node:path';
import puppeteer, { type Browser, type Target, type WebWorker } from 'puppeteer';
import { ensureBrowser } from './ensure-browser';

/** Chromium without the errands it runs by itself, so that a closed network costs no time. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--metrics-recording-only',
  '--disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions',
];

/** The built extension; ZHIBI_EXTENSION names another build of it. */
export const BUILT_EXTENSION = path.resolve(process.env['ZHIBI_EXTENSION'] ?? '.output/chrome-mv3');

export interface LaunchOptions {
  extension?: string;
  /** Keeps the profile, so that the browser can be restarted on it. */
  profile?: string;
  /**
   * Loads the extension by the command line, so that a restart on the profile finds it with all it was
   * granted; installed by the debugger it is a new one each time. Google's own builds do not allow it.
   */
  keepsGrants?: boolean;
  language?: 'zh_CN' | 'en';
  headless?: boolean;
  args?: readonly string[];
}

/** Starts real Chromium with the built extension in it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const {
    extension = BUILT_EXTENSION,
    profile,
    language = 'zh_CN',
    headless = true,
    keepsGrants = false,
  } = options;
  const byCommandLine = [
    `--load-extension=${extension}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
  ];
  return puppeteer.launch({
    executablePath: await ensureBrowser(),
    headless,
    pipe: true,
    enableExtensions: keepsGrants ? true : [extension],
    protocolTimeout: 120_000,
    defaultViewport: headless ? { width: 1366, height: 768 } : null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...QUIET,
      ...(keepsGrants ? byCommandLine : []),
      ...(options.args ?? []),
    ],
    // Chromium on Linux takes its language from the environment, not from --lang.
    env: { ...process.env, LANGUAGE: language },
    ...(profile === undefined ? {} : { userDataDir: profile }),
  });
}

/** The extension's service worker, once its bindings are there. */
export async function extensionWorker(browser: Browser): Promise<WebWorker> {
  const isWorker = (target: Target): boolean =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
  const deadline = Date.now() + 20_000;
  do {
    await browser.waitForTarget(isWorker, { timeout: 20_000 });
    // A worker that has gone with a reload of the extension may still be listed: the newest comes last.
    for (const target of browser.targets().filter(isWorker).reverse()) {
      const worker = await target.worker();
      // The target appears before `chrome` exists in it.
      const booted = await worker
        ?.evaluate(() => typeof chrome !== 'undefined' && !!chrome.runtime?.id)
        .catch(() => false);
      if (worker && booted) return worker;
    }
  } while (Date.now() < deadline);
  throw new Error('the extension worker did not boot');
}

/** The id Chromium gave the extension: read, never assumed. */
export async function extensionId(browser: Browser): Promise<string> {
  return new URL((await extensionWorker(browser)).url()).host;
}
