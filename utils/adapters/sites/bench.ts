import type { Adapter, AdapterPage } from '../schema';

const FIELDS: AdapterPage['fields'] = Array.from({ length: 20 }, (_, index) => ({
  key: `crm.字段${index}`,
  find: { label: `字段${index}` },
  as: { type: 'text' },
}));

const IDENTITY: AdapterPage['identity'] = {
  id: { url: 'id' },
  shape: 'digits',
  confirm: [{ selector: '[data-client-id]', attribute: 'data-client-id' }],
};

const PAGE: Omit<AdapterPage, 'id' | 'url' | 'root'> = {
  identity: IDENTITY,
  entity: 'client',
  kind: 'company',
  name: { find: { selector: 'h1' }, until: 'bracket' },
  fields: FIELDS,
};

/** The pages of the speed measurement: number from the path, confirmed in the page; in bench builds only. */
export const bench: Adapter = {
  format: 1,
  id: 'bench',
  crmId: 'bench',
  title: 'Bench',
  version: '1',
  author: 'Zhibi',
  hosts: ['127.0.0.1', 'localhost'],
  pages: [
    {
      ...PAGE,
      id: 'crm',
      url: { pathname: '/crm/client/:id' },
      root: ['main'],
    },
    {
      ...PAGE,
      id: 'spa',
      url: { pathname: '/spa/client/:id' },
      root: ['#d'],
    },
  ],
};
