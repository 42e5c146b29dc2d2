import { browser } from 'wxt/browser';
import {
  type FormerMaster,
  formerMaster,
  masterBytes,
  type OpenMaster,
  openMaster,
  type SealedMaster,
  sealedMaster,
} from '@/utils/domain/schema/keptMaster';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { isPassphraseDue, KEPT_DUE } from './passphraseDue';
import { readSession, writeSession } from './session';
import { watchKeys } from './watchKeys';

/** One key for both forms: to change from one to the other is one write, and no crash can leave half of it. */
const KEY = 'master';
/** A sealed master that has still to prove that it opens. */
const CANDIDATE = 'masterCandidate';
/** The master before the one in force, sealed under it (decision 031). */
const FORMER = 'formerMaster';
/**
 * The master for the bank: beside the master, not in it, for to lay it anew or to take it away needs no passphrase
 * (decision 041). What reads it is apart: the panel needs it not.
 */
export const KEPT_WRAP = 'bankWrap';
const OPENED = 'openMaster';
const CLOSING = 'closing';

type Master = Uint8Array<ArrayBuffer>;

/** Whether this book has a passphrase, and whether it has been said; `locked` also where it must have one and has none. */
export type LockState = 'none' | 'open' | 'locked';

/** As it lies in local storage: raw without a passphrase, sealed with one; null where there is none or it is garbled. */
export async function keptMaster(): Promise<Master | SealedMaster | null> {
  const kept = (await browser.storage.local.get(KEY))[KEY];
  const raw = masterBytes.safeParse(kept);
  if (raw.success) return Uint8Array.from(raw.data);
  const sealed = sealedMaster.safeParse(kept);
  return sealed.success ? sealed.data : null;
}

/** What was unlocked and is not past its deadline; null while locked. */
async function opened(now: number): Promise<OpenMaster | null> {
  const open = await readSession(OPENED, openMaster);
  return open && now < open.until ? open : null;
}

/** Whether the bank lets no book without a passphrase be open now. */
const isClosedWithout = (): Promise<boolean> => isPassphraseDue(instant.parse(Date.now()));

/** Whether the book is closed for want of a passphrase: there is none that would open it, it has to be set first. */
export const mustSetUp = async (): Promise<boolean> =>
  (await keptMaster()) instanceof Uint8Array && (await isClosedWithout());

/**
 * The master key of this profile. Without a passphrase it lies beside the data (decision 5): it keeps
 * rows opaque to whoever copies the database alone, no more, and the options page says so. Apart from
 * IndexedDB, so that losing the one does not lose the other. With a passphrase it is there from an unlock
 * to the next lock (decision 024).
 */
export async function readMaster(): Promise<Master | 'locked' | null> {
  const kept = await keptMaster();
  if (kept === null) return null;
  if (kept instanceof Uint8Array) return (await isClosedWithout()) ? 'locked' : kept;
  const open = await opened(Date.now());
  return open ? Uint8Array.from(open.master) : 'locked';
}

/** Keeps the master key, once: an existing one is never overwritten. */
export async function writeMaster(master: Uint8Array): Promise<void> {
  const kept = await browser.storage.local.get(KEY);
  if (kept[KEY] !== undefined) throw new Error('a master key is already kept');
  await browser.storage.local.set({ [KEY]: masterBytes.parse([...master]) });
}

/** Lays a sealed master beside the one in force and gives back what storage made of it. */
export async function layCandidate(sealed: SealedMaster): Promise<SealedMaster> {
  await browser.storage.local.set({ [CANDIDATE]: sealedMaster.parse(sealed) });
  return sealedMaster.parse((await browser.storage.local.get(CANDIDATE))[CANDIDATE]);
}

/** Puts a master into force in place of the one before, in one write. */
export const replaceMaster = (master: Uint8Array | SealedMaster): Promise<void> =>
  browser.storage.local.set({
    [KEY]: master instanceof Uint8Array ? masterBytes.parse([...master]) : sealedMaster.parse(master),
  });

/** The master before the one in force; null where there is none or it is garbled. */
export async function readFormer(): Promise<FormerMaster | null> {
  const kept = formerMaster.safeParse((await browser.storage.local.get(FORMER))[FORMER]);
  return kept.success ? kept.data : null;
}

/** Lays the master aside that another will take the place of, and gives back what storage made of it. */
export async function layFormer(former: FormerMaster): Promise<FormerMaster | null> {
  await browser.storage.local.set({ [FORMER]: formerMaster.parse(former) });
  return readFormer();
}

/** Takes it away: nothing is left that only it opens. */
export const dropFormer = (): Promise<void> => browser.storage.local.remove(FORMER);

/** Calls back whenever a master was laid aside or taken away. Returns how to stop. */
export const watchFormer = (changed: () => void): (() => void) => watchKeys('local', [FORMER], changed);

/** Takes the candidate away: it is in force, or never will be. */
export const dropCandidate = (): Promise<void> => browser.storage.local.remove(CANDIDATE);

/** Takes the master away in every form, for good: no row of this profile opens any more. */
export async function dropMasters(): Promise<void> {
  await browser.storage.local.remove([KEY, CANDIDATE, KEPT_WRAP]);
  await browser.storage.session.remove([OPENED, CLOSING]);
}

/** Lets every context have the master until `until`, at the most. */
export async function openUp(master: Uint8Array, until: Instant): Promise<void> {
  await browser.storage.session.remove(CLOSING);
  await writeSession(OPENED, openMaster.parse({ master: [...master], until }));
}

/** When the master has to go; null while it is not there. */
export const openUntil = async (): Promise<Instant | null> => (await opened(0))?.until ?? null;

/** Tells every context to blank and to hand over what was typed: the master goes in a moment. */
export const beginClosing = (): Promise<void> => writeSession(CLOSING, true);

/** Whether a lock was begun and not ended. */
export const isClosing = async (): Promise<boolean> =>
  (await browser.storage.session.get(CLOSING))[CLOSING] === true;

/** Takes the master away from every context. */
export const endClosing = (): Promise<void> => browser.storage.session.remove([OPENED, CLOSING]);

/** Whether there is a passphrase, and whether the book is locked by it now. */
export async function lockState(): Promise<LockState> {
  const kept = await keptMaster();
  if (kept === null) return 'none';
  if (kept instanceof Uint8Array) return (await isClosedWithout()) ? 'locked' : 'none';
  if (await isClosing()) return 'locked';
  return (await opened(Date.now())) ? 'open' : 'locked';
}

/** Calls back with the state after each change that may concern it, in this context or another. Returns how to stop. */
export function watchLock(changed: (state: LockState) => void): () => void {
  let round = 0;
  const look = (): void => {
    const mine = ++round;
    void lockState().then((state) => {
      if (mine === round) changed(state);
    });
  };
  const stops = [
    // Nothing is read before the screen is blank: every millisecond of it is seen.
    watchKeys('session', [CLOSING, OPENED], (now) => {
      if (now[CLOSING] !== true) return look();
      round += 1;
      changed('locked');
    }),
    watchKeys('local', [KEY, KEPT_DUE], look),
  ];
  return () => {
    round += 1;
    for (const stop of stops) stop();
  };
}
