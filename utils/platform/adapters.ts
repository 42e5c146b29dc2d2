import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { instant } from '@/utils/domain/schema/time';
import { watchKeys } from './watchKeys';

const OWN = 'adapters';
const OFF = 'adaptersOff';

/** An adapter of the user's own as it is kept: its text, which whoever reads it checks, and since when. */
const ownAdapter = z.strictObject({ json: z.string(), since: instant });
export type OwnAdapter = z.infer<typeof ownAdapter>;

const ownList = z.array(ownAdapter);
const offList = z.array(z.string().check(z.maxLength(64)));

/** Both lists as one value. */
export const keptAdapters = z.strictObject({ own: ownList, off: offList });

/** What the user has made of the adapters. */
export interface KeptAdapters {
  /** His own, newest first. */
  own: readonly OwnAdapter[];
  /** Ids of those that are switched off. */
  off: readonly string[];
}

function parse(kept: Readonly<Record<string, unknown>>): KeptAdapters {
  const own = ownList.safeParse(kept[OWN] ?? []);
  const off = offList.safeParse(kept[OFF] ?? []);
  return { own: own.success ? own.data : [], off: off.success ? off.data : [] };
}

/** The user's own adapters and what is switched off. */
export async function loadAdapters(): Promise<KeptAdapters> {
  return parse(await browser.storage.local.get([OWN, OFF]));
}

/** Replaces both lists. */
export async function saveAdapters({ own, off }: KeptAdapters): Promise<void> {
  await browser.storage.local.set({ [OWN]: ownList.parse(own), [OFF]: offList.parse(off) });
}

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchAdapters = (changed: (kept: KeptAdapters) => void): (() => void) =>
  watchKeys('local', [OWN, OFF], () => void loadAdapters().then(changed));
