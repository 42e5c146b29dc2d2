import { expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { taughtAgain } from '@/utils/app/teaching/again';

const [page] = demoModern.pages;
if (!page) throw new Error('no page');
const taught = {
  ...demoModern,
  id: 'own-crm',
  crmId: 'crm-bank-test',
  title: '学到的CRM',
  version: '2026.11.22',
  pages: [
    {
      ...page,
      id: 'client',
      entity: 'customer',
      kind: 'individual' as const,
      root: ['main'],
      fields: page.fields.slice(0, 2),
      contacts: undefined,
    },
  ],
};

it('a page taught anew is read in its new place, under the records that are known', () => {
  const next = taughtAgain(demoModern, 'split', taught);
  expect(next).toMatchObject({ id: demoModern.id, crmId: demoModern.crmId, title: demoModern.title });
  expect(next.version).not.toBe(demoModern.version);
  const [first, split, drawer] = next.pages;
  expect([first, drawer]).toEqual([demoModern.pages[0], demoModern.pages[2]]);
  expect(split).toMatchObject({ id: 'split', root: ['main'], fields: taught.pages[0]?.fields });
  const { entity, kind, contacts } = demoModern.pages[1] ?? {};
  expect(split).toMatchObject({ entity, kind, contacts });
  expect(compileAdapter(next).ok).toBe(true);
});

it('a page that the adapter does not have changes none of its pages', () => {
  expect(taughtAgain(demoModern, 'gone', taught).pages).toEqual(demoModern.pages);
});
