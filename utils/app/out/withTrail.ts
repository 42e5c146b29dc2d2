import { openTrail } from '@/utils/store/read/openTrail';
import type { TrailReader } from '@/utils/store/trail';
import { browserPorts } from '../storePorts';

/** Reads across the book, and closes what was opened for it. Null where it does not open. */
export async function withTrail<Value>(
  read: (trail: TrailReader) => Promise<Value | null>,
): Promise<Value | null> {
  const opened = await openTrail(browserPorts());
  if (!opened.ok) return null;
  try {
    return await read(opened.value);
  } finally {
    opened.value.close();
  }
}
