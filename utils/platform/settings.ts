import { browser } from 'wxt/browser';
import { defaultSettings, type Settings, settings as settingsSchema } from '@/utils/domain/schema/settings';
import { watchKeys } from './watchKeys';

const KEY = 'settings';

/**
 * The zone the browser runs in: where the RM's days begin and end unless set otherwise. By Temporal where
 * the browser has it: Intl loads all its tables for this one name, which is a fifth of a worker's start.
 */
export const localZone = (): string =>
  'Temporal' in globalThis ? Temporal.Now.timeZoneId() : Intl.DateTimeFormat().resolvedOptions().timeZone;

function parse(stored: unknown): Settings {
  const read = settingsSchema.safeParse(stored);
  return read.success ? read.data : defaultSettings(localZone());
}

/** The settings in force; starting values where none are kept or what is kept cannot be read. */
export async function loadSettings(): Promise<Settings> {
  const kept = await browser.storage.local.get(KEY);
  return parse(kept[KEY]);
}

/** Keeps the settings; every context hears of it. */
export async function saveSettings(next: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settingsSchema.parse(next) });
}

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchSettings = (changed: (settings: Settings) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => changed(parse(now[KEY])));
