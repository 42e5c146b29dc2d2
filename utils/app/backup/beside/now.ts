import { rawBeside } from '@/utils/platform/beside';
import type { Beside } from '@/utils/store/backup/dump';

/** What goes into a backup beside the book, as it lies there now. */
export async function besideNow(): Promise<Beside> {
  const kept = await rawBeside();
  return new Map([...kept].map(([name, value]) => [name, JSON.stringify(value)]));
}
