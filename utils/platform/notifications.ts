import { browser } from 'wxt/browser';

const PERMISSION = { permissions: ['notifications' as const] };

/** What stands in a notification; the buttons from the left, where the browser has any. */
export interface Notice {
  title: string;
  text: string;
  buttons: readonly string[];
}

/** Whether the user lets Zhibi notify. */
export const mayNotify = (): Promise<boolean> => browser.permissions.contains(PERMISSION);

/** Asks the user. Must be the first call of a click's handler: an await before it loses the gesture. */
export const askToNotify = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/** Calls back when the user gives or takes back the permission. Returns how to stop. */
export function watchMayNotify(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/** Shows a notification, in place of the one of its id: the same id twice is one notification. */
export async function showNotice(id: string, { title, text, buttons }: Notice): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png'),
    title,
    message: text,
    // Firefox has no buttons and refuses a notification that asks for them.
    ...(import.meta.env.FIREFOX ? {} : { buttons: buttons.map((word) => ({ title: word })) }),
  });
}

/** Takes a notification away. */
export const clearNotice = async (id: string): Promise<void> => {
  await browser.notifications.clear(id);
};

let listening = false;

/**
 * Calls back for clicks: on the notification itself (null) or on one of its buttons, from 0. To be called
 * when the worker starts and again once the permission is given: before that there is nothing to listen to.
 */
export function onNoticeClicked(clicked: (id: string, button: number | null) => void): void {
  // Without the permission the browser does not even show the interface.
  const notifications: typeof browser.notifications | undefined = browser.notifications;
  if (listening || notifications === undefined) return;
  listening = true;
  notifications.onClicked.addListener((id) => clicked(id, null));
  notifications.onButtonClicked?.addListener((id, button) => clicked(id, button));
}
