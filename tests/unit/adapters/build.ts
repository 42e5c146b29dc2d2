import { compileAdapter } from '@/utils/adapters/compile';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import type { Adapter, AdapterPage } from '@/utils/adapters/schema';

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
