import type { LinkId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';
import type { Absence } from '@/utils/messaging/content';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';
import { lockState } from '@/utils/platform/vault';
import { newClientId, newOpId } from '../ids';
import { noteOpened } from '../openedToday';
import { type TabView, tabView, tabViewKey } from '../tabView';
import { teachingKey } from '../teaching/notes';
import { afterChange } from './badge';
import { theBook } from './book';
import { presentMoment } from './day';
import { noteUnseen } from './lock';

/** Where a page's message comes from: its tab and document, as the browser says. */
export interface PageSender {
  tabId: number;
  documentId: string;
}

const queues = new Map<number, Promise<unknown>>();

/**
 * Changes one tab's view after the changes before it; false for a late word of a former generation
 * (generations grow over all documents of a tab).
 */
function setView(tabId: number, view: TabView): Promise<boolean> {
  const changed = (queues.get(tabId) ?? Promise.resolve()).then(async () => {
    const held = await readSession(tabViewKey(tabId), tabView);
    if (held !== null && held.generation > view.generation) return false;
    await writeSession(tabViewKey(tabId), view);
    return true;
  });
  const settled = changed.catch(() => false);
  queues.set(tabId, settled);
  void settled.then(() => {
    if (queues.get(tabId) === settled) queues.delete(tabId);
  });
  return changed;
}

/**
 * A page shows a client: its tab's view says so at once, and what it shows is taken over into the
 * book if the book holds the client. Late words of a former generation are dropped.
 */
export async function sight(
  sender: PageSender,
  generation: number,
  sighting: Sighting,
  page: string,
): Promise<boolean> {
  const opened = await theBook();
  const reader = opened.ok ? opened.value : opened.error.code === 'unavailable' ? null : opened.error.reader;
  if (!reader) return false;
  const { tabId, documentId } = sender;
  const linkId = await reader.linkIdOf(sighting.record).catch(async (error: unknown) => {
    if ((await lockState()) !== 'locked') throw error;
    return null;
  });
  if (linkId === null) {
    // Nobody is named while the book is locked; the client who was here before is not here any more.
    await noteUnseen(tabId);
    await setView(tabId, { state: 'noClient', documentId, generation, why: 'waiting' });
    return false;
  }
  const shown = await setView(tabId, { state: 'sighted', documentId, generation, linkId, page, sighting });
  if (shown) void takeOver(sighting, linkId);
  return shown;
}

async function takeOver(sighting: Sighting, linkId: LinkId): Promise<void> {
  const opened = await theBook();
  if (!opened.ok) return;
  const moment = await presentMoment();
  const env = { ...moment, freshClientId: newClientId(), sample: false };
  const { recordSighting } = await import('../commands/recordSighting');
  const receipt = await recordSighting(opened.value, newOpId(), sighting, env, moment.zone);
  if (receipt.ok && receipt.value.clients.length > 0) await afterChange(receipt.value.clients);
  const found = await opened.value.clientByLink(linkId);
  if (found.ok && found.value !== null) await noteOpened(found.value, moment.today);
}

/** The page shows no client, or none that is sure. */
export async function leave(sender: PageSender, generation: number, why: Absence): Promise<void> {
  await setView(sender.tabId, { state: 'noClient', documentId: sender.documentId, generation, why });
}

/** The tab is closed, or its document gone: nothing is known of it. */
export async function forgetTab(tabId: number): Promise<void> {
  await Promise.all([dropSession(tabViewKey(tabId)), dropSession(teachingKey(tabId))]);
}
