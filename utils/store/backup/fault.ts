/** What is wrong with a file that was given as a backup. */
export type BackupFlaw =
  /** It is something else. */
  | 'notBackup'
  /** A newer Zhibi made it. */
  | 'newer'
  /** It ends before its last frame. */
  | 'cut'
  /** A frame was altered, moved, or is another file's. */
  | 'changed'
  /** Every frame opens, and yet what they say does not hold together. */
  | 'wrong';

/** Thrown by whoever reads a backup; the frame tells how far it was good. */
export class BackupFault extends Error {
  readonly flaw: BackupFlaw;
  /** The frame in which it was found, counted from 0; -1 for the header. */
  readonly frame: number;

  constructor(flaw: BackupFlaw, frame: number, detail = '') {
    super(`${flaw} at frame ${frame}${detail === '' ? '' : `: ${detail}`}`);
    this.name = 'BackupFault';
    this.flaw = flaw;
    this.frame = frame;
  }
}
