import type { ContentOrder } from '@/utils/messaging/content';
import type { PageMessage, PageReply } from '@/utils/messaging/page';
import type { Subject } from '../command';
import { disconnectCrm } from '../connect';
import type { Draft } from '../draft';
import { takeInvitation } from '../invitations';
import { isConnected } from '../isConnected';
import { forgetUnfinished, rememberUnfinished } from '../unfinished';
import { afterChange } from './badge';
import { planBestAnew } from './bestOfDay';
import { withBook } from './book';
import { bookReplaced } from './bookReplaced';
import { connectAndStart } from './connecting';
import { tellContent, tellOrigin } from './content';
import { eraseDeeply } from './deepErase';
import { dropDraft, keepDraft, keepForms } from './drafts';
import { lockNow } from './lock';
import { mend } from './mending';
import { changeSample, take } from './orders';
import type { Sender } from './sender';
import { syncNow } from './sync';
import { keepTaught, startTeaching, stopTeaching, strangenessOf, unreadSinceOf } from './teaching';
import { leave } from './wipe';

const DONE = { done: true } as const;
const doneOr = (did: boolean, why: string) => (did ? DONE : { refused: why });

/** Which of our pages speaks. */
const pathOf = ({ url }: Sender): string => new URL(url ?? 'about:blank').pathname;

/** Whether a tab still shows a page of `origin`; the browser names only those we may see. */
const shows = (origin: string, { tab }: Sender): boolean =>
  tab?.url !== undefined && new URL(tab.url).origin === origin;

/**
 * A frame of ours in a page takes its invitation up: only from a frame of its own address, never the top
 * one, in the tab that was invited, while that shows the CRM, and the CRM is still connected (decision 1).
 */
async function claim(nonce: string, sender: Sender): Promise<PageReply<'claim'>> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || !sender.frameId) return { refused: 'notInPage' };
  if (pathOf(sender) !== '/panel.html') return { refused: 'notPanel' };
  const invited = await takeInvitation(nonce, tabId, Date.now());
  if (!invited) return { refused: 'notInvited' };
  if (!(await isConnected(invited.origin)) || !shows(invited.origin, sender))
    return { refused: 'notConnected' };
  return { tabId, documentId: invited.documentId, screen: invited.screen };
}

async function tell(tabId: number | undefined, order: ContentOrder): Promise<PageReply<'foldPanel'>> {
  return doneOr(tabId !== undefined && (await tellContent(tabId, order)), 'noPanel');
}

/** Pages still open lose the panel at once, while the permission still tells which they are. */
async function disconnect(origin: string): Promise<PageReply<'disconnect'>> {
  await tellOrigin(origin, { kind: 'content.stop' });
  await disconnectCrm(origin);
  return DONE;
}

/** Only what is kept is remembered as unfinished; a popup that has closed meanwhile hears of neither. */
async function saveDraft(draft: Draft, sender: Sender): Promise<PageReply<'saveDraft'>> {
  const kept = await keepDraft(draft);
  if (kept && pathOf(sender) === '/popup.html') await rememberUnfinished(draft.subject);
  return doneOr(kept, 'unavailable');
}

async function discardDraft(subject: Subject): Promise<PageReply<'discardDraft'>> {
  const dropped = await dropDraft(subject);
  if (dropped) await forgetUnfinished(subject);
  return doneOr(dropped, 'unavailable');
}

async function verify(deep: boolean): Promise<PageReply<'verify'>> {
  const checked = await withBook(async (store) => ({ ok: true, value: await store.verify({ deep }) }));
  if (!checked.ok) return { refused: checked.error.code };
  const { intact, entries, rows, findings } = checked.value;
  return { intact, entries, rows, findings: [...findings] };
}

async function sample(how: 'add' | 'remove'): Promise<PageReply<'sample'>> {
  const changed = await changeSample(how);
  return changed.ok ? changed.value : { refused: changed.error.code };
}

/** Answers one of our own pages. The caller has parsed the message and checked the sender. */
export function answerPage(message: PageMessage, sender: Sender): Promise<PageReply<PageMessage['kind']>> {
  switch (message.kind) {
    case 'claim':
      return claim(message.nonce, sender);
    case 'order':
      return take(message.order);
    case 'saveDraft':
      return saveDraft(message.draft, sender);
    case 'discardDraft':
      return discardDraft(message.subject);
    case 'saveForms':
      return keepForms(message.of, message.forms).then((did) => doneOr(did, 'unavailable'));
    case 'foldPanel':
      return tell(sender.tab?.id, { kind: 'content.fold' });
    case 'togglePanel':
      return tell(message.tabId, { kind: 'content.toggle' });
    case 'connect':
      return connectAndStart(message.origin, message.tabId).then((did) => doneOr(did === 'done', did));
    case 'disconnect':
      return disconnect(message.origin);
    case 'strangeness':
      return strangenessOf(message.tabId).then((strangeness) => ({ strangeness }));
    case 'unread':
      return unreadSinceOf(message.tabId).then((since) => ({ since }));
    case 'teach':
      return startTeaching(message.tabId).then((did) => doneOr(did, 'notInjectable'));
    case 'stopTeaching':
      return stopTeaching(message.tabId).then(() => DONE);
    case 'keepTaught':
      return keepTaught(message.tabId, message.json);
    case 'mend':
      return mend(message.do, message.tabId);
    case 'bookReplaced':
      return bookReplaced().then(() => DONE);
    case 'deepErase':
      // Answered first: it takes its time, and is told of by what it keeps.
      setTimeout(() => void eraseDeeply(bookReplaced));
      return Promise.resolve(DONE);
    case 'leave':
      // Answered first: whoever asked is ended by it.
      setTimeout(() => void leave());
      return Promise.resolve(DONE);
    case 'lock':
      return lockNow().then((before) => doneOr(before !== 'none', 'noPassphrase'));
    case 'sample':
      return sample(message.do);
    case 'bookChanged':
      void planBestAnew();
      return afterChange().then(() => DONE);
    case 'verify':
      return verify(message.deep);
    case 'sync':
      return syncNow().then(() => DONE);
  }
}
