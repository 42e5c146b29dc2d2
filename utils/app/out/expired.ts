import type { Brief } from '@/utils/domain/brief';
import { addDays, startOfDay } from '@/utils/domain/day';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import type { StoreReader } from '@/utils/store/store';
import type { TrailReader } from '@/utils/store/trail';
import type { Expired } from '../outPort';

/** Somebody for whom something is still to come is never past keeping. */
const isQuiet = ({ ahead, promise }: Brief): boolean => (ahead?.plans ?? []).length === 0 && promise === null;

/**
 * Clients of whom nothing was written for so many days: no contact, no fact, no change that the CRM showed. Longest
 * first. Null where the book cannot be read.
 */
export async function expiredClients(
  reader: StoreReader,
  trail: TrailReader,
  days: number,
  today: CivilDay,
  zone: string,
): Promise<readonly Expired[] | null> {
  const directory = await reader.directory();
  if (!directory.ok) return null;
  const quiet = directory.value.briefs.filter(isQuiet);
  const written = await trail.lastWritten(quiet.map(({ clientId }) => clientId));
  if (!written.ok) return null;
  const end: Instant = startOfDay(addDays(today, -days), zone);
  const found: Expired[] = [];
  for (const { clientId: id, name } of quiet) {
    const lastWritten = written.value.get(id);
    if (lastWritten === undefined || lastWritten >= end) continue;
    const known = await reader.client(id);
    // Whoever does not open may be held.
    if (known.ok)
      found.push({ id, name, lastWritten, held: known.value.bundle.client.legalHold !== undefined });
  }
  return found.sort((a, b) => a.lastWritten - b.lastWritten);
}
