import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
