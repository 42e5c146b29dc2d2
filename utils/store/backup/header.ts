import * as z from 'zod/mini';
import { backupPassword, deviceName } from '@/utils/domain/backup/kept';
import { bankWrap } from '@/utils/domain/schema/bankWrap';
import { masterSeal, sealedMaster } from '@/utils/domain/schema/keptMaster';
import { instant } from '@/utils/domain/schema/time';
import { FORMAT } from '../connection/database';
import { type Bytes, hex, text, unhex, utf8 } from '../crypto/bytes';
import { type RandomBytes, seal, unseal } from '../crypto/seal';
import { BackupFault } from './fault';
import type { BackupSource } from './frames';

/** Number of the file's own form; see docs/decisions/025. */
const BACKUP_FORMAT = 3;
/** Of a file with nothing beside the book, which the bank can open, and of one that it cannot. */
const WITHOUT_BESIDE = 2;
const WITHOUT_BANK = 1;
/** A header is about 900 bytes; who asks for more is none of ours. */
const MAX_HEADER = 16 * 1024;
const KEY_LENGTH = 32;

/** By what the file opens on any machine: what opens the book, or the password for backups. */
const opens = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('lock'), ...sealedMaster.shape }),
  backupPassword,
]);
export type BackupOpens = z.infer<typeof opens>;

/** What a file says of itself in plain words: nothing of what is in it, not even how much. */
export const backupHeader = z.strictObject({
  zhibi: z.literal('backup'),
  format: z.union([z.literal(WITHOUT_BANK), z.literal(WITHOUT_BESIDE), z.literal(BACKUP_FORMAT)]),
  /** FORMAT of the store it was made of. */
  schema: z.int().check(z.gte(1)),
  madeAt: instant,
  /** A random name of the browser profile it was made in. */
  device: deviceName,
  opens,
  /** How the bank opens it besides, where its policy names a key (decision 041). */
  byBank: z.optional(bankWrap),
  /** The file's own key, sealed under the master. */
  key: masterSeal,
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** Whoever a file of whatever format must be told apart by. */
const anyFormat = z.object({ zhibi: z.literal('backup'), format: z.int(), schema: z.int() });

const keyContext = (kid: string): string => `zb1|key|${kid}`;

async function sealingKey(master: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8('zhibi/backup/1') };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const fileKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** A new file's header, as the line that begins it, and the file's own key, sealed under this master. */
export async function newHeader(
  master: Bytes,
  said: Pick<BackupHeader, 'madeAt' | 'device' | 'opens' | 'byBank'>,
  hasBeside: boolean,
  random: RandomBytes,
): Promise<{ line: Bytes; key: CryptoKey }> {
  const raw = random(KEY_LENGTH);
  const box = await seal(await sealingKey(master), keyContext(said.opens.kid), raw, random);
  const header: BackupHeader = {
    zhibi: 'backup',
    // The least number that says what is in it: an older Zhibi still reads what it knows.
    format: hasBeside ? BACKUP_FORMAT : said.byBank ? WITHOUT_BESIDE : WITHOUT_BANK,
    schema: FORMAT,
    ...said,
    key: { iv: hex(box.subarray(0, 12)), sealed: hex(box.subarray(12)) },
  };
  return { line: utf8(`${JSON.stringify(backupHeader.parse(header))}\n`), key: await fileKey(raw) };
}

function jsonOf(line: Bytes): unknown {
  try {
    return JSON.parse(text(line));
  } catch {
    return null;
  }
}

/**
 * Reads the header of a file, which needs no key.
 *
 * @throws BackupFault `notBackup`; `newer` where this build cannot tell what the file says
 */
export async function readHeader(source: BackupSource): Promise<{ header: BackupHeader; line: Bytes }> {
  const start = await source.read(0, Math.min(MAX_HEADER, source.size));
  const end = start.indexOf(0x0a);
  if (end < 0) throw new BackupFault('notBackup', -1);
  const line = start.slice(0, end + 1);
  const said = jsonOf(line);
  const known = anyFormat.safeParse(said);
  if (!known.success) throw new BackupFault('notBackup', -1);
  if (known.data.format > BACKUP_FORMAT || known.data.schema > FORMAT) throw new BackupFault('newer', -1);
  const header = backupHeader.safeParse(said);
  if (!header.success) throw new BackupFault('changed', -1);
  return { header: header.data, line };
}

/** The key of a file by the master it was made under; null if it is another. */
export async function openFileKey(header: BackupHeader, master: Bytes): Promise<CryptoKey | null> {
  const { iv, sealed } = header.key;
  const raw = await unseal(await sealingKey(master), keyContext(header.opens.kid), unhex(iv + sealed));
  return raw && fileKey(raw);
}
