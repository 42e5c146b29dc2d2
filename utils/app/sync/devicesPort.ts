import type { ReadonlySignal } from '@preact/signals';
import type { Result } from '@/utils/domain/result';
import type { Instant } from '@/utils/domain/schema/time';
import type { JoinProblem } from '@/utils/sync/devices/join';
import type { ListProblem } from '@/utils/sync/devices/keep';

/** Why something about devices did not come about; see `utils/sync/devices`. */
export type DeviceProblem = JoinProblem;

/** One who may read the book at the server, or might once. */
export interface DeviceShown {
  id: string;
  kind: 'device' | 'words';
  name: string;
  since: Instant;
  /** When it was taken out; null while it may read. */
  out: Instant | null;
  /** It is the one in front of the user. */
  own: boolean;
}

/** `off`: no server is set up. An empty list: the book is on this device alone. */
export type DevicesState =
  | { state: 'off' | 'reading' }
  | { state: 'listed'; devices: readonly DeviceShown[] }
  | { state: 'problem'; why: ListProblem };

/** The user at one of two devices that meet. */
export interface MeetingScreen {
  /** What this device is called. */
  name: string;
  /** Asks whether the other screen shows the same six digits. */
  compare(digits: string): Promise<boolean>;
  /** The user ends it. */
  signal: AbortSignal;
}

/** The devices with which a book is shared by a server. */
export interface DevicesPort {
  devices: ReadonlySignal<DevicesState>;
  /** Looks at the server. */
  read(): Promise<void>;
  /** Takes another device in; resolves to its name. */
  invite(
    screen: MeetingScreen & { showCode(code: string, until: number): void },
  ): Promise<Result<string, DeviceProblem>>;
  /** Writes this device into the list: one whose book came out of a backup is not in it. */
  enter(name: string): Promise<DeviceProblem | null>;
  rename(id: string, name: string): Promise<DeviceProblem | null>;
  /** Takes a device out: it reads nothing that is written from then on. */
  remove(id: string): Promise<DeviceProblem | null>;
  /** Lets the words of a recovery key open the book at the server. */
  addWords(words: string): Promise<DeviceProblem | null>;
}

/** A device that comes to a book which another one has. */
export interface JoinPort {
  /** The code in what was typed; null where it is none. */
  codeIn(typed: string): string | null;
  join(screen: MeetingScreen & { code: string }): Promise<DeviceProblem | null>;
  /** By the words of a recovery key, where no device is left. */
  joinByWords(words: string, name: string): Promise<DeviceProblem | null>;
}
