import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile, readFileHeader, type SealedFor, sealFile } from '@/utils/app/handover/file';
import { stretchHere } from '@/utils/app/lock/argon';
import { instant } from '@/utils/domain/schema/time';
import { type Bytes, hex, sameBytes, text, utf8 } from '@/utils/store/crypto/bytes';
import { newKeyPair, openWith, sealTo, voiceCode } from '@/utils/store/crypto/publicSeal';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
/** Argon2id as it is, with little memory. */
const stretch = async (typed: string, how: Parameters<typeof stretchHere>[1]) =>
  stretchHere(typed, { ...how, m: 8, t: 1 });
const tools = { stretch, random };
const AT = instant.parse(1_790_000_000_000);

async function sealed(whom: SealedFor, json = '{"甲":1}'): Promise<Bytes> {
  const file = await sealFile(json, whom, AT, tools);
  if (!file) throw new Error('not sealed');
  return file;
}

async function opened(file: Bytes, having: Parameters<typeof openFile>[2]) {
  const read = readFileHeader(file);
  return read.ok ? openFile(file, read.value, having) : read;
}

const flipped = (bytes: Bytes, at: number): Bytes => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('sealing to a public key', () => {
  const [mine, other] = [newKeyPair(random), newKeyPair(random)];

  it('opens with the private half alone, and in its context alone', async () => {
    const box = await sealTo(mine.publicKey, 'a', utf8('王丽华'), random);
    if (!box) throw new Error('not sealed');
    const plain = await openWith(mine.privateKey, 'a', box);
    expect(plain && text(plain)).toBe('王丽华');
    expect(await openWith(other.privateKey, 'a', box)).toBeNull();
    expect(await openWith(mine.privateKey, 'b', box)).toBeNull();
    const again = await sealTo(mine.publicKey, 'a', utf8('王丽华'), random);
    expect(again && sameBytes(again, box)).toBe(false);
  });

  it('opens nothing of which a bit was changed or a byte is missing', async () => {
    const box = await sealTo(mine.publicKey, 'a', utf8('甲'), random);
    if (!box) throw new Error('not sealed');
    for (let at = 0; at < box.length; at += 1)
      expect(await openWith(mine.privateKey, 'a', flipped(box, at)), `byte ${at}`).toBeNull();
    for (let length = 0; length < box.length; length += 1)
      expect(await openWith(mine.privateKey, 'a', box.slice(0, length)), `${length} bytes`).toBeNull();
  });

  it('refuses keys that are none: too short, and those that give everybody the same', async () => {
    expect(await sealTo(new Uint8Array(31), 'a', utf8('甲'), random)).toBeNull();
    expect(await sealTo(new Uint8Array(32), 'a', utf8('甲'), random)).toBeNull();
    const one = new Uint8Array(32);
    one[0] = 1;
    expect(await sealTo(one, 'a', utf8('甲'), random)).toBeNull();
  });

  it('makes keys as another implementation of the standard does', () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { d = '', x = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
      const secret = new Uint8Array(Buffer.from(d, 'base64url'));
      expect(hex(newKeyPair(() => secret).publicKey)).toBe(Buffer.from(x, 'base64url').toString('hex'));
    }
  });

  it('is compared by four groups that differ for every key', async () => {
    expect(await voiceCode(mine.publicKey)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(await voiceCode(mine.publicKey)).not.toBe(await voiceCode(other.publicKey));
  });
});

describe('the file of a handover', () => {
  const pair = newKeyPair(random);
  const toKey: SealedFor = { by: 'key', to: pair.publicKey };

  it('comes back as it went in, by key and by passphrase (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), async (json, byKey) => {
        const whom: SealedFor = byKey ? toKey : { by: 'passphrase', passphrase: 'drei blaue Pferde' };
        const having = byKey ? pair : { passphrase: 'drei blaue Pferde', stretch };
        const well = json.toWellFormed();
        expect(await opened(await sealed(whom, well), having)).toEqual({ ok: true, value: well });
      }),
      { numRuns: Number(process.env['RUNS'] ?? 12) },
    );
  });

  it('says in plain words what opens it, and nothing of what is in it', async () => {
    const file = await sealed(toKey, '{"name":"王丽华"}');
    const line = text(file.slice(0, file.indexOf(0x0a)));
    expect(Object.keys(JSON.parse(line)).sort()).toEqual(['format', 'madeAt', 'opens', 'schema', 'zhibi']);
    expect(Buffer.from(file).includes('王丽华')).toBe(false);
  });

  it('tells another key from a wrong passphrase', async () => {
    const other = newKeyPair(random);
    expect(await opened(await sealed(toKey), other)).toMatchObject({ error: 'otherKey' });
    const file = await sealed({ by: 'passphrase', passphrase: '三只蓝色的马' });
    expect(await opened(file, { passphrase: '三只蓝色的驴', stretch })).toMatchObject({
      error: 'wrongPassphrase',
    });
    expect(await opened(file, pair)).toMatchObject({ error: 'wrongPassphrase' });
  });

  it('does not open with one bit changed anywhere, nor cut anywhere', async () => {
    const file = await sealed(toKey);
    for (let at = 0; at < file.length; at += 3)
      expect((await opened(flipped(file, at), pair)).ok, `byte ${at}`).toBe(false);
    for (let length = 0; length < file.length; length += 7)
      expect((await opened(file.slice(0, length), pair)).ok, `${length} bytes`).toBe(false);
    expect((await opened(new Uint8Array([...file, 0]), pair)).ok).toBe(false);
  });

  it('says so where a newer Zhibi made it, or where it is something else', async () => {
    const line = (said: object) => utf8(`${JSON.stringify(said)}\n`);
    expect(readFileHeader(line({ zhibi: 'handover', format: 2, schema: 1 }))).toMatchObject({
      error: 'newer',
    });
    expect(readFileHeader(line({ zhibi: 'handover', format: 1, schema: 999 }))).toMatchObject({
      error: 'newer',
    });
    expect(readFileHeader(line({ zhibi: 'backup', format: 1, schema: 1 }))).toMatchObject({
      error: 'notHandover',
    });
    expect(readFileHeader(utf8('PK'))).toMatchObject({ error: 'notHandover' });
    expect(readFileHeader(line({ zhibi: 'handover', format: 1, schema: 1 }))).toMatchObject({
      error: 'changed',
    });
  });
});
