import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { publicKeyOf } from '@/utils/store/crypto/x25519';
import {
  codeIn,
  type Half,
  halfMessage,
  meet,
  newCode,
  newHalf,
  offerOf,
  openSaid,
  type Said,
  sealSaid,
} from '@/utils/sync/devices/pairing';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

const fixed = (byte: number): Half => {
  const secret = new Uint8Array(32).fill(byte);
  return { secret, key: publicKeyOf(secret), nonce: new Uint8Array(32).fill(byte + 1) };
};

const saidBetween = async (code: string, first: Half, second: Half): Promise<Said> => ({
  code,
  offer: await offerOf(code, first),
  answer: halfMessage(second),
  reveal: halfMessage(first),
});

const half = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((secret): Half => {
  const bytes = new Uint8Array(secret);
  return { secret: bytes, key: publicKeyOf(bytes), nonce: new Uint8Array(bytes).reverse() };
});

describe('two devices that meet', () => {
  it('come to the digits written down here: another build must come to the same', async () => {
    const [first, second] = [fixed(7), fixed(9)];
    const said = await saidBetween('12345678', first, second);
    expect(said.offer.commitment).toBe('3de7b18c3273ca30a70039b00d09cce4f9a648cf90cbeff8b880552a77ded384');
    expect((await meet('first', first, said))?.digits).toBe('293077');
  });

  test.prop([half, half], { numRuns: 50 })('come to the same, and understand each other', async (a, b) => {
    fc.pre(a.key.join() !== b.key.join());
    const said = await saidBetween('00000000', a, b);
    const [one, other] = [await meet('first', a, said), await meet('new', b, said)];
    if (!one || !other) throw new Error('they did not meet');
    expect(one.digits).toMatch(/^\d{6}$/);
    expect(other.digits).toBe(one.digits);
    const hello = await sealSaid(other, 'new', { name: '家里的电脑' }, random);
    expect(await openSaid(one, 'new', hello)).toEqual({ name: '家里的电脑' });
    // What one said is not taken for what the other said.
    expect(await openSaid(other, 'first', hello)).toBeNull();
  });

  it('know each other’s digits only where everything said is the same', async () => {
    const [a, b] = [newHalf(random), newHalf(random)];
    const said = await saidBetween('11111111', a, b);
    const other = newHalf(random);
    // A key or a nonce that is not the one bound to.
    expect(await meet('new', b, { ...said, reveal: halfMessage(other) })).toBeNull();
    expect(
      await meet('new', b, { ...said, reveal: { ...said.reveal, nonce: halfMessage(other).nonce } }),
    ).toBeNull();
    // Bound to for another code.
    expect(await meet('new', b, { ...said, code: '22222222' })).toBeNull();
    // Our own words sent back, and words that are not ours.
    const echo = { ...said, answer: halfMessage(a) };
    expect(await meet('first', a, echo)).toBeNull();
    expect(await meet('new', b, { ...said, answer: halfMessage(other) })).toBeNull();
    // A key that would agree with everybody on the same.
    const zero = { ...halfMessage(b), key: '0'.repeat(64) };
    expect(await meet('first', a, { ...said, answer: zero })).toBeNull();
  });

  it('see different digits where somebody stands between them, whatever keys he has', async () => {
    let same = 0;
    for (let turn = 0; turn < 60; turn++) {
      const [a, b, toA, toB] = [newHalf(random), newHalf(random), newHalf(random), newHalf(random)];
      const withA = await saidBetween('33333333', a, toA);
      const withB = await saidBetween('33333333', toB, b);
      const [one, other] = [await meet('first', a, withA), await meet('new', b, withB)];
      if (one?.digits === other?.digits) same += 1;
    }
    expect(same).toBe(0);
  });

  it('go by what is bound to: nobody finds another key for it', async () => {
    // The only freedom of who stands between them is the answer, and that comes before the reveal.
    const a = newHalf(random);
    const offer = await offerOf('44444444', a);
    for (let turn = 0; turn < 100; turn++) {
      const other = newHalf(random);
      const said = { code: '44444444', offer, answer: halfMessage(fixed(3)), reveal: halfMessage(other) };
      expect(await meet('new', fixed(3), said)).toBeNull();
    }
  });
});

describe('a code', () => {
  it('is eight digits, each as likely', () => {
    const seen = new Map<string, number>();
    for (let turn = 0; turn < 2000; turn++) {
      const code = newCode(random);
      expect(code).toMatch(/^\d{8}$/);
      for (const digit of code) seen.set(digit, (seen.get(digit) ?? 0) + 1);
    }
    for (const count of seen.values()) expect(Math.abs(count - 1600)).toBeLessThan(320);
    expect(seen.size).toBe(10);
  });

  it('passes over bytes that would make a digit likelier', () => {
    const bytes = [255, 250, 1, 2, 3, 4, 5, 6, 7, 8];
    let at = 0;
    const code = newCode((length) => Uint8Array.from({ length }, () => bytes[at++ % bytes.length] ?? 0));
    expect(code).toBe('12345678');
  });

  it.each([
    ['1234 5678', '12345678'],
    ['１２３４－５６７８', '12345678'],
    [' 1234-5678 ', '12345678'],
    ['1234567', null],
    ['123456789', null],
    ['1234567a', null],
    ['', null],
  ])('%j is read as %j', (typed, code) => {
    expect(codeIn(typed)).toBe(code);
  });
});
