import { describe, expect, it } from 'vitest';
import { hex, unhex, utf8 } from '@/utils/store/crypto/bytes';
import { openWith, sealTo } from '@/utils/store/crypto/hpke';
import { agree, publicKeyOf } from '@/utils/store/crypto/x25519';

const AES_128 = { id: 1, keyLength: 16 };
const INFO = unhex('4f6465206f6e2061204772656369616e2055726e');
const PLAIN = unhex('4265617574792069732074727574682c20747275746820626561757479');
const AAD = unhex('436f756e742d30');

/** The vectors of RFC 9180, A.1.1.1 and A.1.3.1, first message. */
const VECTORS = [
  {
    mode: 'base',
    skE: '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
    skR: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
    pkR: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
    skS: null,
    enc: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
    ct: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
  },
  {
    mode: 'auth',
    skE: 'ff4442ef24fbc3c1ff86375b0be1e77e88a0de1e79b30896d73411c5ff4c3518',
    skR: 'fdea67cf831f1ca98d8e27b1f6abeb5b7745e9d35348b80fa407ff6958f9137e',
    pkR: '1632d5c2f71c2b38d0a8fcc359355200caa8b1ffdf28618080466c909cb69b2e',
    skS: 'dc4a146313cce60a278a5323d321f051c5707e9c45ba21a3479fecdf76fc69dd',
    enc: '23fb952571a14a25e3d678140cd0e5eb47a0961bb18afcf85896e5453c312e76',
    ct: '5fd92cc9d46dbf8943e72a07e42f363ed5f721212cd90bcfd072bfd9f44e06b80fd17824947496e21b680c141b',
  },
];

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

describe('sealing to a public key', () => {
  it.each(VECTORS)('says in mode $mode what RFC 9180 says', async ({ skE, skR, pkR, skS, enc, ct }) => {
    const bound = { info: INFO, aad: AAD, aead: AES_128 };
    const sender = skS === null ? null : unhex(skS);
    const sealed = await sealTo(unhex(pkR), sender, PLAIN, bound, () => unhex(skE));
    expect(sealed && hex(sealed)).toBe(enc + ct);
    const from = sender && publicKeyOf(sender);
    expect(await openWith(unhex(skR), from, unhex(enc + ct), bound)).toEqual(PLAIN);
  });

  it('opens for nobody else, from nobody else, for nothing else, and not with a bit changed', async () => {
    const [to, from, other] = [random(32), random(32), random(32)];
    const info = utf8('box 1');
    const sealed = await sealTo(publicKeyOf(to), from, PLAIN, { info }, random);
    if (!sealed) throw new Error('not sealed');
    expect(await openWith(to, publicKeyOf(from), sealed, { info })).toEqual(PLAIN);
    expect(await openWith(other, publicKeyOf(from), sealed, { info })).toBeNull();
    expect(await openWith(to, publicKeyOf(other), sealed, { info })).toBeNull();
    expect(await openWith(to, null, sealed, { info })).toBeNull();
    expect(await openWith(to, publicKeyOf(from), sealed, { info: utf8('box 2') })).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await openWith(to, publicKeyOf(from), changed, { info }), `byte ${at}`).toBeNull();
    }
    for (const length of [0, 31, 32, 47]) {
      expect(await openWith(to, publicKeyOf(from), sealed.slice(0, length), { info })).toBeNull();
    }
  });

  it('seals the same text differently each time', async () => {
    const to = publicKeyOf(random(32));
    const [one, two] = await Promise.all([1, 2].map(() => sealTo(to, null, PLAIN, { info: INFO }, random)));
    expect(one).not.toEqual(two);
  });

  it('seals to no key that is none', async () => {
    for (const to of [new Uint8Array(31), new Uint8Array(32)])
      expect(await sealTo(to, null, PLAIN, { info: INFO }, random)).toBeNull();
  });

  it('takes no key that would agree with everybody on the same', () => {
    const zero = new Uint8Array(32);
    const one = new Uint8Array(32);
    one[0] = 1;
    for (const bad of [zero, one, new Uint8Array(31), new Uint8Array(0)])
      expect(agree(random(32), bad)).toBeNull();
  });
});
