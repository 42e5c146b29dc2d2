import { describe, expect, it } from 'vitest';
import { compileAdapter } from '@/utils/adapters/compile';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { createRegistry } from '@/utils/adapters/registry';
import type { Adapter } from '@/utils/adapters/schema';
import { bench } from '@/utils/adapters/sites/bench';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import { CLIENT_KINDS } from '@/utils/domain/schema/client';
import { type Sighting, sighting } from '@/utils/domain/schema/sighting';
import { buildBank } from '../../demo-crm/data/bank';
import { meaning } from './build';
import { isVisible, openPage } from './page';
import { clientPages, savedPages } from './savedPages';

const { adaptersFor, understand } = createRegistry(BUILT_IN);
const ALL: readonly Adapter[] = [...BUILT_IN, bench];
const SAVED = savedPages();

function compiled(adapter: Adapter) {
  const result = compileAdapter(adapter);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.compiled;
}

/** Every string of an adapter that is a selector, wherever it stands. */
function selectorsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return /^(?:selector|within|row|container|root|visible|absent)$/.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => selectorsIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => selectorsIn(each, name));
}

describe.each(ALL.map((adapter) => [adapter.id, adapter] as const))('the adapter %s', (id, adapter) => {
  it('compiles', () => {
    expect(compiled(adapter).id).toBe(id);
  });

  it('names selectors that a browser can parse', async () => {
    const document = await openPage('<p></p>');
    const selectors = selectorsIn(adapter);
    expect(selectors.length).toBeGreaterThan(0);
    for (const selector of selectors) expect(() => document.querySelector(selector), selector).not.toThrow();
  });

  it('gives the catalogue’s fields the values they have there', () => {
    for (const { fields } of adapter.pages) {
      for (const { key, only, as } of fields.filter(
        ({ key: name }) => !name.startsWith('crm.') && name !== 'serviceLevel',
      )) {
        const places = CLIENT_KINDS.filter((kind) => only === undefined || only === kind).map((kind) =>
          catalogueField(kind, key),
        );
        const known = places.filter((place) => place !== null);
        expect(known.length, key).toBeGreaterThan(0);
        const type = {
          text: 'text',
          digits: 'text',
          phone: 'phone',
          date: 'day',
          money: 'money',
          number: 'number',
          choice: 'choice',
        }[as.type];
        for (const place of known) {
          expect(place.type, key).toBe(type);
          if (as.type === 'choice')
            expect(place.choices, key).toEqual(expect.arrayContaining(Object.values(as.codes)));
        }
      }
    }
  });

  it('knows its own pages by their addresses and no other’s', () => {
    const known = SAVED.filter(({ url }) => candidatesFor([compiled(adapter)], url).length > 0);
    expect(known.filter((page) => page.adapter !== id)).toEqual([]);
    const shown = SAVED.filter((page) => page.adapter === id && page.expected.state !== 'none');
    expect(shown.filter((page) => !known.includes(page))).toEqual([]);
  });
});

describe('the register', () => {
  it('holds every adapter once', () => {
    const ids = ALL.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(3);
  });

  const offered = (origin: string) => adaptersFor(origin).map(({ id }) => id);
  const hostless = BUILT_IN.filter(({ hosts }) => hosts === undefined).map(({ id }) => id);

  it('offers an origin only the adapters that may be meant for its host', () => {
    const demos = ['demo-classic', 'demo-modern', 'demo-cloud'];
    expect(hostless).toEqual(['espocrm', 'odoo', 'twenty', 'wukong-crm', 'yudao-crm']);
    expect(offered('http://localhost:8080')).toEqual([...demos, ...hostless]);
    expect(offered('https://crm.bank.example')).toEqual(hostless);
    expect(offered('https://localhost.bank.example')).toEqual(hostless);
    expect(offered('https://app.hubspot.com')).toEqual(['hubspot', ...hostless]);
    expect(offered('https://bank.lightning.force.com')).toEqual(['salesforce-lightning', ...hostless]);
    expect(offered('https://bank.lightning.force.com.example')).toEqual(hostless);
  });

  it('keeps the numbers of one bank’s own server apart from another’s', () => {
    for (const { id, hosts, perHost } of BUILT_IN) expect(perHost === true, id).toBe(hosts === undefined);
  });

  it('makes out what a page said, by the adapter and page it was said for', async () => {
    const record = { crmId: 'demo-bank', entity: 'individual', recordId: '10000001' };
    const fields = [{ key: 'mobile', label: '手机号码', text: '138 0000 6621' }];
    const raw = {
      adapter: 'demo-modern',
      page: 'page',
      record,
      kind: 'individual',
      name: '王丽华',
      fields,
      lists: [],
    } as const;
    expect((await understand(raw))?.fields[0]?.value).toEqual({
      type: 'phone',
      raw: '138 0000 6621',
      e164: '+8613800006621',
    });
    expect(await understand({ ...raw, page: 'gone' })).toBeNull();
    expect(await understand({ ...raw, adapter: 'gone' })).toBeNull();
    expect(await understand({ ...raw, name: '' })).toBeNull();
  });
});

describe('a saved page', () => {
  it('is there for every adapter that comes with the product', () => {
    for (const { id } of BUILT_IN) {
      expect(SAVED.filter(({ adapter }) => adapter === id).length, id).toBeGreaterThan(8);
    }
  });

  it.each(SAVED.map((page) => [`${page.adapter}/${page.scene}`, page] as const))(
    '%s shows exactly what is expected of it',
    async (_, page) => {
      const document = await page.open();
      const adapters = ALL.map(compiled);
      const { recognition } = recognise(candidatesFor(adapters, page.url), document, isVisible, true);
      expect(
        recognition.state === 'sighting'
          ? { ...recognition, sighting: meaning(recognition.sighting, adapters) }
          : recognition,
      ).toEqual(page.expected);
    },
  );
});

describe('a page of a CRM without an adapter', () => {
  const addresses = SAVED.filter(({ adapter, expected }) => {
    const { hosts } = BUILT_IN.find(({ id }) => id === adapter) ?? {};
    return hosts === undefined && expected.state === 'sighting';
  }).map(({ url }) => url);

  // Adapters for any host are told apart by their pages alone: not even at their own addresses may they
  // take another CRM's client for theirs.
  it.each(clientPages())('such as %s gives nobody, at whatever address', async (_, html) => {
    expect(addresses.length).toBeGreaterThan(10);
    const document = await openPage(html);
    for (const url of addresses) {
      const candidates = candidatesFor(adaptersFor('https://crm.bank.example'), url);
      expect(candidates.length, url).toBeGreaterThan(0);
      expect(recognise(candidates, document, isVisible, true).recognition.state, url).not.toBe('sighting');
    }
  });
});

describe('what is expected of a ready-made adapter’s pages', () => {
  const seen = SAVED.flatMap((page) =>
    page.expected.state === 'sighting' && !page.adapter.startsWith('demo')
      ? [[`${page.adapter}/${page.scene}`, page, page.expected.sighting] as const]
      : [],
  );

  it.each(seen)('%s is a sighting, and says nothing that the page does not', async (_, page, one) => {
    expect(sighting.safeParse(one).success).toBe(true);
    const document = await page.open();
    const inputs = [...document.querySelectorAll('input,textarea')].map((input) =>
      'value' in input ? String(input.value) : '',
    );
    const words = [document.body.textContent ?? '', ...inputs].join(' ').replace(/\s+/g, '');
    const texts = one.fields.flatMap(({ value }) => (value.type === 'text' ? [value.text] : []));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of [one.name, ...texts]) expect(words).toContain(text.replace(/\s+/g, ''));
    // Whom the page names beside its client, in lists, dialogs and what is hidden.
    expect(JSON.stringify(one)).not.toMatch(/顾沉舟|Gu Chenzhou|gu\.chenzhou|9999|0000099|C20419/);
  });

  it.each(BUILT_IN.filter(({ id }) => !id.startsWith('demo')).map(({ id }) => id))(
    'shows a person or company by %s, and nobody on lists and new records',
    (id) => {
      const mine = SAVED.filter(({ adapter }) => adapter === id);
      const stateOf = (scene: string) => mine.find((page) => page.scene === scene)?.expected.state;
      for (const scene of ['list', 'login']) expect(stateOf(scene), scene).toBe('none');
      expect(stateOf('new')).toMatch(/^(?:none|waiting)$/);
      expect(stateOf('half-loaded')).toBe('waiting');
      expect(stateOf('two-clients')).toBe('ambiguous');
      expect(stateOf('stale')).toBe('sighting');
      const kinds = mine.flatMap(({ expected }) =>
        expected.state === 'sighting' ? [expected.sighting.kind] : [],
      );
      expect(new Set(kinds)).toEqual(new Set(['individual', 'company']));
    },
  );
});

/** Its details are behind another tab: it says no more than its heading and its lists. */
const RELATED_TAB = 'related-tab';

/** Likewise, and each list has a tab to itself. */
const HOLDINGS_TAB = 'holdings-tab';
const RELATIONS_TAB = 'relations-tab';

describe('the lists on the demo bank’s pages', () => {
  const expectedOf = (adapter: string, scene: string) => {
    const expected = SAVED.find((page) => page.adapter === adapter && page.scene === scene)?.expected;
    return expected?.state === 'sighting' ? expected.sighting : null;
  };

  it.each([
    ['demo-modern', 'page', 'page'],
    ['demo-cloud', RELATED_TAB, RELATED_TAB],
    ['demo-classic', HOLDINGS_TAB, RELATIONS_TAB],
  ])(
    'are on %s/%s all of what the bank’s client holds, but for loans, and on %s the family',
    (adapter, money, family) => {
      const one = expectedOf(adapter, money);
      const client = buildBank({ today: '2026-11-23' }).clients.find(
        ({ recordId }) => recordId === one?.record.recordId,
      );
      const held = client?.holdings.filter(({ kind }) => kind !== 'loan').map(({ name }) => name);
      expect(one?.holdings?.map(({ name }) => name)).toEqual(held);
      expect(expectedOf(adapter, family)?.people?.map(({ role }) => role)).toEqual([
        'spouse',
        'parent',
        'child',
      ]);
    },
  );

  it('stand behind a tab beside what the heading says, which is what the details say', () => {
    const [record, related] = [expectedOf('demo-cloud', 'record'), expectedOf('demo-cloud', RELATED_TAB)];
    const keys = related?.fields.map(({ key }) => key);
    expect(keys).toEqual(['serviceLevel', 'mobile', 'riskLevel', 'aum']);
    expect(related?.fields).toEqual(record?.fields.filter(({ key }) => keys?.includes(key)));
  });
});

describe('what is expected of the demo bank’s pages', () => {
  const bank = buildBank({ today: '2026-11-23' });
  const seen = SAVED.flatMap(({ adapter, scene, expected }) =>
    expected.state === 'sighting' && adapter.startsWith('demo') && !scene.endsWith('-tab')
      ? [{ page: `${adapter}/${scene}`, seen: expected.sighting }]
      : [],
  );
  const valueIn = ({ fields }: Sighting, key: string) => fields.find((field) => field.key === key)?.value;

  it.each(seen.map(({ page, seen: one }) => [page, one] as const))(
    '%s is a sighting, and true of the bank',
    (_, one) => {
      expect(sighting.safeParse(one).success).toBe(true);
      const client = bank.clients.find(({ recordId }) => recordId === one.record.recordId);
      expect(client?.kind).toBe(one.kind);
      expect([client?.name, client?.latinName]).toContain(one.name);
      expect(valueIn(one, 'aum')).toEqual({
        type: 'money',
        money: { minor: String(client?.aumFen), currency: 'CNY' },
      });
      expect(valueIn(one, 'bankSince')).toEqual({ type: 'day', day: client?.opened });
      expect(valueIn(one, 'address')).toEqual({ type: 'text', text: client?.address });
      if (client?.kind === 'individual') {
        expect(valueIn(one, 'birthday')).toEqual({ type: 'day', day: client.birthday });
        expect(valueIn(one, 'riskLevel')).toEqual({ type: 'choice', code: client.risk.level });
      } else {
        expect(valueIn(one, 'creditLine')).toEqual({
          type: 'money',
          money: { minor: String(client?.creditLineFen), currency: 'CNY' },
        });
        expect(valueIn(one, 'staff')).toEqual({ type: 'number', number: client?.staff });
      }
      for (const { kind, name, amount, since, maturity, riskLevel } of one.holdings ?? []) {
        const held = client?.holdings.find((each) => each.name === name && each.since === since);
        expect([kind, riskLevel]).toEqual([
          held?.kind === 'insurance' ? 'insuranceSaving' : held?.kind,
          held?.risk === null ? null : `R${held?.risk}`,
        ]);
        // The page rounds to a hundredth of 万元.
        expect(Number(amount?.minor)).toBe(Math.round((held?.amountFen ?? 0) / 10_000) * 10_000);
        expect(maturity).toBe(held?.maturity);
      }
      const around = client?.relations.map(({ role, name }) => `${role} ${name}`) ?? [];
      for (const { role, name } of one.people ?? [])
        if (role !== 'child') expect(around).toContain(`${role} ${name}`);
      const contacts = client?.contacts.slice(0, one.contacts.length) ?? [];
      expect(one.contacts.map(({ day, minute, channel, text }) => ({ day, minute, channel, text }))).toEqual(
        contacts.map(({ day, minute, channel, text }) => ({ day, minute, channel, text })),
      );
    },
  );
});
