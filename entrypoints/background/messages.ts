import { browser } from 'wxt/browser';
import { answerContent, contentSender } from '@/utils/app/background/content';
import { isOwnPage, type Sender } from '@/utils/app/background/sender';
import { contentMessage } from '@/utils/messaging/contentParsers';

/** Whoever is not allowed to ask gets this, and no reason. */
const NOTHING = null;

async function answer(message: unknown, sender: Sender): Promise<unknown> {
  if (isOwnPage(sender)) {
    // No part of the worker's start: a page of the CRM that asks what to look for is answered before.
    const [{ answerPage }, { pageMessage }] = await Promise.all([
      import('@/utils/app/background/pages'),
      import('@/utils/messaging/page'),
    ]);
    const parsed = pageMessage.safeParse(message);
    return parsed.success ? answerPage(parsed.data, sender) : { refused: 'malformed' };
  }
  const parsed = contentMessage.safeParse(message);
  if (!parsed.success) return NOTHING;
  const from = await contentSender(sender);
  return from ? answerContent(parsed.data, from) : NOTHING;
}

/**
 * Every message is parsed and its sender checked before anything is done. Nothing thrown inside
 * reaches the sender: a page of the bank learns nothing from an error.
 */
export function listenToMessages(): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, respond: (reply: unknown) => void): true => {
      answer(message, sender)
        .catch((error: unknown) => {
          console.error('message failed', error);
          return { refused: 'failed' };
        })
        .then(respond);
      // Keeps the sender's line open: the answer comes later.
      return true;
    },
  );
}
