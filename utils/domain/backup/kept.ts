import * as z from 'zod/mini';
import { masterSeal, sealedMaster, stretching } from '../schema/keptMaster';
import { instant } from '../schema/time';

/** The master sealed under a password for backups alone: for a book that has no passphrase. */
export const backupPassword = z.strictObject({
  by: z.literal('password'),
  /** Fingerprint of the master inside. */
  kid: sealedMaster.shape.kid,
  kdf: stretching,
  seal: masterSeal,
});
export type BackupPassword = z.infer<typeof backupPassword>;

/** The random name of a browser profile that its backups bear. */
export const deviceName = z.string().check(z.regex(/^[0-9a-f]{6}$/));

/** A file's name: `zhibi-20260302-0915-3fa2b1.zhibi`; a second one of the same minute has a number behind. */
export const BACKUP_FILE = /^zhibi-(\d{8})-(\d{4})-([0-9a-f]{6})(?:-(\d{1,3}))?\.zhibi$/;

/** A backup that was written, read back and found whole. */
export const backupNote = z.strictObject({
  file: z.string().check(z.regex(BACKUP_FILE)),
  at: instant,
  to: z.enum(['folder', 'download']),
  /** Bytes. */
  size: z.int(),
  clients: z.int(),
  /** The journal's last entry in it, and which life of the database that counts in. */
  seq: z.int(),
  epoch: z.string(),
});
export type BackupNote = z.infer<typeof backupNote>;

/** Why a backup that is due was not made. */
export const BACKUP_WAITS = ['folder', 'password', 'locked', 'failed', 'full'] as const;
export type BackupWait = (typeof BACKUP_WAITS)[number];

/** What is kept of backups in a browser profile. */
export const backupKept = z.strictObject({
  device: deviceName,
  password: z.nullable(backupPassword),
  /** One a day into the folder, and one before each update. */
  daily: z.boolean(),
  /** So many of this profile stay in the folder. */
  keep: z.int().check(z.gte(1), z.lte(99)),
  /** The newest first. */
  made: z.array(backupNote).check(z.maxLength(20)),
  /** Null where nothing is due. */
  waiting: z.nullable(z.enum(BACKUP_WAITS)),
});
export type BackupKept = z.infer<typeof backupKept>;

/**
 * Entries of the journal with the rows they left, as they lie in the database, sealed: what is needed to bring them
 * back if the database is lost after the last backup.
 */
export const tailChunk = z.strictObject({
  epoch: z.string(),
  /** The entry before its first, and its last. */
  after: z.int(),
  upTo: z.int(),
  /** Lines as in a backup, none of them opened. */
  lines: z.string(),
});
export type TailChunk = z.infer<typeof tailChunk>;

/** When a file of this name was made, to be compared as text; empty for other names. */
const orderOf = (file: string): string => {
  const [, day = '', time = '', , number = '1'] = BACKUP_FILE.exec(file) ?? [];
  return `${day}${time}${number.padStart(3, '0')}`;
};

/** Names of backups, the newest first. */
export const newestFirst = (files: readonly string[]): string[] =>
  files.toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : orderOf(a) > orderOf(b) ? -1 : 0));
