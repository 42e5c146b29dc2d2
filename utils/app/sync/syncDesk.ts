import type { ReadonlySignal } from '@preact/signals';
import type { SignIn, SyncAccess } from '@/utils/domain/sync/syncAccess';
import type { SyncDiagnosis, SyncStatus } from '@/utils/domain/sync/syncStatus';
import type { DevicesPort, JoinPort } from './devicesPort';

/** Where a book is kept in step, and as whom; no secret. */
export interface SyncPlace {
  url: string;
  by: SignIn['by'];
  /** The name of a sign-in that has one. */
  user: string | null;
}

/** `reading`: not known yet. `none`: no server is set up. */
export type SyncPlaceState = { state: 'reading' | 'none' } | ({ state: 'at' } & SyncPlace);

/** What the options page needs to set synchronisation up, and to steer it. */
export interface SyncDesk {
  place: ReadonlySignal<SyncPlaceState>;
  /** How far it is; null before the first run since the browser started. */
  status: ReadonlySignal<SyncStatus | null>;
  /** Whether the user has paused it. */
  paused: ReadonlySignal<boolean>;
  /** Asks the user for the server's origin. Must be the first call of a click's handler, with no await before it. */
  askFor(url: string): Promise<boolean>;
  /**
   * Tries an address, and begins there if it is good: with secrets of its own, or, where the book has a server already,
   * by going on there.
   *
   * @param name what this device is called in the list of devices
   * @param create makes the database where it is missing
   */
  begin(access: SyncAccess, name: string, create: boolean): Promise<SyncDiagnosis>;
  /** Brings this book to one that is at the server already. */
  joining(access: SyncAccess): JoinPort;
  /** Runs now; resolves when it has ended. */
  now(): Promise<void>;
  pause(paused: boolean): Promise<void>;
  /** Forgets how to get to the server; nothing here and nothing there is removed. */
  turnOff(): Promise<boolean>;
  devices: DevicesPort;
}
