import { webcrypto } from 'node:crypto';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '@/utils/adapters/schema';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { type Envelope, keyIdOf } from '@/utils/app/bank/envelope';
import { signAdapter } from '../../../scripts/signAdapter';
import type { OptionsScreen } from '../pages/options';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

const [PAGE] = demoModern.pages;
if (!PAGE) throw new Error('the adapter of the modern front end has a page');

/** Of the same id as the one that comes with Zhibi, and for no page of the CRM. */
const ELSEWHERE: Adapter = {
  ...demoModern,
  title: '本行客户系统',
  pages: [{ ...PAGE, url: { pathname: '/nowhere/:id' } }],
};

async function signedBy(adapter: Adapter): Promise<{ envelope: Envelope; publicKey: string }> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const spki = new Uint8Array(await webcrypto.subtle.exportKey('spki', pair.publicKey));
  const pkcs8 = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey));
  const envelope = await signAdapter(JSON.stringify(adapter), pkcs8, await keyIdOf(spki));
  return { envelope, publicKey: Buffer.from(spki).toString('base64') };
}

/** What a bank sets is in force at once and stays; here as the policy that was heard last. */
describe('adapters of the bank', () => {
  let stage: Stage;
  let page: Page;
  let options: OptionsScreen;

  const isGone = async () => {
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelector('zhibi-panel') === null);
  };
  const isThere = async () => {
    await page.bringToFront();
    const panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panelIsSeen(page);
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    options = await stage.zhibi.openOptions('adapters');
  });
  afterAll(() => stage?.close());

  it('come into force in the pages that are open, and cannot be edited or switched off', async () => {
    await isThere();
    const { envelope, publicKey } = await signedBy(ELSEWHERE);
    await options.hearPolicy({ adapters: [envelope], adapterKeys: [publicKey], ownAdapters: false });
    await options.shows(options.say('options.adapters.bank'));
    expect(await options.has('switch', ELSEWHERE.title)).toBe(false);
    expect(await options.has('button', options.say('options.adapters.editOf', ELSEWHERE.title))).toBe(false);
    await isGone();
  });

  it('outlast a stop of the worker, after which the browser itself says nothing of them', async () => {
    await stage.zhibi.stopWorker();
    await page.reload();
    await options.close();
    options = await stage.zhibi.openOptions('adapters');
    await options.shows(options.say('options.adapters.bank'));
    await isGone();
  });

  it('are not in force with another’s signature: what comes with Zhibi is', async () => {
    const [{ envelope }, { publicKey }] = await Promise.all([signedBy(ELSEWHERE), signedBy(ELSEWHERE)]);
    await options.hearPolicy({ adapters: [envelope], adapterKeys: [publicKey], ownAdapters: true });
    await options.shows(options.say('options.adapters.notInForce.unknownKey', ELSEWHERE.title));
    await isThere();
  });
});
