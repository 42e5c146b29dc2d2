import type { CompiledAdapter, IdSource } from '@/utils/adapters/compiled';
import { RECORD_NUMBERS } from '@/utils/adapters/generic/lexicon/entities';
import { foldLabel } from '@/utils/adapters/text';
import { loadConnections } from '@/utils/platform/connections';
import { theAdapters } from '../adapters';

const NUMBER_LABELS: ReadonlySet<string> = new Set(RECORD_NUMBERS.split('|').map(foldLabel));

const isNumber = (source: IdSource): boolean =>
  source.from === 'page' &&
  source.find.by === 'label' &&
  source.find.labels.some((label) => NUMBER_LABELS.has(foldLabel(label)));

/** Whether a CRM's records go by the number that a page of it shows as the client's. */
const isNumbered = ({ pages }: CompiledAdapter): boolean =>
  pages.some(({ identity: { id, confirm } }) => [id, ...confirm].some(isNumber));

/**
 * The CRM to which a spreadsheet's client numbers belong: the only one that is connected, where it was seen to show
 * clients, by adapters that all know the number's place. Null where that is not sure.
 */
export async function numberedCrm(): Promise<string | null> {
  const [only, ...others] = await loadConnections();
  if (!only || others.length > 0) return null;
  const seen = (await theAdapters()).adaptersFor(only.origin).filter(({ id }) => only.adapters.includes(id));
  const [crmId, ...more] = new Set(seen.map((adapter) => adapter.crmId));
  return crmId !== undefined && more.length === 0 && seen.every(isNumbered) ? crmId : null;
}
