import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import type { PopupScreen } from '../pages/popup';
import { SyncScreen } from '../pages/sync';
import { faultsOf } from '../support/accessibility';
import { CouchGate } from '../support/couchGate';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** One device and a real server: what its user is told, on the page of synchronisation and in the popup. */
describe('how far synchronisation is', () => {
  let gate: CouchGate;
  let stage: Stage;
  let sync: SyncScreen;
  let crm: Page;
  let panel: PanelScreen;

  beforeAll(async () => {
    gate = await CouchGate.open();
    stage = await Stage.withSampleBook();
    const { surface, language } = await stage.zhibi.openOptions('sync');
    sync = new SyncScreen(surface, language);
    crm = await stage.zhibi.openPage(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    panel = await stage.zhibi.panelOf(crm);
    await stage.zhibi.grant(gate.origin);
    await sync.tryAt({ url: `${gate.origin}/zhibi-7731`, user: gate.user, password: gate.password }, '行里');
    await sync.click('button', sync.say('sync.create'));
  });
  afterAll(async () => {
    await stage?.close();
    await gate?.close();
  });

  /** Opens the popup over the CRM, lets `look` see it and closes it again. */
  const inPopup = async (look: (popup: PopupScreen) => Promise<void>): Promise<void> => {
    const popup = await stage.zhibi.openPopup(crm);
    await popup.at('.pwho h1');
    await look(popup);
    await popup.page.close();
  };
  const saysNothing = async (popup: PopupScreen): Promise<void> => {
    expect(await popup.text()).not.toContain(popup.say('sync.popup'));
  };

  it('all safe on the server: it says so, and the popup has no line for it', async () => {
    await sync.isSafe();
    await inPopup(saysNothing);
  });

  it('the line is down: it says that changes wait, and the popup does not bother the user', async () => {
    gate.mode = 'cut';
    await panel.log({ letter: 'T', note: '断线时写的' });
    await sync.comeToFront();
    await sync.isWaiting();
    await inPopup(saysNothing);
  });

  it('the sign-in has ended: both say so, and the popup shows the way there', async () => {
    gate.mode = 'signedOut';
    await sync.click('button', sync.say('sync.now'));
    await sync.shows(sync.say('sync.status.stops.signIn'));
    await inPopup(async (popup) => {
      await popup.shows(popup.say('sync.popup'));
      await popup.find('button', popup.say('popup.trouble.look'));
      expect(await faultsOf(popup)).toEqual([]);
    });
  });

  it('signed in again: all is safe, what had waited too, and the line is gone', async () => {
    gate.mode = 'open';
    await sync.signInAgain({ user: gate.user, password: gate.password });
    await sync.isSafe();
    await inPopup(saysNothing);
  });
});
