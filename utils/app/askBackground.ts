import { browser } from 'wxt/browser';
import { type PageMessage, type PageReply, pageReply } from '@/utils/messaging/page';

/** Longest wait for the background: a stopped worker restarts in about 70 ms, a commit takes 5. */
const PATIENCE_MS = 20_000;

/**
 * Asks the background and parses its answer. Rejects when there is no background to ask
 * (`isOrphaned`), when it did not answer in time, or with an answer that is none.
 */
export async function askBackground<Message extends PageMessage>(
  message: Message,
): Promise<PageReply<Message['kind']>> {
  const late = Symbol('late');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), PATIENCE_MS);
  });
  try {
    const reply: unknown = await Promise.race([browser.runtime.sendMessage(message), patience]);
    if (reply === late) throw new Error(`no answer to ${message.kind}`);
    return pageReply[message.kind].parse(reply) as PageReply<Message['kind']>;
  } finally {
    clearTimeout(timer);
  }
}
