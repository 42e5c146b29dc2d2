import { browser } from 'wxt/browser';
import type { ContentMessage, ContentOrder, HelloReply, PanelReply } from '@/utils/messaging/content';

/** An extension that was updated or removed under this page leaves the script without an id. */
export const isAlive = (): boolean => browser.runtime?.id !== undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Checks by hand what no schema library can check here. The background is ours and has compiled the
 * adapters itself; what is looked for is an answer of another version, or none.
 */
function isHello(reply: unknown): reply is HelloReply {
  if (reply === null) return true;
  if (!isObject(reply)) return false;
  const { adapters, place, autoOpen, panel } = reply;
  return (
    Array.isArray(adapters) &&
    adapters.every((one) => isObject(one) && Array.isArray(one['pages'])) &&
    (place === null ||
      (isObject(place) && typeof place['top'] === 'number' && typeof place['width'] === 'number')) &&
    typeof autoOpen === 'boolean' &&
    isPanel(panel)
  );
}

const isPanel = (reply: unknown): reply is PanelReply =>
  reply === null || (isObject(reply) && typeof reply['src'] === 'string');

const isOrder = (message: unknown): message is ContentOrder =>
  isObject(message) &&
  (message['kind'] === 'content.show'
    ? typeof message['generation'] === 'number'
    : typeof message['kind'] === 'string' &&
      /^content\.(?:blank|toggle|fold|again|stop)$/.test(message['kind']));

/** A script that is left without an extension throws where it should refuse: either way the promise does. */
const send = async (message: ContentMessage): Promise<unknown> => browser.runtime.sendMessage(message);

/** What the content script says, and hears. */
export const port = {
  /** Null also where nobody answers. */
  async hello(url: string): Promise<HelloReply> {
    const reply = await send({ kind: 'content.hello', url }).catch(() => null);
    return isHello(reply) ? reply : null;
  },
  async panel(): Promise<PanelReply> {
    const reply = await send({ kind: 'content.panel' });
    return isPanel(reply) ? reply : null;
  },
  /** Says something that needs no answer; calls `failed` if it did not arrive. */
  tell(message: ContentMessage, failed: () => void): void {
    send(message).catch(failed);
  },
  listen(obey: (order: ContentOrder) => void, signal: AbortSignal): void {
    const listener = (message: unknown): undefined => {
      if (isOrder(message)) obey(message);
    };
    browser.runtime.onMessage.addListener(listener);
    // Lines that our own pages hold into this document, to learn when it goes. Nothing is said on them.
    const accept = (): void => undefined;
    browser.runtime.onConnect.addListener(accept);
    signal.addEventListener('abort', () => {
      if (!isAlive()) return;
      browser.runtime.onMessage.removeListener(listener);
      browser.runtime.onConnect.removeListener(accept);
    });
  },
};
