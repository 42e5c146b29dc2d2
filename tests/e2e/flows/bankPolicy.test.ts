import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeptPage } from '../support/keptPage';
import { extensionKey, ManagedPolicy } from '../support/managedPolicy';
import { Stage } from '../support/stage';

/** What a bank's administrator lays down on the machine, as the browser itself hands it over. */
describe('a policy file of this machine', () => {
  const { key, id } = extensionKey();
  const policy = new ManagedPolicy(id);
  const SET = {
    cadence: { A: 20 },
    lock: { idleMinutes: 7 },
    crmOrigins: ['https://crm.bank.example'],
    retentionDays: 1825,
    recoveryKey: 'not a key',
  };
  let stage: Stage;

  beforeAll(async () => {
    await policy.set(SET);
    stage = await Stage.open({ key });
    await stage.zhibi.forDevelopers();
  });
  afterAll(async () => {
    await stage?.close();
    await policy.close();
  });

  it('is shown as the bank’s, what is not understood by its name; what it sets cannot be changed', async () => {
    expect(stage.zhibi.id).toBe(id);
    const options = await stage.zhibi.openOptions('cadence');
    await options.shows(options.say('options.bank.title'));
    await options.shows('https://crm.bank.example');
    const recovery = options.say('options.bank.name.recoveryKey');
    await options.shows(options.say('options.bank.garbled', recovery, 'recoveryKey'));
    const days = await options.find('textbox', options.say('tier.a'));
    const field = await days.evaluate((node) =>
      node instanceof HTMLInputElement ? [node.value, node.disabled] : [],
    );
    expect(field).toEqual(['20', true]);
    await options.close();
  });

  it('lets no other CRM be connected than those it names', async () => {
    const options = await stage.zhibi.openOptions('crm');
    await stage.zhibi.grant(stage.origin);
    await options.tryToConnect(stage.origin);
    await options.shows(options.say('connect.byBank'));
    await options.close();
  });
});

/** T13: the bank takes back what an RM who leaves has in the browser, by a number in its policy. */
describe('the bank’s wipe', () => {
  const { key, id } = extensionKey();
  const policy = new ManagedPolicy(id);
  let stage: Stage;

  const page = new KeptPage(() => stage.browser, id);
  const kept = () => page.look();

  beforeAll(async () => {
    await policy.set({ cadence: { A: 20 } });
    stage = await Stage.open({ key, has: 'book', restarts: true });
    // An unpacked extension that loads itself anew is disabled by browsers that are not for developers.
    await stage.zhibi.forDevelopers();
  });
  afterAll(async () => {
    await stage?.close();
    await policy.close();
  });

  it('is not done by a policy that does not ask for it', async () => {
    await stage.restart();
    expect(await kept()).toMatchObject({
      keys: expect.arrayContaining(['canary', 'connections', 'master']),
      databases: expect.arrayContaining(['zhibi']),
    });
  });

  it('is done at the next start, and leaves the policy alone', async () => {
    const before = await kept();
    expect(before?.epoch).toMatch(/^[0-9a-f]+$/);
    await policy.set({ cadence: { A: 20 }, wipeEpoch: 3 });
    await stage.restart();
    await expect
      .poll(kept, { timeout: 45_000, interval: 1000 })
      .toMatchObject({ keys: expect.arrayContaining(['wipedEpoch', 'policyHeardAt']) });
    const now = await kept();
    expect(now?.epoch).not.toBe(before?.epoch);
    expect(now?.master).not.toBe(before?.master);
    for (const gone of ['connections', 'tail', 'tail.1']) expect(now?.keys).not.toContain(gone);
  });
});
