import { openWalker } from '@/utils/store/read/openWalker';
import { presentMoment } from '../background/day';
import { browserPorts } from '../storePorts';
import { type RetentionOutlook, retentionOutlook } from './retention';

/** What will be erased next under the bank's policy, counted in the book as it is; null where it does not open. */
export async function outlook(): Promise<RetentionOutlook | null> {
  const opened = await openWalker(browserPorts());
  if (!opened.ok) return null;
  try {
    return await retentionOutlook(opened.value, await presentMoment());
  } catch {
    return null;
  } finally {
    opened.value.close();
  }
}
