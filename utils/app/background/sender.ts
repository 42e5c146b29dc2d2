import { browser } from 'wxt/browser';

/** Who sent a message, as far as the browser vouches for it. */
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Whether a message comes from one of our own pages: popup, options, side panel, or the panel's frame. */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL('/')) ?? false);
}
