import type { CivilDay } from '@/utils/domain/schema/time';
import type { ImportPort } from './importPort';

/** Spreadsheets, their code loaded only now. */
export async function openImport(today: () => CivilDay): Promise<ImportPort> {
  const [{ liveImport }, { openMappings }] = await Promise.all([
    import('./liveImport'),
    import('./mappings'),
  ]);
  return liveImport(today, await openMappings());
}
