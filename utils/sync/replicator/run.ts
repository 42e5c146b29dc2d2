import type { Space } from '@/utils/store/sync/port';
import type { RunPorts } from './ports';
import { SyncStop } from './problem';
import type { Server } from './server';

/** What a run has done. */
export interface Counts {
  pulled: number;
  sent: number;
  /** Versions that had to be merged. */
  merged: number;
  /** Leaves that do not open: forged, cut, or sealed with a key that is not here. */
  unreadable: number;
  /** Documents the server did not take. */
  refused: number;
  /** Whether the server had lost what it had. */
  restored: boolean;
}

/** One run over one database: its ports, what is known of the database now, and what was done. */
export interface Run {
  ports: RunPorts;
  /** Leaves that do not open, each counted once. */
  unreadable: Set<string>;
  server: Server;
  space: Space;
  counts: Counts;
  /** The feed brings its documents along: as long as nothing is known of the database. */
  brings: boolean;
}

const PAGE = { pull: 1000, push: 500 };

export const pageOf = ({ ports }: Run): { pull: number; push: number } => ports.page ?? PAGE;

/** Ends the run here if somebody wants it ended. */
export function goOn({ ports, counts }: Run): void {
  if (ports.signal.aborted) throw new SyncStop('stopped', 'aborted');
  ports.tell?.({ pulled: counts.pulled, sent: counts.sent });
}

/**
 * Leaves a new mark at the server, to be written down here in the same transaction as what it stands for. Beside it
 * stands how far this book's journal has come (decision 028): a head that is kept elsewhere.
 */
export async function marked({ ports, server, space }: Run): Promise<string> {
  const mark = ports.newMark();
  await server.leaveMark(space.device, mark, await ports.local.anchor());
  return mark;
}
