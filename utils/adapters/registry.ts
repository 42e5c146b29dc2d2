import type { Sighting } from '@/utils/domain/schema/sighting';
import { compileAdapter } from './compile';
import { type CompiledAdapter, type Rank, type RawSighting, UNAIDED } from './compiled';
import type { Adapter } from './schema';

/** The longest id a CRM may have: see `recordRef`. */
const MAX_CRM_ID = 64;

/** The adapters in force. */
export interface Registry {
  /** What the content script looks for on the pages of an origin. */
  adaptersFor(origin: string): CompiledAdapter[];
  /** What a content script saw, made out by the adapter it names; null if there is no such adapter or page (any more). */
  understand(raw: RawSighting): Promise<Sighting | null>;
}

const fitsHost = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** Whether an adapter is for the CRM at this origin; one that names no hosts may be for any. */
export function isFor({ hosts }: Adapter, origin: string): boolean {
  const { hostname } = new URL(origin);
  return hosts?.some((pattern) => fitsHost(pattern, hostname)) ?? true;
}

/** How surely an adapter that is for a host is meant for it. */
function rankOn({ hosts }: Adapter, hostname: string): Rank {
  if (!hosts) return 2;
  return hosts.includes(hostname) ? 0 : 1;
}

/** The CRM's id where each host numbers its records for itself: `odoo` on crm.bank.example is `odoo.crm.bank.example`. */
function crmIdOn({ crmId, perHost }: Adapter, host: string): string {
  return perHost ? `${crmId}.${host.replace(/[^a-z0-9.-]+/g, '-')}`.slice(0, MAX_CRM_ID) : crmId;
}

/**
 * A registry of these adapters, of which the first of one id counts: an adapter of the user's own can
 * stand in for one that comes with the product. Each is compiled when it is first asked for.
 *
 * @throws where one does not compile: whoever keeps adapters checks them before
 */
export function createRegistry(adapters: readonly Adapter[]): Registry {
  const inForce = adapters.filter(({ id }, index) => adapters.findIndex((one) => one.id === id) === index);
  const known = new Map<Adapter, CompiledAdapter>();
  const compiled = (adapter: Adapter): CompiledAdapter => {
    const before = known.get(adapter);
    if (before) return before;
    const result = compileAdapter(adapter);
    if (!result.ok) throw new Error(`adapter ${adapter.id}: ${JSON.stringify(result.error)}`);
    known.set(adapter, result.value.compiled);
    return result.value.compiled;
  };
  return {
    adaptersFor(origin) {
      const { hostname, host } = new URL(origin);
      return inForce
        .filter((adapter) => isFor(adapter, origin))
        .map((adapter) => ({
          ...compiled(adapter),
          crmId: crmIdOn(adapter, host),
          rank: rankOn(adapter, hostname),
        }));
    },
    async understand(raw) {
      const adapter = inForce.find(({ id }) => id === raw.adapter);
      if (!adapter) return null;
      const { pages, unaided } = compiled(adapter);
      const page = pages.find(({ id }) => id === raw.page) ?? null;
      const isKnown = page !== null || (raw.page === UNAIDED && unaided !== null);
      if (!isKnown) return null;
      // Telephone numbers of the whole world: nothing a page has to wait for that only asks what to look for.
      const { interpret } = await import('./interpret');
      return interpret(raw, page, adapter.region ?? 'CN');
    },
  };
}
