import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile, readFileHeader, type SealedFor, sealFile } from '@/utils/app/handover/file';
import { voiceCode } from '@/utils/app/handover/voiceCode';
import { stretchHere } from '@/utils/app/lock/argon';
import { instant } from '@/utils/domain/schema/time';
import { type Bytes, concat, hex, text, unhex, utf8 } from '@/utils/store/crypto/bytes';
import { HPKE_OVERHEAD, openWith, sealTo } from '@/utils/store/crypto/hpke';
import { newKeyPair } from '@/utils/store/crypto/x25519';

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

describe('a receiving key', () => {
  it('that is none is refused: too short, and those that give everybody the same', async () => {
    const one = new Uint8Array(32);
    one[0] = 1;
    for (const to of [new Uint8Array(31), new Uint8Array(32), one])
      expect(await sealFile('{}', { by: 'key', to }, AT, tools)).toBeNull();
  });

  it('makes keys as another implementation of the standard does', () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const { d = '', x = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
      const secret = new Uint8Array(Buffer.from(d, 'base64url'));
      expect(hex(newKeyPair(() => secret).publicKey)).toBe(Buffer.from(x, 'base64url').toString('hex'));
    }
  });

  it('is compared by four groups that differ for every key', async () => {
    const [mine, other] = [newKeyPair(random), newKeyPair(random)];
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

  it('has its own key sealed as RFC 9180 says, for this alone', async () => {
    const file = await sealed(toKey);
    const { opens } = JSON.parse(text(file.slice(0, file.indexOf(0x0a))));
    const box = unhex(opens.sealed);
    expect(box).toHaveLength(32 + HPKE_OVERHEAD);
    const info = utf8('zhibi handover file key');
    expect(await openWith(pair.privateKey, null, box, { info })).toHaveLength(32);
    expect(await openWith(pair.privateKey, null, box, { info: utf8('zhibi') })).toBeNull();
    const moved = await sealTo(pair.publicKey, null, new Uint8Array(32), { info }, random);
    const line = text(file.slice(0, file.indexOf(0x0a) + 1));
    if (!moved) throw new Error('not sealed');
    const put = concat(utf8(line.replace(opens.sealed, hex(moved))), file.slice(file.indexOf(0x0a) + 1));
    expect(await opened(put, pair)).toMatchObject({ error: 'changed' });
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
    expect(readFileHeader(line({ zhibi: 'handover', format: 3, schema: 1 }))).toMatchObject({
      error: 'newer',
    });
    expect(readFileHeader(line({ zhibi: 'handover', format: 2, schema: 999 }))).toMatchObject({
      error: 'newer',
    });
    expect(readFileHeader(line({ zhibi: 'backup', format: 1, schema: 1 }))).toMatchObject({
      error: 'notHandover',
    });
    expect(readFileHeader(utf8('PK'))).toMatchObject({ error: 'notHandover' });
    expect(readFileHeader(line({ zhibi: 'handover', format: 2, schema: 1 }))).toMatchObject({
      error: 'changed',
    });
    // The form before the first release: nobody has such a file.
    expect(readFileHeader(line({ zhibi: 'handover', format: 1, schema: 1 }))).toMatchObject({
      error: 'notHandover',
    });
  });
});
