import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todayHere } from '../../../scripts/today';
import { type DemoCrm, startDemoCrm } from '../../demo-crm/server';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Invitations } from '../support/invitations';
import { Stage } from '../support/stage';
import { embed, shownIn } from '../support/strangers';

const OTHER_CLIENT = '10000002';

describe('a panel that nobody of ours has put into the page', () => {
  let stage: Stage;
  let elsewhere: DemoCrm;
  let strange: Page;
  let first: Page;
  let second: Page;
  let invitations: Invitations;
  let addresses: string[];

  const connected = async (recordId: string): Promise<Page> => {
    const page = await stage.browser.newPage();
    await invitations.overhear(page);
    await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
    await (await stage.zhibi.panelOf(page)).isComplete();
    return page;
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    elsewhere = await startDemoCrm({ port: 0, today: todayHere() });
    invitations = await Invitations.of(stage.zhibi);
    addresses = await invitations.panelAddresses();
    first = await connected(FIRST_CLIENT);
    second = await connected(OTHER_CLIENT);
    strange = await stage.zhibi.openPage(`${elsewhere.url}${modernPage(FIRST_CLIENT)}`);
  });
  afterAll(async () => {
    await stage?.close();
    await elsewhere?.close();
  });

  it('has a fixed address and one of its own in each session', () => {
    expect(new Set(addresses).size).toBe(2);
  });

  it('T3: shows nothing on another site, by neither address', async () => {
    for (const address of addresses) {
      expect(await shownIn(await embed(strange, address)), address).toBe('');
      expect(await shownIn(await embed(strange, `${address}#${'ab'.repeat(16)}`)), address).toBe('');
    }
    expect(await strange.$('zhibi-panel')).toBeNull();
  });

  it('T3: shows nothing on another site with an invitation made for that very tab', async () => {
    for (const origin of [new URL(elsewhere.url).origin, stage.origin]) {
      for (const address of addresses) {
        const nonce = await invitations.make(strange, origin);
        expect(await shownIn(await embed(strange, `${address}#${nonce}`)), address).toBe('');
      }
    }
  });

  it('T4: shows nothing for a guess on the connected page itself', async () => {
    for (const address of addresses) {
      expect(await shownIn(await embed(first, `${address}#${'0'.repeat(32)}`))).toBe('');
      expect(await shownIn(await embed(first, `${address}#王丽华`))).toBe('');
      expect(await shownIn(await embed(first, address))).toBe('');
    }
  });

  it('T4: shows nothing for an invitation that was taken up before', async () => {
    const spent = await invitations.overheardIn(first);
    expect(spent).toMatch(/^[0-9a-f]{32}$/);
    for (const address of addresses) {
      expect(await shownIn(await embed(first, `${address}#${spent}`))).toBe('');
    }
  });

  it('T4: shows nothing for an invitation of another tab, and spends it', async () => {
    for (const address of addresses) {
      const nonce = await invitations.make(first, stage.origin);
      expect(await shownIn(await embed(second, `${address}#${nonce}`))).toBe('');
      if (address === addresses[0]) continue;
      expect(await invitations.isOpen(nonce)).toBe(false);
      expect(await shownIn(await embed(first, `${address}#${nonce}`))).toBe('');
    }
  });

  it('T4: shows nothing for an invitation that is out of date', async () => {
    for (const address of addresses) {
      const nonce = await invitations.make(first, stage.origin, -1);
      expect(await shownIn(await embed(first, `${address}#${nonce}`))).toBe('');
    }
  });

  it('and with a true invitation, made the same way, would show the client', async () => {
    const shown = [];
    for (const address of addresses) {
      const nonce = await invitations.make(first, stage.origin);
      const frame = await embed(first, `${address}#${nonce}`);
      shown.push(frame?.url().startsWith('chrome-error') ? 'blocked' : await invitations.clientIn(frame));
    }
    expect(shown).toContain('王丽华');
  });
});
