import { fail, ok, type Result } from '@/utils/domain/result';
import { Connection } from '../connection/connection';
import { DEFAULT_NAME } from '../connection/database';
import { type Bytes, utf8 } from '../crypto/bytes';
import type { StorePorts } from '../ports';
import type { ReadProblem } from '../problems';
import { type Beside, type DumpProgress, dumpLines } from './dump';
import { headerMark, sealedFrames } from './frames';
import { type BackupHeader, newHeader } from './header';
import type { BackupEnd } from './lines';
import { compressed } from './streams';

/** What a backup is to say of itself, and how its making is followed and ended. */
export interface BackupOrder extends Pick<BackupHeader, 'madeAt' | 'device' | 'opens' | 'byBank'> {
  /** Told how far it is; may hold it up. */
  tell?(progress: DumpProgress): unknown;
  signal?: AbortSignal;
  /** What goes in beside the rows; nothing if left out. */
  beside?: Beside;
}

/** Makes backups of one store. */
export interface BackupWriter {
  /** Fingerprint of the key the rows lie under: what opens the backup must have it inside. */
  kid: string;
  /** The store passes its check: what is written is not merely what is left of it. */
  isWhole: boolean;
  /**
   * Writes one, piece by piece: of the store no more than a piece is ever in memory.
   *
   * @returns what its last line says
   * @throws Restless; the signal's reason; what the database or `write` throws
   */
  write(order: BackupOrder, write: (bytes: Bytes) => Promise<unknown>): Promise<BackupEnd>;
  /** The store's lines as they would stand in a backup: to compare two stores word for word. */
  lines(): AsyncGenerator<string, BackupEnd>;
  close(): void;
}

/**
 * Opens a store to be backed up, also one that has failed its check: what is left of it is worth keeping.
 * `locked` while its key is not there.
 */
export async function openBackupWriter(
  ports: StorePorts,
  name = DEFAULT_NAME,
): Promise<Result<BackupWriter, ReadProblem>> {
  const connection = new Connection(ports, name);
  const ready = await connection.ready();
  if (!ready.ok) {
    connection.close();
    return ready;
  }
  const [ring, master] = [await connection.ring(), await ports.vault.read()];
  if (!ring || !(master instanceof Uint8Array)) {
    connection.close();
    return fail(connection.noKeys);
  }
  const linesOf = (
    tell: (progress: DumpProgress) => unknown,
    also: { beside?: Beside; signal?: AbortSignal } = {},
  ) => dumpLines(connection, ready.value, ring, tell, also);
  return ok({
    kid: ring.kid,
    isWhole: connection.damage === null,
    lines: () => linesOf(() => {}),
    close: () => connection.close(),
    async write({ tell = () => {}, signal, beside = new Map(), ...said }, write) {
      const { line, key } = await newHeader(master, said, beside.size > 0, ports.randomBytes);
      const made: { end: BackupEnd | null } = { end: null };
      async function* bytes(): AsyncGenerator<Bytes> {
        const lines = linesOf(tell, { beside, ...(signal ? { signal } : {}) });
        let step = await lines.next();
        for (; !step.done; step = await lines.next()) yield utf8(step.value);
        made.end = step.value;
      }
      await write(line);
      const frames = sealedFrames(key, await headerMark(line), compressed(bytes()), ports.randomBytes);
      for await (const frame of frames) await write(frame);
      if (!made.end) throw new Error('a backup without an end');
      return made.end;
    },
  });
}
