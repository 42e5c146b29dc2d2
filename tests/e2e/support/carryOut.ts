import type { Page } from 'puppeteer';
import { type Command, outcome } from '@/utils/app/command';
import type { ClientId } from '@/utils/domain/schema/ids';

/**
 * Carries commands out one after the other, as the extension's own pages do: each by an order to the
 * background, answered when it is on the disk.
 *
 * @param page any page of the extension
 * @returns the client of the last of them
 */
export async function carryOut(page: Page, ...commands: readonly Command[]): Promise<ClientId> {
  const told: unknown = await page.evaluate(async (all) => {
    let last: unknown = null;
    for (const command of all) {
      const op = crypto.randomUUID().replaceAll('-', '').slice(0, 24);
      last = await chrome.runtime.sendMessage({ kind: 'order', order: { op, command } });
      if (Reflect.get(Object(last), 'ok') !== true) return last;
    }
    return last;
  }, commands);
  const done = outcome.parse(told);
  if (!done.ok || done.value.clientId === null) throw new Error(`not carried out: ${JSON.stringify(told)}`);
  return done.value.clientId;
}
