import { browser } from 'wxt/browser';
import type { ContentOrder } from '@/utils/messaging/content';
import type { PageReply } from '@/utils/messaging/page';
import { readSession, watchSession } from '@/utils/platform/session';
import { askBackground } from '../askBackground';
import { type TabView, tabView, tabViewKey } from '../tabView';

/** Called once a view has been drawn: from then on nothing of a former client is on the screen. */
export type Drawn = (view: TabView) => void;

/**
 * Tells what the followed tab shows, now and on every change; null where no connected CRM is seen.
 * Resolves to whom to tell what has been drawn.
 */
export type Follow = (tell: (view: TabView | null) => void) => Promise<Drawn>;

/** Follows one tab's view until stopped. A late first reading never overrides a newer change. */
function followTab(tabId: number, tell: (view: TabView | null) => void): () => void {
  const key = tabViewKey(tabId);
  let changed = false;
  const stop = watchSession(key, tabView, (view) => {
    changed = true;
    tell(view);
  });
  void readSession(key, tabView).then((view) => {
    if (!changed) tell(view);
  });
  return () => {
    changed = true;
    stop();
  };
}

function connectTo(tabId: number, documentId: string): ReturnType<typeof browser.tabs.connect> {
  try {
    return browser.tabs.connect(tabId, { frameId: 0, documentId });
  } catch {
    // Firefox connects to tabs and frames only: to whatever document is there now.
    return browser.tabs.connect(tabId, { frameId: 0 });
  }
}

/** A line to the script in one document of a tab; it ends with the document, or at once if that is gone. */
function lineTo(tabId: number, documentId: string, ended: () => void): () => void {
  const line = connectTo(tabId, documentId);
  line.onDisconnect.addListener(() => {
    // Read, or the browser complains that nobody has: there may have been no one at the other end.
    void browser.runtime.lastError;
    ended();
  });
  return () => line.disconnect();
}

/**
 * Follows a tab from outside its page. A page that is left gets no word out any more, so its last one would
 * stand until the next page speaks, if that ever does: `gone` is called as soon as the page that spoke is
 * not there any more.
 */
export function followFromOutside(
  tabId: number,
  tell: (view: TabView | null) => void,
  gone: () => void,
): () => void {
  let lined: string | null = null;
  let hangUp = (): void => undefined;
  const stop = followTab(tabId, (view) => {
    const documentId = view?.documentId ?? null;
    tell(view);
    if (documentId === lined) return;
    hangUp();
    lined = documentId;
    if (documentId === null) hangUp = () => undefined;
    else
      hangUp = lineTo(tabId, documentId, () => {
        if (lined !== documentId) return;
        // Out of the back/forward cache the same document may speak again.
        lined = null;
        gone();
      });
  });
  return () => {
    stop();
    hangUp();
  };
}

/** The invitation in the frame's address; taken out of it at once, so that nothing can read it there. */
function takeNonce(): string {
  const nonce = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return nonce;
}

/** What a frame in a page is for, of which tab and document. */
export type Claim = Exclude<PageReply<'claim'>, { refused: string }>;

/** Takes up this frame's invitation (decision 1). Rejects when it is refused. */
export async function claimFrame(): Promise<Claim> {
  const claim = await askBackground({ kind: 'claim', nonce: takeNonce() });
  if ('refused' in claim) throw new Error(`refused: ${claim.refused}`);
  return claim;
}

/**
 * The panel in a page follows its own tab, but believes only what was seen in its own document
 * (decision 1). Rejects when the invitation is refused.
 */
export const followOwnPage =
  (claiming: Promise<Claim>): Follow =>
  async (tell) => {
    const claim = await claiming;
    const own = (view: TabView | null): void => tell(view?.documentId === claim.documentId ? view : null);
    followTab(claim.tabId, own);
    // A page that comes back from the back/forward cache comes back with an old panel in it.
    addEventListener('pageshow', (event) => {
      if (event.persisted) void readSession(tabViewKey(claim.tabId), tabView).then(own);
    });
    // The page keeps the frame hidden until the client it was hidden for has been drawn.
    return ({ generation }) => {
      const order: ContentOrder = { kind: 'content.show', generation };
      void browser.tabs.sendMessage(claim.tabId, order, { frameId: 0 }).catch(() => undefined);
    };
  };

/** The native side panel: follows whichever tab is in front in its window. */
export const followActiveTab: Follow = async (tell) => {
  const { id: windowId } = await browser.windows.getCurrent();
  let stop = (): void => undefined;
  const follow = (tabId: number | undefined): void => {
    stop();
    tell(null);
    if (tabId !== undefined) stop = followFromOutside(tabId, tell, () => tell(null));
  };
  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) follow(active.tabId);
  });
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  follow(front?.id);
  return () => undefined;
};
