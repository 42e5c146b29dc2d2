import { useEffect, useState } from 'preact/hooks';
import type { EveningPort } from '@/utils/app/eveningPort';
import type { Brief } from '@/utils/domain/brief';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { ClientId } from '@/utils/domain/schema/ids';

/** Clients with their cards, as they were read last. */
export interface KnownClients {
  briefs: readonly Brief[];
  bundles: ReadonlyMap<ClientId, ClientBundle>;
}

/** Reads these clients, and again whenever their cards change; null until they were read once. */
export function useClients(evening: EveningPort, briefs: readonly Brief[]): KnownClients | null {
  const [known, setKnown] = useState<KnownClients | null>(null);
  useEffect(() => {
    let gone = false;
    void evening.clients(briefs.map(({ clientId }) => clientId)).then((bundles) => {
      if (!gone) setKnown({ briefs, bundles });
    });
    return () => {
      gone = true;
    };
  }, [evening, briefs]);
  return known;
}
