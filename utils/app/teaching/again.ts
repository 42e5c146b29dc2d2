import { nextVersion } from '@/utils/adapters/generic/findAgain';
import type { Adapter } from '@/utils/adapters/schema';

/**
 * An adapter with one page as it was taught anew: where it is, whose it is and what it says come from the
 * teaching; what the record is called, its kind and the CRM's list of contacts stay, so that the clients
 * noted under it are known again.
 */
export function taughtAgain(known: Adapter, pageId: string, taught: Adapter): Adapter {
  const [fresh] = taught.pages;
  if (!fresh) return known;
  return {
    ...known,
    version: nextVersion(known.version),
    pages: known.pages.map((page) => {
      if (page.id !== pageId) return page;
      const { id, entity, kind, contacts } = page;
      return { ...fresh, id, entity, kind, ...(contacts ? { contacts } : {}) };
    }),
  };
}
