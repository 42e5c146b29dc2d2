import { browser } from 'wxt/browser';
import { ownBehindLocks } from '@/utils/domain/schema/behindLocks';
import { type LockedReading, lockedIn, withLocks } from '@/utils/domain/schema/locked';
import { defaultSettings, type Settings, settings as settingsSchema } from '@/utils/domain/schema/settings';
import { KEPT_METHOD, methodIn } from './policyMethod';
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

/** The user's own as they are kept, and what the bank has set. */
async function loadBoth(): Promise<{ own: Settings; reading: LockedReading }> {
  const kept = await browser.storage.local.get([KEY, KEPT_METHOD]);
  return { own: parse(kept[KEY]), reading: lockedIn(methodIn(kept[KEPT_METHOD])) };
}

/**
 * The settings in force: what the bank has set comes before the user's own; starting values where none are
 * kept or what is kept cannot be read.
 */
export async function loadSettings(): Promise<Settings> {
  const { own, reading } = await loadBoth();
  return withLocks(own, reading.locked);
}

/** The user's own settings, whatever the bank has set in their place. */
export const loadOwnSettings = async (): Promise<Settings> => (await loadBoth()).own;

/** What of the settings the bank has set, and what of its policy cannot be read. */
export const loadLocked = async (): Promise<LockedReading> => (await loadBoth()).reading;

/**
 * Keeps the settings; every context hears of it. Of what the bank has set the user's own stays as it was.
 */
export async function saveSettings(next: Settings): Promise<void> {
  const { own, reading } = await loadBoth();
  await browser.storage.local.set({ [KEY]: ownBehindLocks(next, own, reading.locked) });
}

/** Calls back after each change, in this context or another, also of what the bank has set. Returns how to stop. */
export const watchSettings = (changed: (settings: Settings) => void): (() => void) =>
  watchKeys('local', [KEY, KEPT_METHOD], () => void loadSettings().then(changed));

/** Calls back after each change of what the bank has set of the settings. Returns how to stop. */
export const watchLocked = (changed: () => void): (() => void) => watchKeys('local', [KEPT_METHOD], changed);
