import { describe, expect, it } from 'vitest';
import { spotIn } from '@/entrypoints/crm.content/current';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { createRegistry } from '@/utils/adapters/registry';
import type { Adapter } from '@/utils/adapters/schema';
import { plainAdapter, plainPage } from './build';
import { isVisible, openPage } from './page';

const ORIGIN = 'https://crm.bank.example';
const ADDRESS = `${ORIGIN}/client/10000001`;

/** Reads the number from what stands under `label`, and the name from what `name` selects. */
const reading = (id: string, hosts: string[] | null, label: string, name = 'h1'): Adapter =>
  plainAdapter(
    [
      plainPage({
        identity: { id: { url: 'id' }, shape: 'digits', confirm: [{ label }] },
        name: { find: { selector: name } },
      }),
    ],
    { id, crmId: id, ...(hosts ? { hosts } : {}) },
  );

const named = (label = '客户号') => reading('named', ['crm.bank.example'], label);
const parted = (label = '客户号') => reading('parted', ['*.bank.example'], label);
const any = (label = '客户号') => reading('any', null, label);

const PAGE = '<main><h1>王丽华</h1><h2>李强</h2><p>客户号：10000001</p><p>旧号：10000009</p></main>';

async function look(adapters: readonly CompiledAdapter[], html = PAGE, address = ADDRESS) {
  const document = await openPage(html, address);
  return recognise(candidatesFor(adapters, address), document, isVisible, true);
}

const on = (adapters: readonly Adapter[]) => createRegistry(adapters).adaptersFor(ORIGIN);

async function whose(adapters: readonly Adapter[], html = PAGE): Promise<string> {
  const seen = await look(on(adapters), html);
  const { recognition } = seen;
  if (recognition.state !== 'sighting')
    return recognition.state === 'ambiguous' ? recognition.why : recognition.state;
  // Whoever is believed is also the one whose place is watched from now on.
  expect(spotIn(seen)?.reading.sighting).toBe(recognition.sighting);
  return recognition.sighting.adapter;
}

describe('a page that two adapters fit', () => {
  it.each<[string, Adapter[]]>([
    ['one names the host, one a part of it', [named(), parted()]],
    ['one names the host, one none', [named(), any()]],
    ['in the other order', [any(), parted(), named()]],
  ])('is read by the one that is surer of the host: %s', async (_, adapters) => {
    expect(await whose(adapters)).toBe('named');
    expect(await whose(adapters.toReversed())).toBe('named');
  });

  it('is read by one for a part of the host before one for any', async () => {
    expect(await whose([any(), parted()])).toBe('parted');
  });

  it('is nobody’s where two are equally sure and see different records', async () => {
    expect(await whose([any(), reading('other', null, '客户号')])).toBe('twoClients');
    expect(await whose([named(), reading('other', ['crm.bank.example'], '客户号')])).toBe('twoClients');
    expect(await whose([parted(), reading('other', ['*.example'], '客户号')])).toBe('twoClients');
  });

  it('is both’s where they see the same record of the same CRM', async () => {
    const same = { ...any(), id: 'same' };
    expect(await whose([any(), same])).toBe('any');
  });

  it('stays in doubt where the surer one doubts, whatever the other sees', async () => {
    expect(await whose([named('旧号'), any()])).toBe('mismatch');
    expect(await whose([reading('named', ['crm.bank.example'], '客户号', 'h1, h2'), any()])).toBe('twoNames');
  });

  it('is waited for where the surer one’s client is due and not there', async () => {
    expect(await whose([named('编号'), any()])).toBe('waiting');
    expect(await whose([{ ...named(), pages: [plainPage({ root: ['article'] })] }, any()])).toBe('waiting');
  });

  it('is left to the other where the surer one has nothing to say of the address', async () => {
    const elsewhere = plainAdapter([plainPage({ url: { pathname: '/account/:id' } })], {
      id: 'named',
      hosts: ['crm.bank.example'],
    });
    expect(await whose([elsewhere, any()])).toBe('any');
    const drawer = plainAdapter(
      [
        plainPage({
          url: { pathname: '/*' },
          identity: { id: { label: '客户号' }, shape: 'digits' },
          root: ['.drawer'],
        }),
      ],
      {
        id: 'named',
        hosts: ['crm.bank.example'],
      },
    );
    expect(await whose([drawer, any()])).toBe('any');
  });

  it('does not disturb the surer one by a doubt of the other', async () => {
    expect(await whose([named(), any('旧号')])).toBe('named');
    expect(await whose([named(), reading('any', null, '客户号', 'h1, h2')])).toBe('named');
  });
});

describe('the number of a CRM that each bank runs for itself', () => {
  const own = (perHost?: true): Adapter => ({ ...any(), ...(perHost ? { perHost } : {}) });
  const crmIds = (adapter: Adapter, ...origins: string[]) =>
    origins.map((origin) => createRegistry([adapter]).adaptersFor(origin)[0]?.crmId);

  it('is another one on another host', () => {
    expect(crmIds(own(true), ORIGIN, 'http://10.0.0.7:8069', 'https://CRM2.bank.example')).toEqual([
      'any.crm.bank.example',
      'any.10.0.0.7-8069',
      'any.crm2.bank.example',
    ]);
  });

  it('is one on all where the CRM has one numbering', () => {
    expect(crmIds(own(), ORIGIN, 'https://other.example')).toEqual(['any', 'any']);
  });

  it('goes into the record that is sighted, and is understood', async () => {
    const registry = createRegistry([own(true)]);
    const { recognition } = await look(registry.adaptersFor(ORIGIN));
    const seen = recognition.state === 'sighting' ? await registry.understand(recognition.sighting) : null;
    expect(seen?.record).toEqual({ crmId: 'any.crm.bank.example', entity: 'client', recordId: '10000001' });
  });

  it('is one that a record may have, however long the host', async () => {
    const origin = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
    const registry = createRegistry([own(true)]);
    const address = `${origin}/client/10000001`;
    const { recognition } = await look(registry.adaptersFor(origin), PAGE, address);
    expect(
      recognition.state === 'sighting' && (await registry.understand(recognition.sighting)),
    ).toMatchObject({
      name: '王丽华',
    });
  });
});
