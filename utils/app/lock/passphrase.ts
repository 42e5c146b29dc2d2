import type { SealedMaster, Stretching } from '@/utils/domain/schema/keptMaster';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { readBankWrap } from '@/utils/platform/bankWrap';
import { loadLockSettings } from '@/utils/platform/lock';
import {
  dropCandidate,
  endClosing,
  keptMaster,
  layCandidate,
  openUp,
  readMaster,
  replaceMaster,
} from '@/utils/platform/vault';
import { masterFromWrap } from '@/utils/store/crypto/bankSeal';
import { type Bytes, hex, sameBytes } from '@/utils/store/crypto/bytes';
import { dataKeysOf } from '@/utils/store/crypto/keyring';
import { recoveryKek, sealMaster, unsealMaster } from '@/utils/store/crypto/masterSeal';
import type { RandomBytes } from '@/utils/store/crypto/seal';
import { inLine } from '../inLine';
import type { Stretch } from './argon';
import { layForBank } from './bankKey';
import { masterInPlaceOf } from './nextMaster';
import { forgetTries, noteWrong, waitForTry } from './tries';

/** What a passphrase needs of the world. */
export interface LockTools {
  stretch: Stretch;
  random: RandomBytes;
  now(): Instant;
}

/** What became of it. `wait`: too many mistakes; `failed`: nothing was changed. */
export type LockOutcome = { state: 'done' | 'wrong' | 'failed' } | { state: 'wait'; ms: number };

const DONE: LockOutcome = { state: 'done' };
const WRONG: LockOutcome = { state: 'wrong' };
const FAILED: LockOutcome = { state: 'failed' };

const HOUR_MS = 3_600_000;

/** OWASP's least for Argon2id: 19 MiB, two passes. */
const STRENGTH = { name: 'argon2id', m: 19_456, t: 2, p: 1 } as const;

const inVault = inLine('vault');

/** Argon2id at the strength of today, with a salt of its own. */
export const freshStretching = (random: RandomBytes): Stretching => ({ ...STRENGTH, salt: hex(random(16)) });

async function byPassphrase(kept: SealedMaster, passphrase: string, { stretch }: LockTools) {
  return unsealMaster(await stretch(passphrase, kept.kdf), 'passphrase', kept.kid, kept.byPassphrase);
}

/**
 * Puts a sealed master into force. Until the one write that does, the former is in force, and after it this
 * one: it has been read back from the storage and opened before. A crash anywhere leaves one that opens.
 */
async function putIntoForce(
  next: SealedMaster,
  master: Bytes,
  opens: (laid: SealedMaster) => Promise<Bytes | null>,
) {
  const laid = await layCandidate(next);
  const opened = await opens(laid);
  if (!opened || !sameBytes(opened, master)) throw new Error('a sealed master does not open');
  await replaceMaster(laid);
  await dropCandidate();
}

async function untilWhen(now: Instant): Promise<Instant> {
  const { deadlineHours } = await loadLockSettings();
  return instant.parse(now + deadlineHours * HOUR_MS);
}

/** Opens by the passphrase; counts the mistakes, and makes who makes many wait. */
async function tryPassphrase(
  passphrase: string,
  tools: LockTools,
  use: (master: Bytes, kept: SealedMaster) => Promise<void>,
): Promise<LockOutcome> {
  const kept = await keptMaster();
  if (kept === null || kept instanceof Uint8Array) return FAILED;
  const ms = await waitForTry(tools.now());
  if (ms > 0) return { state: 'wait', ms };
  const master = await byPassphrase(kept, passphrase, tools);
  if (!master) {
    await noteWrong(tools.now());
    return WRONG;
  }
  await forgetTries();
  await use(master, kept);
  return DONE;
}

const guarded = (work: () => Promise<LockOutcome>): Promise<LockOutcome> =>
  inVault(work).catch((): LockOutcome => FAILED);

/** A key that the bank cannot have now it gets from the background, which sees to it after every change of keys. */
const tellBank = ({ random }: LockTools, anew = false): Promise<void> =>
  layForBank(anew, random).catch(() => undefined);

interface Seals {
  next: SealedMaster;
  /** The master by both of its seals, or null. */
  opens(laid: SealedMaster): Promise<Bytes | null>;
}

/** Seals a master under a passphrase and under a recovery key. */
async function sealedBoth(
  master: Bytes,
  passphrase: string,
  recovery: Bytes,
  tools: LockTools,
): Promise<Seals> {
  const { kid } = await dataKeysOf(master);
  const kdf = freshStretching(tools.random);
  const [kek, rescue] = await Promise.all([tools.stretch(passphrase, kdf), recoveryKek(recovery)]);
  const next: SealedMaster = {
    v: 1,
    kid,
    kdf,
    byPassphrase: await sealMaster(kek, 'passphrase', kid, master, tools.random),
    byRecovery: await sealMaster(rescue, 'recovery', kid, master, tools.random),
  };
  const opens = async (laid: SealedMaster) => {
    const rescued = await unsealMaster(rescue, 'recovery', laid.kid, laid.byRecovery);
    return rescued && sameBytes(rescued, master) ? byPassphrase(laid, passphrase, tools) : null;
  };
  return { next, opens };
}

/**
 * The first passphrase of this book, with the recovery key that its user has written down. A new master comes in
 * the place of the one that lay readable (decision 031).
 */
export const setUpPassphrase = (
  passphrase: string,
  recovery: Bytes,
  tools: LockTools,
): Promise<LockOutcome> =>
  guarded(async () => {
    const former = await keptMaster();
    if (!(former instanceof Uint8Array)) return FAILED;
    // While a change of keys still goes on there is no room for another: the present master is kept then.
    const master = (await masterInPlaceOf(former, tools.random)) ?? former;
    const { next, opens } = await sealedBoth(master, passphrase, recovery, tools);
    // First the master for the session: between the two writes nobody must find the book locked.
    await openUp(master, await untilWhen(tools.now()));
    await putIntoForce(next, master, opens);
    await tellBank(tools);
    return DONE;
  });

/**
 * A new master and a new recovery key under the present passphrase: whatever was copied of the old ones opens
 * nothing that is written from now on, and nothing at all once all rows are under the new (decision 031).
 */
export const renewKeys = (present: string, recovery: Bytes, tools: LockTools): Promise<LockOutcome> =>
  guarded(() =>
    tryPassphrase(present, tools, async (former) => {
      const master = await masterInPlaceOf(former, tools.random);
      if (!master) throw new Error('keys are being changed already');
      const { next, opens } = await sealedBoth(master, present, recovery, tools);
      // First the one that outlives the session: rows must never be sealed with a master that is kept nowhere.
      await putIntoForce(next, master, opens);
      await openUp(master, await untilWhen(tools.now()));
      await tellBank(tools);
    }),
  );

/** Opens the book for all contexts, until it locks. */
export const unlock = (passphrase: string, tools: LockTools): Promise<LockOutcome> =>
  guarded(() =>
    tryPassphrase(passphrase, tools, async (master) => openUp(master, await untilWhen(tools.now()))),
  );

async function changeTo(next: string, kept: SealedMaster, master: Bytes, tools: LockTools): Promise<void> {
  const kdf = freshStretching(tools.random);
  const kek = await tools.stretch(next, kdf);
  const seal = await sealMaster(kek, 'passphrase', kept.kid, master, tools.random);
  await putIntoForce({ ...kept, kdf, byPassphrase: seal }, master, (laid) => byPassphrase(laid, next, tools));
  await openUp(master, await untilWhen(tools.now()));
}

/** Another passphrase in place of the present one; the recovery key stays. */
export const changePassphrase = (present: string, next: string, tools: LockTools): Promise<LockOutcome> =>
  guarded(() => tryPassphrase(present, tools, (master, kept) => changeTo(next, kept, master, tools)));

/**
 * Another passphrase in place of one that nobody may know, for a book that was restored by 24 words and is open. The
 * caller has seen to it that it was.
 */
export const replacePassphrase = (next: string, tools: LockTools): Promise<LockOutcome> =>
  guarded(async () => {
    const [kept, master] = [await keptMaster(), await readMaster()];
    if (kept === null || kept instanceof Uint8Array || !(master instanceof Uint8Array)) return FAILED;
    await changeTo(next, kept, master, tools);
    return DONE;
  });

/** No passphrase any more: the master lies beside the data again. */
export const removePassphrase = (present: string, tools: LockTools): Promise<LockOutcome> =>
  guarded(() =>
    tryPassphrase(present, tools, async (master) => {
      await replaceMaster(master);
      await endClosing();
    }),
  );

/** The master that one of these recovery keys opens, the user's own or the bank's; null if none does. */
async function rescued(
  kept: SealedMaster,
  recoveries: readonly Bytes[],
): Promise<{ master: Bytes; byBank: boolean } | null> {
  const wrap = await readBankWrap();
  for (const recovery of recoveries) {
    const kek = await recoveryKek(recovery);
    const own = await unsealMaster(kek, 'recovery', kept.kid, kept.byRecovery);
    if (own) return { master: own, byBank: false };
    const banks = wrap?.kid === kept.kid ? await masterFromWrap(recovery, wrap) : null;
    if (banks) return { master: banks, byBank: true };
  }
  return null;
}

/** A new passphrase by the recovery key, or by the one that the bank has told, and the book is open. */
export const recoverBy = (
  recoveries: readonly Bytes[],
  next: string,
  tools: LockTools,
): Promise<LockOutcome> =>
  guarded(async () => {
    const kept = await keptMaster();
    if (kept === null || kept instanceof Uint8Array) return FAILED;
    const found = await rescued(kept, recoveries);
    if (!found) return WRONG;
    await changeTo(next, kept, found.master, tools);
    await forgetTries();
    // Words that were told once are not to open it twice.
    if (found.byBank) await tellBank(tools, true);
    return DONE;
  });
