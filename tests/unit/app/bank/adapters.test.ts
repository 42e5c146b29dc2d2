import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Adapter } from '@/utils/adapters/schema';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { demoCloud } from '@/utils/adapters/sites/demoCloud';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { allAdapters, checkAdapter, dropAdapter, keepAdapter, switchAdapter } from '@/utils/app/adapters';
import { instant } from '@/utils/domain/schema/time';
import { NO_POLICY, type Policy, savePolicy } from '@/utils/platform/policy';
import { FakeLocks } from '../../store/support/locks';
import { newSigner, type Signer } from './signing';

const NOW = instant.parse(Date.UTC(2026, 10, 20));
const BANKS: Adapter = { ...demoModern, title: '总行的', version: '7' };
const OWN: Adapter = { ...demoCloud, id: 'mine', title: '我的' };

let bank: Signer;
let stranger: Signer;

const set = (policy: Partial<Policy>): Promise<void> =>
  savePolicy({ ...NO_POLICY, adapterKeys: [bank.publicKey], ...policy }, NOW);
const keep = (adapter: unknown) => keepAdapter(JSON.stringify(adapter), NOW);
const barredOf = async (adapter: unknown) => {
  const kept = await keep(adapter);
  return kept.ok ? 'kept' : kept.error[0]?.barred;
};
/** Whose each adapter is, in order, but for those that come with the product and nobody touched. */
const inForce = async () =>
  (await allAdapters()).known
    .filter(({ from }) => from !== 'builtIn')
    .map(({ adapter, from, off }) => `${from} ${adapter.title}${off ? ' off' : ''}`);
const refused = async () => (await allAdapters()).refused.map(({ title, why }) => `${title} ${why}`);

beforeAll(async () => {
  bank = await newSigner();
  stranger = await newSigner();
});
beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
});

describe('adapters that the bank has set', () => {
  it('come first, then one’s own, then those of the product that neither stands in for', async () => {
    await keep(OWN);
    await set({ adapters: [await bank.sign(BANKS)] });
    const { known } = await allAdapters();
    expect(known.slice(0, 2).map(({ from, adapter }) => [from, adapter.title])).toEqual([
      ['bank', '总行的'],
      ['own', '我的'],
    ]);
    const others = known.slice(2).map(({ adapter }) => adapter.id);
    expect(others).toEqual(BUILT_IN.map(({ id }) => id).filter((id) => id !== BANKS.id));
  });

  it('count only with a good signature by a key that the policy names', async () => {
    const good = await bank.sign(BANKS);
    const other = await stranger.sign({ ...BANKS, id: 'b', title: '别人的' });
    const changed = { ...(await bank.sign(OWN)), adapter: JSON.stringify({ ...OWN, title: '改过' }) };
    const claimed = { ...(await stranger.sign({ ...OWN, title: '冒名' })), key: good.key };
    await set({ adapters: [good, other, changed, claimed] });
    expect(await inForce()).toEqual(['bank 总行的']);
    expect(await refused()).toEqual(['别人的 unknownKey', '改过 signature', '冒名 signature']);
  });

  it('do not take one another along where one is garbled, and the first of one id counts', async () => {
    const good = await bank.sign(BANKS);
    await set({
      adapters: [
        7,
        null,
        { ...good, note: 'x' },
        { ...good, signature: 'AAAA' },
        await bank.sign('{"format":1}'),
        await bank.sign('not JSON'),
        good,
        await bank.sign({ ...BANKS, title: '第二个' }),
      ],
      adapterKeys: ['%%%', 7, bank.publicKey, 'AAAA'],
    });
    expect(await inForce()).toEqual(['bank 总行的']);
    expect(await refused()).toEqual([...Array(6).fill('null garbled'), '第二个 twice']);
  });

  it('are nothing without keys', async () => {
    await set({ adapters: [await bank.sign(BANKS)], adapterKeys: [] });
    expect(await inForce()).toEqual([]);
    expect(await refused()).toEqual(['总行的 noKeys']);
  });

  it('are neither switched off nor replaced; what was one’s own of that id waits, and can be put away', async () => {
    await keep({ ...OWN, id: BANKS.id });
    await switchAdapter(BANKS.id, false);
    await set({ adapters: [await bank.sign(BANKS)] });
    expect(await inForce()).toEqual(['bank 总行的']);
    expect((await allAdapters()).refused).toEqual([{ title: '我的', ownId: BANKS.id, why: 'bankHas' }]);
    expect(await barredOf({ ...OWN, id: BANKS.id })).toBe('bankHas');
    expect(await barredOf(await bank.sign(BANKS))).toBe('bankHas');
    await dropAdapter(BANKS.id);
    expect(await refused()).toEqual([]);
    expect(await inForce()).toEqual(['bank 总行的']);
  });
});

describe('a bank that lets users have none of their own', () => {
  it('has theirs kept and not in force, and none saved', async () => {
    await keep(OWN);
    await set({ ownAdapters: false });
    expect(await inForce()).toEqual([]);
    expect((await allAdapters()).ownAllowed).toBe(false);
    expect(await barredOf(OWN)).toBe('ownOff');
    await set({});
    expect(await inForce()).toEqual(['own 我的']);
  });

  it('still has those that it has signed', async () => {
    await set({ ownAdapters: false });
    expect(await barredOf(await bank.sign(BANKS))).toBe('kept');
    expect(await inForce()).toEqual(['signed 总行的']);
  });
});

describe('a signed adapter as a file', () => {
  it('is known for one as it is checked, and kept where its signature is good', async () => {
    await set({});
    const envelope = await bank.sign(BANKS);
    expect(checkAdapter(JSON.stringify(envelope))).toMatchObject({ ok: true, value: { signed: true } });
    expect(checkAdapter(JSON.stringify(BANKS))).toMatchObject({ ok: true, value: { signed: false } });
    expect(await barredOf(envelope)).toBe('kept');
    expect(await inForce()).toEqual(['signed 总行的']);
  });

  it('is refused without keys, by another key, or changed', async () => {
    await set({ adapterKeys: [] });
    expect(await barredOf(await bank.sign(BANKS))).toBe('noKeys');
    await set({});
    expect(await barredOf(await stranger.sign(BANKS))).toBe('unknownKey');
    const signed = await bank.sign(BANKS);
    expect(await barredOf({ ...signed, adapter: JSON.stringify(OWN) })).toBe('signature');
    expect(await inForce()).toEqual([]);
  });

  it('is not replaced by an unsigned one, but by a newer signed one, and can be switched off and removed', async () => {
    await set({});
    await keep(await bank.sign(BANKS));
    expect(await barredOf(BANKS)).toBe('bankSigned');
    expect(await barredOf(await bank.sign({ ...BANKS, title: '新版' }))).toBe('kept');
    await switchAdapter(BANKS.id, false);
    expect(await inForce()).toEqual(['signed 新版 off']);
    await dropAdapter(BANKS.id);
    expect(await inForce()).toEqual([]);
    expect(await barredOf(BANKS)).toBe('kept');
  });

  it('goes with the key that signed it', async () => {
    await set({});
    await keep(await bank.sign(BANKS));
    await set({ adapterKeys: [stranger.publicKey] });
    expect(await inForce()).toEqual([]);
    expect((await allAdapters()).refused).toEqual([{ title: '总行的', ownId: BANKS.id, why: 'unknownKey' }]);
  });
});
