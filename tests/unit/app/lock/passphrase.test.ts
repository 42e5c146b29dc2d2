import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changePassphrase,
  recoverBy,
  removePassphrase,
  renewKeys,
  setUpPassphrase,
  unlock,
} from '@/utils/app/lock/passphrase';
import { sealedMaster } from '@/utils/domain/schema/keptMaster';
import { dropFormer, keptMaster, lockState, readMaster } from '@/utils/platform/vault';
import { aBook, MASTER, opensWhatIsOf, RECOVERY, restart, tools } from './world';

const FIRST = '春江花月夜 2026';
const SECOND = 'correct horse battery';
const { local } = fakeBrowser.storage;

const stretched = vi.fn(tools.stretch);
const watched = { ...tools, stretch: stretched };

async function withPassphrase(passphrase = FIRST): Promise<void> {
  await aBook();
  expect(await setUpPassphrase(passphrase, RECOVERY, tools)).toEqual({ state: 'done' });
}

beforeEach(aBook);
afterEach(() => vi.restoreAllMocks());

describe('a passphrase', () => {
  it('leaves no raw master on the disk, and the book open', async () => {
    await withPassphrase();
    expect(await keptMaster()).not.toBeInstanceOf(Uint8Array);
    expect(JSON.stringify(await local.get(null))).not.toContain(JSON.stringify([...MASTER]).slice(1, -1));
    expect(await lockState()).toBe('open');
    expect(await opensWhatIsOf(MASTER)).toBe(true);
  });

  it('locks the book when the browser ends, and opens it again', async () => {
    await withPassphrase();
    await restart();
    expect(await readMaster()).toBe('locked');
    expect(await unlock(SECOND, tools)).toEqual({ state: 'wrong' });
    expect(await readMaster()).toBe('locked');
    expect(await unlock(FIRST, tools)).toEqual({ state: 'done' });
    expect(await opensWhatIsOf(MASTER)).toBe(true);
  });

  it('is asked for by the deadline, whatever is done meanwhile', async () => {
    await withPassphrase();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 12 * 3_600_000);
    expect(await readMaster()).toBe('locked');
    expect(await lockState()).toBe('locked');
  });

  it('is changed and removed only by whoever knows it', async () => {
    await withPassphrase();
    expect(await changePassphrase(SECOND, FIRST, tools)).toEqual({ state: 'wrong' });
    expect(await removePassphrase(SECOND, tools)).toEqual({ state: 'wrong' });
    expect(await changePassphrase(FIRST, SECOND, tools)).toEqual({ state: 'done' });
    await restart();
    expect(await unlock(FIRST, tools)).toEqual({ state: 'wrong' });
    expect(await unlock(SECOND, tools)).toEqual({ state: 'done' });
    expect(await removePassphrase(SECOND, tools)).toEqual({ state: 'done' });
    await restart();
    expect(await lockState()).toBe('none');
    expect(await opensWhatIsOf(MASTER)).toBe(true);
  });

  it('is replaced by the recovery key, and by no other', async () => {
    await withPassphrase();
    await restart();
    expect(await recoverBy([MASTER], SECOND, tools)).toEqual({ state: 'wrong' });
    expect(await recoverBy([MASTER, RECOVERY], SECOND, tools)).toEqual({ state: 'done' });
    await restart();
    expect(await unlock(SECOND, tools)).toEqual({ state: 'done' });
    // The recovery key outlives the passphrase.
    expect(await recoverBy([RECOVERY], FIRST, tools)).toEqual({ state: 'done' });
  });

  it('makes who guesses wait, longer each time, and then opens', async () => {
    await withPassphrase();
    await restart();
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now());
    for (let i = 0; i < 3; i++) expect(await unlock('x', watched)).toEqual({ state: 'wrong' });
    expect(await unlock(FIRST, watched)).toEqual({ state: 'wait', ms: 2000 });
    expect(stretched).toHaveBeenCalledTimes(3);
    now.mockReturnValue(Date.now() + 2000);
    expect(await unlock('x', watched)).toEqual({ state: 'wrong' });
    expect(await unlock(FIRST, watched)).toEqual({ state: 'wait', ms: 4000 });
    now.mockReturnValue(Date.now() + 4000);
    expect(await unlock(FIRST, watched)).toEqual({ state: 'done' });
    expect(await unlock('x', watched)).toEqual({ state: 'wrong' });
  });

  it('is not set over another', async () => {
    await withPassphrase();
    expect(await setUpPassphrase(SECOND, RECOVERY, tools)).toEqual({ state: 'failed' });
    await restart();
    expect(await unlock(FIRST, tools)).toEqual({ state: 'done' });
  });
});

const OTHER_RECOVERY = Uint8Array.from({ length: 32 }, (_, i) => 7 * i);

/** The master in force, once nothing is left under the one before it. */
async function settled(): Promise<Uint8Array<ArrayBuffer>> {
  await withPassphrase();
  await dropFormer();
  const master = await readMaster();
  if (!(master instanceof Uint8Array)) throw new Error('not open');
  return master;
}

describe('the keys', () => {
  it('are others once a passphrase is set, and open what the ones before them sealed', async () => {
    await withPassphrase();
    expect(await readMaster()).not.toEqual(MASTER);
    expect(await opensWhatIsOf(MASTER)).toBe(true);
  });

  it('are changed by whoever knows the passphrase; then the former recovery key is void', async () => {
    const former = await settled();
    expect(await renewKeys(SECOND, OTHER_RECOVERY, tools)).toEqual({ state: 'wrong' });
    expect(await readMaster()).toEqual(former);
    expect(await renewKeys(FIRST, OTHER_RECOVERY, tools)).toEqual({ state: 'done' });
    expect(await readMaster()).not.toEqual(former);
    expect(await opensWhatIsOf(former)).toBe(true);
    await restart();
    expect(await recoverBy([RECOVERY], SECOND, tools)).toEqual({ state: 'wrong' });
    expect(await unlock(FIRST, tools)).toEqual({ state: 'done' });
    expect(await opensWhatIsOf(former)).toBe(true);
    await restart();
    expect(await recoverBy([OTHER_RECOVERY], SECOND, tools)).toEqual({ state: 'done' });
  });

  it('are not changed again while something is left under the former ones', async () => {
    await withPassphrase();
    const present = await readMaster();
    expect(await renewKeys(FIRST, OTHER_RECOVERY, tools)).toEqual({ state: 'failed' });
    expect(await removePassphrase(FIRST, tools)).toEqual({ state: 'done' });
    expect(await setUpPassphrase(SECOND, OTHER_RECOVERY, tools)).toEqual({ state: 'done' });
    expect(await readMaster()).toEqual(present);
    expect(await opensWhatIsOf(MASTER)).toBe(true);
  });
});

/** Lets the first `writes` writes to local storage happen and none after: the power went. */
function powerGoesAfter(writes: number): void {
  let left = writes;
  const set = local.set.bind(local);
  const remove = local.remove.bind(local);
  const counted = async (work: () => Promise<void>): Promise<void> => {
    if (left-- <= 0) throw new Error('the power went');
    await work();
  };
  vi.spyOn(local, 'set').mockImplementation((items) => counted(() => set(items)));
  vi.spyOn(local, 'remove').mockImplementation((keys) => counted(() => remove(keys)));
}

describe('a crash', () => {
  const masterOpensBy = async (passphrases: readonly string[]): Promise<string[]> => {
    vi.restoreAllMocks();
    await restart();
    if ((await lockState()) === 'none') return (await opensWhatIsOf(MASTER)) ? ['none'] : [];
    const opening: string[] = [];
    for (const each of passphrases) {
      await restart();
      if ((await unlock(each, tools)).state !== 'done') continue;
      expect(await opensWhatIsOf(MASTER)).toBe(true);
      opening.push(each);
    }
    return opening;
  };

  // Writes to the disk: the former master, the candidate, the switch, the candidate's end.
  it.each([
    [0, ['none']],
    [1, ['none']],
    [2, ['none']],
    [3, [FIRST]],
    [4, [FIRST]],
  ])('after write %i of setting one leaves a master that opens', async (writes, opens) => {
    powerGoesAfter(writes);
    const { state } = await setUpPassphrase(FIRST, RECOVERY, tools);
    expect(state).toBe(writes === 4 ? 'done' : 'failed');
    expect(await masterOpensBy([FIRST])).toEqual(opens);
  });

  it.each([
    [0, [FIRST]],
    [1, [FIRST]],
    [2, [SECOND]],
    [3, [SECOND]],
  ])('after write %i of changing it leaves one passphrase that opens', async (writes, opens) => {
    await withPassphrase();
    powerGoesAfter(writes);
    await changePassphrase(FIRST, SECOND, tools);
    expect(await masterOpensBy([FIRST, SECOND])).toEqual(opens);
  });

  it.each([
    [0, [FIRST]],
    [1, ['none']],
  ])('after write %i of removing it leaves a master that opens', async (writes, opens) => {
    await withPassphrase();
    powerGoesAfter(writes);
    await removePassphrase(FIRST, tools);
    expect(await masterOpensBy([FIRST])).toEqual(opens);
  });

  // Writes to the disk: the former master, the candidate, the switch, the candidate's end.
  it.each([0, 1, 2, 3, 4])(
    'after write %i of changing the keys leaves a master that opens all',
    async (writes) => {
      const former = await settled();
      powerGoesAfter(writes);
      await renewKeys(FIRST, OTHER_RECOVERY, tools);
      // The page alone was ended: the session goes on with a master that is kept somewhere.
      expect(await opensWhatIsOf(former)).toBe(true);
      const inSession = await readMaster();
      vi.restoreAllMocks();
      await restart();
      expect(await unlock(FIRST, tools)).toEqual({ state: 'done' });
      expect(await opensWhatIsOf(former)).toBe(true);
      if (inSession instanceof Uint8Array) expect(await opensWhatIsOf(inSession)).toBe(true);
    },
  );

  it('of a storage that garbles what it keeps changes nothing', async () => {
    const get = local.get.bind(local);
    vi.spyOn(local, 'get').mockImplementation(async (keys) => {
      const kept = await get(keys);
      const laid = sealedMaster.safeParse(kept['masterCandidate']);
      return laid.success ? { masterCandidate: { ...laid.data, kid: '00'.repeat(8) } } : kept;
    });
    expect(await setUpPassphrase(FIRST, RECOVERY, tools)).toEqual({ state: 'failed' });
    vi.restoreAllMocks();
    expect(await readMaster()).toEqual(MASTER);
    expect(await lockState()).toBe('none');
  });
});

const passphrases = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: fc.constantFrom('é', 'e\u0301', '密', 'Ａ', '１', '👩‍💼', ' ', 'ﬁ', 'ｶﾞ'), minLength: 1 }),
);

describe('any passphrase', () => {
  test.prop([passphrases, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD')], { numRuns: 60 })(
    'opens what it sealed, however the keyboard writes it',
    async (passphrase, form) => {
      await withPassphrase(passphrase);
      await restart();
      expect(await unlock(passphrase.normalize(form), tools)).toEqual({ state: 'done' });
      expect(await opensWhatIsOf(MASTER)).toBe(true);
    },
  );

  test.prop([passphrases, passphrases], { numRuns: 60 })('is opened by no other', async (one, other) => {
    fc.pre(one.normalize('NFKC') !== other.normalize('NFKC'));
    await withPassphrase(one);
    await restart();
    expect(await unlock(other, tools)).toEqual({ state: 'wrong' });
    expect(await readMaster()).toBe('locked');
  });

  test.prop([fc.constantFrom('byPassphrase', 'byRecovery'), fc.nat(), fc.nat({ max: 3 })], { numRuns: 60 })(
    'is refused where one bit of the seal was changed',
    async (which, place, bit) => {
      await withPassphrase();
      const kept = sealedMaster.parse((await local.get('master'))['master']);
      const text = kept[which].iv + kept[which].sealed;
      const at = place % text.length;
      const digit = (Number.parseInt(text.charAt(at), 16) ^ (1 << bit)).toString(16);
      const forged = text.slice(0, at) + digit + text.slice(at + 1);
      await local.set({
        master: { ...kept, [which]: { iv: forged.slice(0, 24), sealed: forged.slice(24) } },
      });
      await restart();
      const tried = which === 'byRecovery' ? recoverBy([RECOVERY], SECOND, tools) : unlock(FIRST, tools);
      expect(await tried).toEqual({ state: 'wrong' });
    },
  );
});
