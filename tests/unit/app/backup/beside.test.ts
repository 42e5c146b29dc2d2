import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoCloud } from '@/utils/adapters/sites/demoCloud';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { allAdapters, keepAdapter, switchAdapter } from '@/utils/app/adapters';
import { besideShown, putBeside } from '@/utils/app/backup/beside/beside';
import { besideNow } from '@/utils/app/backup/beside/now';
import { openFile } from '@/utils/app/backup/open';
import { previewOf } from '@/utils/app/backup/restoring';
import { fileSource } from '@/utils/app/backup/source';
import { openMappings } from '@/utils/app/import/mappings';
import { browserPorts } from '@/utils/app/storePorts';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import { loadKept, saveKept } from '@/utils/platform/library';
import { NO_POLICY, type Policy, savePolicy } from '@/utils/platform/policy';
import { loadOwnSettings, loadSettings, saveSettings } from '@/utils/platform/settings';
import { newSigner, type Signer } from '../bank/signing';
import { tools } from '../lock/world';
import { aBackup, aBook, aBrowser, NOW, PASSWORD, ZONE } from './world';

vi.setConfig({ testTimeout: 60_000 });

const OWN: Settings = {
  ...defaultSettings(ZONE),
  theme: 'dark',
  promptsPerClient: 5,
  rulesOff: ['birthday'],
};
const TAUGHT = { ...demoCloud, id: 'taught', title: '教过的' };
const HEADINGS = '客户号|姓名';
const UNDERSTOOD = { kind: 'clients', headings: 0, mapping: ['who.number', 'who.name'] } as const;
const aTrack = (id: string, text: string) =>
  ({ type: 'track', id, title: `题目 ${id}`, kind: 'care', text }) as const;

let bank: Signer;
beforeAll(async () => {
  bank = await newSigner();
});
beforeEach(aBrowser);

const set = (policy: Partial<Policy>): Promise<void> =>
  savePolicy({ ...NO_POLICY, adapterKeys: [bank.publicKey], ...policy }, NOW);
const titles = async () =>
  (await allAdapters()).known
    .filter(({ from, off }) => from === 'own' || off)
    .map(({ adapter, off }) => `${adapter.title}${off ? ' off' : ''}`);

/** What a user has made of Zhibi beside the book. */
async function settleIn(): Promise<void> {
  await saveSettings(OWN);
  await keepAdapter(JSON.stringify(TAUGHT), NOW);
  await switchAdapter(demoModern.id, false);
  await saveKept({ own: [aTrack('mine', '谢谢您')], counts: { mine: { used: 3, worked: 1 } } });
  const mappings = await openMappings();
  mappings.put(HEADINGS, UNDERSTOOD);
}

describe('what lies beside the book', () => {
  it('goes into a backup, and comes back on another machine', async () => {
    await aBook();
    await settleIn();
    const file = await aBackup();
    await aBrowser();
    const opening = await openFile(fileSource(file), PASSWORD, tools.stretch);
    if (opening.state !== 'open') throw new Error(opening.state);
    const { signal } = new AbortController();
    const { preview, beside } = await previewOf(opening.backup, browserPorts(), () => {}, signal);
    expect(preview.beside).toMatchObject([
      { part: 'settings', state: 'read', changed: expect.arrayContaining(['theme', 'rulesOff']), held: [] },
      { part: 'adapters', state: 'read', added: ['教过的'], changed: [demoModern.title], unread: 0 },
      { part: 'library', state: 'read', added: ['题目 mine'] },
      { part: 'importMappings', state: 'read', added: [expect.any(String)] },
    ]);
    // A look changes nothing.
    expect(await titles()).toEqual([]);
    expect(await putBeside(beside)).toEqual({
      taken: ['settings', 'adapters', 'library', 'importMappings'],
      refused: [],
    });
    expect(await loadSettings()).toEqual(OWN);
    expect(await titles()).toEqual(['教过的', `${demoModern.title} off`]);
    expect((await loadKept()).counts).toEqual({ mine: { used: 3, worked: 1 } });
    expect((await openMappings()).find(HEADINGS)).toEqual(UNDERSTOOD);
    for (const shown of await besideShown(beside))
      expect(shown).toMatchObject({ state: 'read', added: [], changed: [], held: [], unread: 0 });
  });

  it('is nothing in a backup of somebody who changed nothing', async () => {
    expect([...(await besideNow())]).toEqual([]);
    expect(await besideShown(new Map())).toEqual([]);
  });

  it('takes nothing away that came to be here since', async () => {
    await settleIn();
    const then = await besideNow();
    await keepAdapter(JSON.stringify({ ...TAUGHT, title: '后来改过' }), NOW);
    await keepAdapter(JSON.stringify({ ...TAUGHT, id: 'later', title: '后来教的' }), NOW);
    await switchAdapter('later', false);
    await saveKept({
      own: [aTrack('mine', '改过'), aTrack('later', '后来写的')],
      counts: { mine: { used: 7, worked: 1 }, later: { used: 1, worked: 0 } },
    });
    const shown = await besideShown(then);
    expect(shown.find(({ part }) => part === 'adapters')).toMatchObject({ added: [], changed: ['教过的'] });
    expect(shown.find(({ part }) => part === 'library')).toMatchObject({ added: [], changed: ['题目 mine'] });
    await putBeside(then);
    expect(await titles()).toEqual(['教过的', '后来教的 off', `${demoModern.title} off`]);
    const { own, counts } = await loadKept();
    expect(own.map(({ id }) => id)).toEqual(['mine', 'later']);
    expect(own[0]).toMatchObject({ text: '谢谢您' });
    expect(counts).toEqual({ mine: { used: 7, worked: 1 }, later: { used: 1, worked: 0 } });
  });
});

describe('what the bank has set', () => {
  it('is not restored over, and the user’s own of then waits behind it', async () => {
    await settleIn();
    const then = await besideNow();
    await aBrowser();
    await set({ method: { promptsPerClient: 1 } });
    const [settings] = await besideShown(then);
    expect(settings).toMatchObject({ held: ['promptsPerClient'] });
    expect(settings).not.toMatchObject({ changed: expect.arrayContaining(['promptsPerClient']) });
    const before = await loadOwnSettings();
    await putBeside(then);
    expect(await loadSettings()).toMatchObject({ promptsPerClient: 1, theme: 'dark' });
    expect((await loadOwnSettings()).promptsPerClient).toBe(before.promptsPerClient);
  });

  it('lets no adapter in that it would not let be kept', async () => {
    await settleIn();
    const then = await besideNow();
    await aBrowser();
    await set({ adapters: [await bank.sign({ ...TAUGHT, title: '本行的' })] });
    expect((await besideShown(then)).find(({ part }) => part === 'adapters')).toMatchObject({
      added: [],
      held: ['教过的'],
    });
    await putBeside(then);
    expect(await titles()).toEqual([`${demoModern.title} off`]);
    await set({ ownAdapters: false });
    await putBeside(then);
    await set({});
    expect(await titles()).toEqual([`${demoModern.title} off`]);
  });
});

describe('a part that is damaged', () => {
  it.each([
    ['settings', '{"zone":"Asia/Shanghai"}'],
    ['settings', 'no JSON'],
    ['adapters', '{"own":[{"json":5}],"off":[]}'],
    ['library', '{"own":[],"counts":{"a":{"used":-1,"worked":0}}}'],
    ['importMappings', '[{"headings":"x"}]'],
  ] as const)('is refused, %s as %s, and takes no other along', async (part, json) => {
    await settleIn();
    const then = new Map(await besideNow());
    await aBrowser();
    then.set(part, json);
    expect((await besideShown(then)).find((one) => one.part === part)).toEqual({ part, state: 'damaged' });
    const { taken, refused } = await putBeside(then);
    expect(refused).toEqual([part]);
    expect(taken).toHaveLength(3);
    expect(new Map(await besideNow()).has(part)).toBe(false);
  });

  it('by one adapter that is none, or one piece with a password, loses that alone', async () => {
    await settleIn();
    const then = new Map(await besideNow());
    await aBrowser();
    const good = JSON.stringify(TAUGHT);
    then.set(
      'adapters',
      JSON.stringify({
        own: [
          { json: '{}', since: NOW },
          { json: good, since: NOW },
        ],
        off: [],
      }),
    );
    const secret = aTrack('secret', '网银密码：Abcd1234');
    then.set('library', JSON.stringify({ own: [secret, aTrack('mine', '谢谢您')], counts: {} }));
    const shown = await besideShown(then);
    expect(shown.filter(({ part }) => part === 'adapters' || part === 'library')).toMatchObject([
      { added: ['教过的'], unread: 1 },
      { added: ['题目 mine'], unread: 1 },
    ]);
    await putBeside(then);
    expect(await titles()).toEqual(['教过的']);
    expect((await loadKept()).own.map(({ id }) => id)).toEqual(['mine']);
  });

  it('is left alone where only a newer Zhibi knows its name', async () => {
    const found = new Map([['somethingElse', '{}']]);
    expect(await besideShown(found)).toEqual([]);
    expect(await putBeside(found)).toEqual({ taken: [], refused: [] });
  });
});
