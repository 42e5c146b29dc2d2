import type { Bytes } from '../crypto/bytes';
import { hex, sameBytes, unhex } from '../crypto/bytes';
import { type Keyring, keyringOf } from '../crypto/keyring';
import { entryHash, GENESIS } from '../journal/chain';
import { STORED } from '../rows/kinds';
import { BackupFault } from './fault';
import { type BackupSource, headerMark, openedFrames } from './frames';
import { type BackupHeader, openFileKey, readHeader } from './header';
import { type BackupEnd, type BackupLine, readLine } from './lines';
import { decompressed, linesOf } from './streams';

/** A backup whose key was found. */
export interface OpenBackup {
  header: BackupHeader;
  /** Bytes of the whole file. */
  size: number;
  /** The key of the store it was made of: what its rows lie under, and what it is restored under. */
  master: Bytes;
  ring: Keyring;
  /**
   * Reads it through. What has been handed out is good only once the last line has come.
   *
   * @param passed told the bytes of the file that have been read
   * @throws BackupFault
   */
  lines(passed?: (bytes: number) => void): AsyncGenerator<BackupLine>;
}

/** Opens a backup with the key of its store; null with another. @throws BackupFault */
export async function openBackup(source: BackupSource, master: Bytes): Promise<OpenBackup | null> {
  const { header, line } = await readHeader(source);
  const [key, ring] = await Promise.all([openFileKey(header, master), keyringOf(master)]);
  if (!key) return null;
  const mark = await headerMark(line);
  return {
    header,
    size: source.size,
    master,
    ring,
    async *lines(passed = () => {}) {
      const frames = openedFrames(key, mark, source, line.length, passed);
      for await (const text of linesOf(decompressed(frames))) yield readLine(text);
    },
  };
}

/** What a backup was found to hold. */
export interface BackupContents {
  end: BackupEnd;
  /** Instant of the journal's last entry; null where there is none. */
  lastAt: number | null;
}

/** Checks, line by line, that a backup is whole. */
class Checker {
  #epoch = '';
  #lines = 0;
  #later = false;
  /** Something was written while it was being made: then a row may stand in it twice. */
  #moved = false;
  #previous: Bytes = GENESIS;
  #seq = 0;
  #lastAt: number | null = null;
  #end: BackupEnd | null = null;
  readonly #rows = new Map<string, number>(STORED.map((table) => [table, 0]));

  take(line: BackupLine): void {
    if (this.#end) throw new BackupFault('wrong', -1, 'goes on behind its end');
    if (line.kind === 'end') {
      this.#finish(line.fields);
      return;
    }
    this.#lines += 1;
    if (line.kind === 'begin') this.#epoch = line.fields.epoch;
    if (line.kind === 'later') this.#later = true;
    if (line.kind === 'row') this.#rows.set(line.table, (this.#rows.get(line.table) ?? 0) + 1);
    if (this.#later && (line.kind === 'row' || line.kind === 'gone')) this.#moved = true;
    if (line.kind === 'entry') this.#follow(line.fields);
  }

  #follow({ hash, commit, ...fields }: Extract<BackupLine, { kind: 'entry' }>['fields']): void {
    const entry = { ...fields, commit: unhex(commit) };
    const next = entryHash(this.#previous, this.#epoch, entry);
    if (entry.seq !== this.#seq + 1 || hex(next) !== hash)
      throw new BackupFault('wrong', -1, `entry ${entry.seq} does not follow`);
    this.#previous = next;
    this.#seq = entry.seq;
    this.#lastAt = entry.at;
  }

  #finish(end: BackupEnd): void {
    const head = end.head;
    if (end.epoch !== this.#epoch || end.lines !== this.#lines) throw new BackupFault('wrong', -1, 'lines');
    if ((head?.seq ?? 0) !== this.#seq || (head && !sameBytes(unhex(head.hash), this.#previous)))
      throw new BackupFault('wrong', -1, 'head');
    for (const table of STORED)
      if (!this.#moved && end.counts[table] !== this.#rows.get(table))
        throw new BackupFault('wrong', -1, `rows of ${table}`);
    this.#end = end;
  }

  get contents(): BackupContents {
    if (!this.#end) throw new BackupFault('wrong', -1, 'no end');
    return { end: this.#end, lastAt: this.#lastAt };
  }
}

/**
 * Reads a whole backup and checks it: every frame, the journal's chain, the counts.
 *
 * @param look shown every line on the way
 * @throws BackupFault; the signal's reason once it is aborted
 */
export async function checkBackup(
  backup: OpenBackup,
  passed: (bytes: number) => void = () => {},
  signal?: AbortSignal,
  look: (line: BackupLine) => void = () => {},
): Promise<BackupContents> {
  const checker = new Checker();
  const reading = (bytes: number) => {
    signal?.throwIfAborted();
    passed(bytes);
  };
  for await (const line of backup.lines(reading)) {
    checker.take(line);
    look(line);
  }
  return checker.contents;
}
