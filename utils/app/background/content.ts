import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { candidatesFor } from '@/utils/adapters/readPage';
import type { ContentOrder, HelloReply, PanelReply } from '@/utils/messaging/content';
import type { ParsedContentMessage } from '@/utils/messaging/contentParsers';
import { loadConnections } from '@/utils/platform/connections';
import { injectInto, injectUnaided } from '@/utils/platform/contentScripts';
import { patternOf } from '@/utils/platform/permissions';
import { loadBank } from '@/utils/platform/policyBank';
import { loadSettings } from '@/utils/platform/settings';
import { theAdapters } from '../adapters';
import { noteAdapter } from '../connect';
import { newNonce } from '../ids';
import { invitePanel, type Screen } from '../invitations';
import { isConnected } from '../isConnected';
import { noteLeft, noteLook } from './health';
import { placeOn, rememberPlace } from './places';
import type { Sender } from './sender';
import { leave, type PageSender, sight } from './tabs';
import { endNeedlessTeaching, isTaught, resumeTeaching } from './teaching';

/** A content script of ours, in the top frame of a connected CRM's page, as the browser vouches for it. */
interface ContentSender extends PageSender {
  origin: string;
}

/** Who speaks, or null for anyone who may not: another frame, another origin, another extension. */
export async function contentSender(
  sender: Sender & { documentId?: string; origin?: string },
): Promise<ContentSender | null> {
  const { tab, frameId, documentId, url } = sender;
  if (sender.id !== browser.runtime.id || tab?.id === undefined || frameId !== 0 || url === undefined)
    return null;
  const { origin } = new URL(url);
  if (!(await isConnected(origin))) return null;
  return { tabId: tab.id, documentId: documentId ?? `tab ${tab.id}`, origin };
}

/** Whether the bank lets the panel stand in a page; beside it, in the browser's own side panel, it always may. */
const mayStandInPage = async (): Promise<boolean> => (await loadBank()).bank.surface !== 'sidePanelOnly';

async function hello(sender: ContentSender, url: string): Promise<HelloReply> {
  const { origin } = sender;
  const [settings, place, registry, inPage] = await Promise.all([
    loadSettings(),
    placeOn(origin),
    theAdapters(),
    mayStandInPage(),
  ]);
  const adapters = registry.adaptersFor(origin);
  // Before the answer: whoever gets it finds the reader there. A page that is gone needs none.
  if (adapters.some(({ unaided }) => unaided !== null))
    await injectUnaided(sender.tabId, origin).catch(() => false);
  const { autoOpen } = settings;
  const isDue = inPage && (place?.open ?? autoOpen) && candidatesFor(adapters, url).length > 0;
  const words = {
    open: i18n.t(inPage ? 'tab.open' : 'tab.beside'),
    fold: i18n.t('tab.fold'),
    resize: i18n.t('tab.resize'),
    reload: i18n.t('tab.reload'),
  };
  return { adapters, place, autoOpen, words, panel: isDue ? await invite(sender, 'panel') : null };
}

async function invite({ tabId, documentId, origin }: ContentSender, screen: Screen): Promise<PanelReply> {
  const nonce = await invitePanel({ tabId, documentId, origin, screen }, Date.now(), newNonce());
  return { src: browser.runtime.getURL(`/panel.html#${nonce}`) };
}

/** Does what a content script asks. The caller has parsed the message and checked the sender. */
export async function answerContent(message: ParsedContentMessage, sender: ContentSender): Promise<unknown> {
  switch (message.kind) {
    case 'content.hello':
      // A page that came after the one in which teaching began has none of the wizard's script yet.
      void resumeTeaching(sender.tabId, sender.origin);
      return hello(sender, message.url);
    case 'content.panel':
      return (await mayStandInPage()) ? invite(sender, 'panel') : null;
    case 'content.teach':
      return (await isTaught(sender.tabId, sender.origin)) ? invite(sender, 'teach') : null;
    case 'content.sighted': {
      const seen = await (await theAdapters()).understand(message.sighting);
      if (seen === null) return null;
      const { generation, sighting: raw } = message;
      if (await sight(sender, generation, seen, raw.page))
        noteLook(sender.tabId, sender.origin, generation, raw);
      await endNeedlessTeaching(sender.tabId);
      await noteAdapter(sender.origin, seen.adapter);
      return null;
    }
    case 'content.left':
      await leave(sender, message.generation, message.why);
      noteLeft(sender.tabId, sender.origin, message.generation, message.why);
      return null;
    case 'content.place':
      await rememberPlace(sender.origin, message.place);
      return null;
  }
}

/** Tells the content script of a tab something; false where there is none. */
export async function tellContent(tabId: number, order: ContentOrder): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, order, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

/** Starts the script anew in every open page of the connected CRMs: it asks what to look for as it starts. */
export async function startAnew(): Promise<void> {
  const connections = await loadConnections();
  const started = connections.map(async ({ origin }) => {
    const tabs = await browser.tabs.query({ url: patternOf(origin) });
    // A tab that has gone, or that shows an error page, has nothing to start.
    await Promise.allSettled(tabs.map((tab) => (tab.id === undefined ? null : injectInto(tab.id, origin))));
  });
  await Promise.all(started);
}

/** Tells every open page of one CRM. Works only while its permission is held: it names the tabs. */
export async function tellOrigin(origin: string, order: ContentOrder): Promise<void> {
  const tabs = await browser.tabs.query({ url: patternOf(origin) });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? false : tellContent(tab.id, order))));
}
