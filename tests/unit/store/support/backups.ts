import { instant } from '@/utils/domain/schema/time';
import type { Beside } from '@/utils/store/backup/dump';
import type { BackupSource } from '@/utils/store/backup/frames';
import type { BackupOpens } from '@/utils/store/backup/header';
import { type OpenBackup, openBackup } from '@/utils/store/backup/read';
import { restoreBackup } from '@/utils/store/backup/restore';
import { openBackupWriter } from '@/utils/store/backup/write';
import { concat } from '@/utils/store/crypto/bytes';
import type { World } from './world';

type Bytes = Uint8Array<ArrayBuffer>;

/** How a file opens elsewhere is the app's business: here only its fingerprint counts. */
export const opensBy = (kid: string): BackupOpens => ({
  by: 'password',
  kid,
  kdf: { name: 'argon2id', m: 8, t: 1, p: 1, salt: '00'.repeat(16) },
  seal: { iv: '00'.repeat(12), sealed: '00'.repeat(48) },
});

export const inMemory = (bytes: Bytes): BackupSource => ({
  size: bytes.length,
  read: async (from, to) => bytes.slice(from, to),
});

/** A backup of a world's store; `between` is called between its pieces. */
export async function backUp(
  world: World,
  between: () => Promise<unknown> = async () => {},
  beside: Beside = new Map(),
): Promise<Bytes> {
  const writer = await openBackupWriter(world.ports(), world.name);
  if (!writer.ok) throw new Error(`not opened: ${writer.error.code}`);
  const pieces: Bytes[] = [];
  try {
    await writer.value.write(
      {
        madeAt: instant.parse(world.now),
        device: 'abc123',
        opens: opensBy(writer.value.kid),
        tell: between,
        beside,
      },
      async (bytes) => pieces.push(bytes),
    );
  } finally {
    writer.value.close();
  }
  return concat(...pieces);
}

export async function opened(bytes: Bytes, { master }: Pick<World, 'master'>): Promise<OpenBackup> {
  if (!master) throw new Error('no key');
  const backup = await openBackup(inMemory(bytes), master);
  if (!backup) throw new Error('another key');
  return backup;
}

/** Puts a backup in the place of a world's store; the deep check of it. */
export async function restoreInto(world: World, backup: OpenBackup) {
  return restoreBackup(backup, {
    ports: world.ports(),
    name: world.name,
    adopt: async () => {
      world.master = backup.master;
    },
  });
}

/** A store word for word, as it would stand in a backup. */
export async function wordForWord(world: World): Promise<string> {
  const writer = await openBackupWriter(world.ports(), world.name);
  if (!writer.ok) throw new Error(`not opened: ${writer.error.code}`);
  let said = '';
  for await (const lines of writer.value.lines()) said += lines;
  writer.value.close();
  return said;
}
