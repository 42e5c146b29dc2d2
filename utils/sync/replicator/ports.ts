import type { OpId } from '@/utils/domain/schema/ids';
import type { SyncPort } from '@/utils/store/sync/port';
import type { WireKeys } from '../wire/keys';

/** One answer, read to its end. */
export interface Answer {
  status: number;
  text: string;
  /** Seconds, from `Retry-After`; null where there is none. */
  retryAfter: number | null;
}

/** One database on a server. Throws where there is no answer, or only half of one. */
export interface Remote {
  /** @param path within the database, `/_changes?…`; empty for the database itself */
  request(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<Answer>;
}

/** How far a run has come, for whoever shows it. */
export interface Progress {
  pulled: number;
  sent: number;
}

/** All that a run needs of the world. */
export interface RunPorts {
  local: SyncPort;
  remote: Remote;
  keys: WireKeys;
  /** Which database. */
  space: string;
  newOp(): OpId;
  /** Random, and never the same again. */
  newMark(): string;
  /** From 0 to 1, for waiting times. */
  chance(): number;
  sleep(ms: number): Promise<void>;
  /** Ends the run at the next step; everything done so far stands. */
  signal: AbortSignal;
  tell?(progress: Progress): void;
  /** Documents in one request; smaller in tests. */
  page?: { pull: number; push: number };
  /** Nothing is asked for or made ready ahead: for tests that must come to the same every time. */
  oneByOne?: boolean;
}
