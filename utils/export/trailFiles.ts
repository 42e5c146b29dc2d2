import { strToU8, zipSync } from 'fflate';
import type { Instant } from '@/utils/domain/schema/time';

/** What a signed export of the journal is made of; see docs/trail.md. */
export interface TrailContent {
  madeAt: Instant;
  /** What of the journal is told, in words for people. */
  scope: string;
  anchor: { epoch: string; seq: number; hash: string };
  /** One entry each, in their order. */
  records: readonly object[];
  rows: readonly object[];
  /** Notes that were left out because they must not leave the device. */
  keptHere: number;
  /** The same to be read by people. */
  table: string;
  /** The script that checks it all. */
  script: string;
}

/** A key that signs; both sides in base64. */
export interface Signer {
  key: string;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

const lines = (items: readonly object[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

const hexOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(text));

/**
 * The export as the files of one folder: entries, rows, the readable table and the checking script, then a
 * manifest with the SHA-256 of each and the head of the chain, and the signature of that manifest's bytes.
 */
export async function trailFiles(
  content: TrailContent,
  signer: Signer,
): Promise<Readonly<Record<string, Uint8Array<ArrayBuffer>>>> {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {
    'entries.jsonl': bytesOf(lines(content.records)),
    'rows.jsonl': bytesOf(lines(content.rows)),
    'trail.csv': bytesOf(content.table),
    'verifyTrail.mjs': bytesOf(content.script),
  };
  const hashes: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(files)) hashes[name] = await hexOf(bytes);
  const { madeAt, scope, anchor, keptHere } = content;
  const head = { format: 'zhibi-trail', version: 1, madeAt, scope, anchor, keptHere, key: signer.key };
  const manifest = bytesOf(`${JSON.stringify({ ...head, files: hashes }, null, 2)}\n`);
  const signature = bytesOf(await signer.sign(manifest));
  return { ...files, 'manifest.json': manifest, 'signature.txt': signature };
}

/** The same in one archive. */
export const zipped = (files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ ...files }));
