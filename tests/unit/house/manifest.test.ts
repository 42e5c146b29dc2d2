import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from 'wxt';

/** Builds into a folder of its own, so that the test never reads a stale build. */
const OUT = '.output/manifest-test';

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions: string[];
  content_scripts?: unknown[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url?: boolean }[];
  incognito: string;
  minimum_chrome_version?: string;
  default_locale: string;
  externally_connectable?: unknown;
  commands: unknown;
  icons: Record<string, string>;
  storage?: unknown;
}

async function built(browser: 'chrome' | 'firefox', folder: string): Promise<Manifest> {
  await build({ browser, outDir: OUT, logger: silent });
  return JSON.parse(readFileSync(`${OUT}/${folder}/manifest.json`, 'utf8')) satisfies Manifest;
}

const nothing = (): void => undefined;
const silent = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: console.error,
  fatal: console.error,
  success: nothing,
  level: 0,
};

describe('the built manifest', () => {
  let chrome: Manifest;
  beforeAll(async () => {
    chrome = await built('chrome', 'chrome-mv3');
  }, 120_000);

  it('asks for these permissions and no others', () => {
    expect(chrome.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'scripting',
      'activeTab',
      'sidePanel',
    ]);
    expect(chrome.optional_permissions).toEqual(['notifications']);
    expect(chrome.host_permissions).toBeUndefined();
    expect(chrome.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(chrome.content_scripts ?? []).toEqual([]);
    expect(chrome.externally_connectable).toBeUndefined();
  });

  it('holds nothing of the build for the speed measurement', () => {
    const scripts = readdirSync(`${OUT}/chrome-mv3`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(`${OUT}/chrome-mv3/${name}`, 'utf8'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const trace of ['/spa/client/', '127\\.0\\.0\\.1(:']) {
      expect(scripts.filter((text) => text.includes(trace))).toEqual([]);
    }
  });

  it('lets nothing in from outside', () => {
    expect(chrome.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    });
  });

  it('shows pages the panel alone, under an address that changes', () => {
    expect(chrome.web_accessible_resources).toEqual([
      { resources: ['panel.html'], matches: ['https://*/*', 'http://*/*'], use_dynamic_url: true },
    ]);
  });

  it('has a key that opens it, one that locks it, and one for when a client sits down', () => {
    expect(chrome.commands).toEqual({
      _execute_action: { suggested_key: { default: 'Alt+Shift+Z' } },
      lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_extension_lockNow__' },
      clientPresent: {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_present_command__',
      },
    });
  });

  it('says what a bank may set, and reads nothing else of its policy', () => {
    expect(chrome.storage).toEqual({ managed_schema: 'managed_schema.json' });
    const schema: unknown = JSON.parse(readFileSync(`${OUT}/chrome-mv3/managed_schema.json`, 'utf8'));
    expect(schema).toMatchObject({
      type: 'object',
      properties: {
        adapters: { type: 'array' },
        adapterKeys: { type: 'array' },
        ownAdapters: { type: 'boolean' },
        namelessReminders: { type: 'boolean' },
      },
    });
  });

  it('stays out of private windows and old browsers, speaks Chinese first, and has its icons', () => {
    expect(chrome.incognito).toBe('not_allowed');
    expect(chrome.minimum_chrome_version).toBe('130');
    expect(chrome.default_locale).toBe('zh_CN');
    expect(
      Object.keys(chrome.icons)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([16, 24, 32, 48, 64, 128]);
    for (const file of Object.values(chrome.icons))
      expect(existsSync(`${OUT}/chrome-mv3/${file}`), file).toBe(true);
  });

  it('has its name in every language, as long as a browser shows', () => {
    const locales = readdirSync(`${OUT}/chrome-mv3/_locales`);
    expect(locales.sort()).toEqual(['en', 'zh_CN', 'zh_TW']);
    for (const locale of locales) {
      const messages: Record<string, { message: string }> = JSON.parse(
        readFileSync(`${OUT}/chrome-mv3/_locales/${locale}/messages.json`, 'utf8'),
      );
      const length = (key: string) => messages[`extension_${key}`]?.message.length ?? 0;
      for (const [key, most] of Object.entries({ name: 75, shortName: 12, description: 132 })) {
        expect(length(key), `${locale}: ${key}`).toBeGreaterThan(0);
        expect(length(key), `${locale}: ${key}`).toBeLessThanOrEqual(most);
      }
    }
  });
});
