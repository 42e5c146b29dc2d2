import { compileAdapter } from '@/utils/adapters/compile';
import type { CompiledAdapter, RawSighting } from '@/utils/adapters/compiled';
import { interpret } from '@/utils/adapters/interpret';
import type { Adapter, AdapterPage } from '@/utils/adapters/schema';
import type { Sighting } from '@/utils/domain/schema/sighting';

/** The smallest page of an adapter: number from the path, confirmed in the page, name from the heading. */
export const plainPage = (change: Partial<AdapterPage> = {}): AdapterPage => ({
  id: 'detail',
  url: { pathname: '/client/:id' },
  entity: 'client',
  kind: 'individual',
  root: ['main'],
  identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label: '客户号' }] },
  name: { find: { selector: 'h1' } },
  fields: [],
  ...change,
});

export const plainAdapter = (pages: AdapterPage[], change: Partial<Adapter> = {}): Adapter => ({
  format: 1,
  id: 'test',
  crmId: 'test',
  title: 'Test',
  version: '1',
  author: 'Zhibi',
  pages,
  ...change,
});

/** Compiles an adapter that must be right. */
export function compiled(pages: AdapterPage[], change: Partial<Adapter> = {}): CompiledAdapter {
  const result = compileAdapter(plainAdapter(pages, change));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.compiled;
}

/** What a sighting in page words means, by the adapter it names. */
export function meaning(raw: RawSighting, adapters: readonly CompiledAdapter[]): Sighting | null {
  const adapter = adapters.find(({ id }) => id === raw.adapter);
  const page = adapter?.pages.find(({ id }) => id === raw.page);
  return page ? interpret(raw, page, 'CN') : null;
}
