import { describe, expect, it } from 'vitest';
import { stretchHere } from '@/utils/app/lock/argon';
import { RECOVERY_WORDS, recoveryEntropies, recoveryWords } from '@/utils/app/lock/recoveryKey';
import { isStrongEnough, strengthOf } from '@/utils/app/lock/strength';
import { hex, utf8 } from '@/utils/store/crypto/bytes';
import { RECOVERY } from './world';

describe('stretching', () => {
  const how = { name: 'argon2id', m: 256, t: 2, p: 1, salt: hex(utf8('somesalt')) } as const;

  it('is Argon2id, as the reference implementation does it', () => {
    // phc-winner-argon2, src/test.c: version 19, m = 256, t = 2, p = 1.
    expect(hex(stretchHere('password', how))).toBe(
      '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
    );
  });

  it('takes full-width letters for what they are, and every space', () => {
    expect(stretchHere('ｐａｓｓｗｏｒｄ', how)).toEqual(stretchHere('password', how));
    expect(stretchHere('password ', how)).not.toEqual(stretchHere('password', how));
  });
});

describe('a recovery key', () => {
  it.each(['en', 'zh-CN', 'zh-TW'])('is 24 words in %s that give the key back', async (language) => {
    const words = await recoveryWords(RECOVERY, language);
    expect(words).toHaveLength(RECOVERY_WORDS);
    expect(await recoveryEntropies(words.join(' '))).toContainEqual(RECOVERY);
    expect(
      await recoveryEntropies(words.map((word, i) => `${i + 1}. ${word.toUpperCase()}\n`).join('，')),
    ).toContainEqual(RECOVERY);
  });

  it('may be typed in Chinese without spaces', async () => {
    expect(await recoveryEntropies((await recoveryWords(RECOVERY, 'zh-CN')).join(''))).toContainEqual(
      RECOVERY,
    );
  });

  it('is none with a word too few or two in the wrong order', async () => {
    const words = await recoveryWords(RECOVERY, 'en');
    expect(await recoveryEntropies(words.slice(1).join(' '))).toEqual([]);
    const [first = '', second = '', ...rest] = words;
    expect(await recoveryEntropies([second, first, ...rest].join(' '))).toEqual([]);
  });
});

describe('the strength of a passphrase', () => {
  it.each(['12345678', 'password1', 'qwertyuiop', '20260101', 'woaini1314'])(
    '%s will not do',
    async (weak) => {
      expect(isStrongEnough(weak, await strengthOf(weak))).toBe(false);
    },
  );

  it.each(['correct horse battery staple', '春江花月夜照何人归', 'mV9#tr2Lq!x'])(
    '%s will do',
    async (strong) => {
      expect(isStrongEnough(strong, await strengthOf(strong))).toBe(true);
    },
  );

  it('is looked at in a long text too, in time', async () => {
    expect(isStrongEnough('甲乙丙丁'.repeat(2000), await strengthOf('甲乙丙丁'.repeat(2000)))).toBeTypeOf(
      'boolean',
    );
  });
});
