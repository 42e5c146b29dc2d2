import { askFor } from '@/utils/platform/permissions';
import { askBackground } from '../askBackground';
import type { ConnectOutcome } from '../optionsPort';

/**
 * Asks the user for the permission and lets the background register the script. Asks before any
 * await: the browser answers only within the click.
 *
 * @param tabId an open tab of that CRM in which to start at once, if any
 */
export async function connect(origin: string, tabId: number | null): Promise<ConnectOutcome> {
  const asked = askFor(origin);
  try {
    if (!(await asked)) return 'refused';
    const reply = await askBackground({ kind: 'connect', origin, tabId });
    return 'done' in reply ? 'connected' : 'failed';
  } catch {
    return 'failed';
  }
}
