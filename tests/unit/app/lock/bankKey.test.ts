import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepForBank } from '@/utils/app/lock/bankKey';
import { recoverBy, renewKeys, setUpPassphrase } from '@/utils/app/lock/passphrase';
import { recoveryEntropies } from '@/utils/app/lock/recoveryKey';
import { type BankWrap, bankWrap } from '@/utils/domain/schema/bankWrap';
import { readBankWrap } from '@/utils/platform/bankWrap';
import { NO_POLICY, savePolicy } from '@/utils/platform/policy';
import { dropMasters, keptMaster, lockState, readMaster } from '@/utils/platform/vault';
import { masterFromWrap, recoveryFromWrap, wrapForBank } from '@/utils/store/crypto/bankSeal';
import { type Bytes, unbase64 } from '@/utils/store/crypto/bytes';
import { dataKeysOf } from '@/utils/store/crypto/keyring';
import { publicHalf, wordsFor, wrapIn } from '../../../../scripts/bankRecovery';
import { aBook, MASTER, RECOVERY, restart, tools } from './world';

const FIRST = '春江花月夜 2026';
const SECOND = 'correct horse battery';

const aKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
const BANK = aKey();
const OTHER = aKey();

const pkcs8Of = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));

/** The bank's policy says this, as far as this browser has heard. */
const policySays = async (key: KeyObject | null): Promise<void> =>
  savePolicy({ ...NO_POLICY, bank: key ? { recoveryKey: (await publicHalf(key)).text } : {} }, tools.now());

/** What the bank tells a user who has sent in the file of the profile. */
async function told(key: KeyObject, wrap: BankWrap | null): Promise<Bytes[]> {
  const file = wrap && wrapIn(JSON.stringify({ zhibi: 'recovery', ...wrap }));
  const words = file && (await wordsFor(file, key, 'zh-CN'));
  return recoveryEntropies((words ?? []).join(''));
}

beforeEach(aBook);

describe('a book whose bank has set a recovery key', () => {
  it('is wrapped when the policy comes, and not before', async () => {
    await keepForBank();
    expect(await readBankWrap()).toBeNull();
    await policySays(BANK);
    await keepForBank();
    const wrap = await readBankWrap();
    expect(wrap?.to).toBe((await publicHalf(BANK)).name);
    const recovery = wrap && (await recoveryFromWrap(pkcs8Of(BANK), wrap));
    expect(wrap && recovery && (await masterFromWrap(recovery, wrap))).toEqual(MASTER);
  });

  it('stays as it is wrapped while nothing changes', async () => {
    await policySays(BANK);
    await keepForBank();
    const first = await readBankWrap();
    await keepForBank();
    expect(await readBankWrap()).toEqual(first);
  });

  it('is wrapped to the key that the policy names now, and the former key opens nothing more', async () => {
    await policySays(BANK);
    await keepForBank();
    await policySays(OTHER);
    await keepForBank();
    const wrap = await readBankWrap();
    expect(await told(BANK, wrap)).toEqual([]);
    expect(await told(OTHER, wrap)).not.toEqual([]);
  });

  it('is the bank’s no more when the policy names no key', async () => {
    await policySays(BANK);
    await keepForBank();
    await policySays(null);
    await keepForBank();
    expect(await readBankWrap()).toBeNull();
  });

  it('is wrapped anew at the set-up and at every change of keys, together with it', async () => {
    await policySays(BANK);
    expect(await setUpPassphrase(FIRST, RECOVERY, tools)).toEqual({ state: 'done' });
    const kidOf = async () => {
      const kept = await keptMaster();
      return kept instanceof Uint8Array ? (await dataKeysOf(kept)).kid : kept?.kid;
    };
    const first = await readBankWrap();
    expect(first?.kid).toBe(await kidOf());
    // The rows were brought under the new master meanwhile.
    const { dropFormer } = await import('@/utils/platform/vault');
    await dropFormer();
    expect(await renewKeys(FIRST, MASTER, tools)).toEqual({ state: 'done' });
    const second = await readBankWrap();
    expect(second?.kid).toBe(await kidOf());
    expect(second?.kid).not.toBe(first?.kid);
  });

  it('is opened by the words that the bank tells, once', async () => {
    await policySays(BANK);
    await setUpPassphrase(FIRST, RECOVERY, tools);
    const master = await readMaster();
    await restart();
    const words = await told(BANK, await readBankWrap());
    expect(await recoverBy(words, SECOND, tools)).toEqual({ state: 'done' });
    expect(await readMaster()).toEqual(master);
    await restart();
    expect(await recoverBy(words, FIRST, tools)).toEqual({ state: 'wrong' });
    // The user's own words still do.
    expect(await recoverBy([RECOVERY], FIRST, tools)).toEqual({ state: 'done' });
  });

  it('is not opened by another bank’s', async () => {
    await policySays(BANK);
    await setUpPassphrase(FIRST, RECOVERY, tools);
    expect(await told(OTHER, await readBankWrap())).toEqual([]);
  });

  it('keeps what it has while it is locked, whatever key is named then, until it is unlocked', async () => {
    await policySays(BANK);
    await setUpPassphrase(FIRST, RECOVERY, tools);
    await restart();
    expect(await lockState()).toBe('locked');
    await policySays(OTHER);
    await keepForBank();
    expect((await readBankWrap())?.to).toBe((await publicHalf(BANK)).name);
    await recoverBy([RECOVERY], FIRST, tools);
    await keepForBank();
    expect((await readBankWrap())?.to).toBe((await publicHalf(OTHER)).name);
  });

  it('loses the wrap with the master', async () => {
    await policySays(BANK);
    await keepForBank();
    await dropMasters();
    expect(await readBankWrap()).toBeNull();
  });
});

describe('a wrap', () => {
  test.prop([fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.boolean()])(
    'gives the master back to the bank and to nobody else',
    async (first, twice) => {
      const master = new Uint8Array(twice ? [...first, ...first] : first);
      const { kid } = await dataKeysOf(master);
      const wrap = await wrapForBank(unbase64((await publicHalf(BANK)).text), kid, master, tools.random);
      expect(bankWrap.parse(wrap)).toEqual(wrap);
      const recovery = await recoveryFromWrap(pkcs8Of(BANK), wrap);
      expect(recovery && (await masterFromWrap(recovery, wrap))).toEqual(master);
      expect(await recoveryFromWrap(pkcs8Of(OTHER), wrap)).toBeNull();
      expect(await masterFromWrap(RECOVERY, wrap)).toBeNull();
    },
  );

  it.each(['to', 'kid', 'point'] as const)('does not open with another %s', async (part) => {
    const wrap = await wrapForBank(
      unbase64((await publicHalf(BANK)).text),
      '00'.repeat(8),
      MASTER,
      tools.random,
    );
    const last = wrap[part].at(-1) === '0' ? '1' : '0';
    expect(
      await recoveryFromWrap(pkcs8Of(BANK), { ...wrap, [part]: wrap[part].slice(0, -1) + last }),
    ).toBeNull();
  });

  it('is found in a file for the bank, and nowhere else', async () => {
    const wrap = await wrapForBank(
      unbase64((await publicHalf(BANK)).text),
      '00'.repeat(8),
      MASTER,
      tools.random,
    );
    expect(wrapIn(JSON.stringify({ zhibi: 'recovery', ...wrap }))).toEqual(wrap);
    expect(wrapIn(`${JSON.stringify({ zhibi: 'backup', byBank: wrap })}\nframes`)).toEqual(wrap);
    for (const none of ['', 'null', '{}', '[]', '{"zhibi":"backup"}', 'PK\u0003\u0004'])
      expect(wrapIn(none)).toBeNull();
  });

  it('opens by a key as OpenSSL writes it', async () => {
    const pem = BANK.export({ type: 'pkcs8', format: 'pem' });
    const wrap = await wrapForBank(
      unbase64((await publicHalf(BANK)).text),
      '00'.repeat(8),
      MASTER,
      tools.random,
    );
    expect(await wordsFor(wrap, createPrivateKey(pem), 'en')).toHaveLength(24);
  });
});
