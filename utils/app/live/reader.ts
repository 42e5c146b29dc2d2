import type { Brief } from '@/utils/domain/brief';
import type { OpenProblem, StoreReader } from '@/utils/store/store';
import { browserPorts } from '../storePorts';

/** A store that can be read, and what is wrong with writing to it; or why there is nothing to read. */
export type Opened =
  | { reader: StoreReader; trouble: 'damaged' | 'readOnly' | null }
  | { reader: null; trouble: OpenProblem['code'] };

/** The cards of the whole book; none where it cannot be read. */
export async function briefsOf(opening: Promise<Opened>): Promise<readonly Brief[]> {
  const directory = await (await opening).reader?.directory();
  return directory?.ok ? directory.value.briefs : [];
}

/** Opens the store for reading. The code that does is loaded only now, after the first paint. */
export async function openForReading(): Promise<Opened> {
  const { openReader } = await import('@/utils/store/read/openReader');
  const opened = await openReader(browserPorts());
  if (opened.ok) return { reader: opened.value, trouble: null };
  const { error } = opened;
  if (error.code === 'unavailable' || !error.reader) return { reader: null, trouble: error.code };
  return { reader: error.reader, trouble: error.code };
}
