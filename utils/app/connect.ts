import { mayConnect } from '@/utils/domain/bank/bankSettings';
import type { Instant } from '@/utils/domain/schema/time';
import { type Connection, loadConnections, saveConnections } from '@/utils/platform/connections';
import { registerFor } from '@/utils/platform/contentScripts';
import { giveBack, isGranted } from '@/utils/platform/permissions';
import { loadBank } from '@/utils/platform/policyBank';
import { inLine } from './inLine';

/** Which of the connected CRMs the browser still lets us see, and the bank. */
async function grantedOnly(connections: readonly Connection[]): Promise<Connection[]> {
  const [{ bank }, ...granted] = await Promise.all([
    loadBank(),
    ...connections.map((c) => isGranted(c.origin)),
  ]);
  return connections.filter(({ origin }, i) => granted[i] === true && mayConnect(bank, origin));
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
 * Makes list, permissions, the bank's word and registered scripts agree: a permission taken away in the browser's
 * own settings ends the connection, and so does a bank that does not name the CRM. Run at install, start and each
 * change of permissions or policy.
 */
export const reconcileConnections = (): Promise<void> => inConnections(reconcile);

/** Connects a CRM whose permission has been granted; says so if it has not, or if it was connected before. */
export const connectCrm = (
  origin: string,
  now: Instant,
): Promise<'connected' | 'already' | 'notGranted' | 'byBank'> =>
  inConnections(async () => {
    if (!mayConnect((await loadBank()).bank, origin)) {
      // Asked for in vain: what is not used is given back.
      await giveBack(origin);
      return 'byBank';
    }
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

/** Remembers that an adapter has recognised a client on this CRM, for the options page to say. */
export const noteAdapter = (origin: string, adapter: string): Promise<void> =>
  inConnections(async () => {
    const kept = await loadConnections();
    const found = kept.find((c) => c.origin === origin);
    if (!found || found.adapters.includes(adapter)) return;
    await saveConnections(kept.map((c) => (c === found ? { ...c, adapters: [...c.adapters, adapter] } : c)));
  });
