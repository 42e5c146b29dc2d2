import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer';
import { nameOf } from './crmPages';

/** The first record of the book that is filled in; those below it stay unknown. */
export const FIRST_RECORD = 500_001;

/** How many orders are under way at a time. */
const AT_ONCE = 50;

const newId = (): string => randomBytes(12).toString('hex');

/**
 * Adds clients to the book by orders to the background, as the popup would: each with one call, long ago.
 *
 * @param page a page of the extension
 * @throws when the background refuses one
 */
export async function addClients(page: Page, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += AT_ONCE) {
    const records = Array.from(
      { length: Math.min(AT_ONCE, to - first) },
      (_, at) => FIRST_RECORD + first + at,
    );
    const clients = records.map((record) => ({
      record,
      name: nameOf(record),
      op: newId(),
      contactId: newId(),
    }));
    const refused = await page.evaluate(async (all) => {
      const replies: unknown[] = await Promise.all(
        all.map(({ record, name, op, contactId }) => {
          const sighting = {
            adapter: 'bench',
            record: { crmId: 'bench', entity: 'client', recordId: String(record) },
            kind: 'company',
            name,
            fields: [],
            contacts: [],
          };
          const details = {
            channel: 'phone',
            direction: 'out',
            result: 'reached',
            day: '2024-03-05',
            minute: null,
            zone: 'Asia/Shanghai',
            minutesLong: null,
            purpose: null,
            goal: null,
            goalReached: null,
            marker: null,
            nextStep: null,
            note: null,
            clientWords: false,
            metWith: null,
            companions: null,
            place: null,
            newBusiness: false,
            coldVisit: false,
            mass: false,
          };
          const command = {
            do: 'logContact',
            subject: { type: 'sighted', sighting },
            contactId,
            details,
            keeps: null,
            answers: null,
          };
          return chrome.runtime.sendMessage({ kind: 'order', order: { op, command } });
        }),
      );
      return JSON.stringify(replies.find((reply) => !JSON.stringify(reply).startsWith('{"ok":true')) ?? null);
    }, clients);
    if (refused !== 'null') throw new Error(`an order was refused: ${refused}`);
  }
}

/** Milliseconds of one more order; the background counts the badge before it answers. */
export async function timeOrder(page: Page, at: number): Promise<number> {
  const from = performance.now();
  await addClients(page, at, at + 1);
  return performance.now() - from;
}

/** Milliseconds from typing a client's number into the popup's search to its row; the book is open by then. */
export async function timeSearch(page: Page, record: number): Promise<number> {
  await page.waitForSelector('[role=option]');
  return page.evaluate(async (number) => {
    const input = document.querySelector<HTMLInputElement>('[role=combobox]');
    if (!input) throw new Error('the popup has no search');
    const from = performance.now();
    input.value = number;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (;;) {
      const [only, second] = document.querySelectorAll('[role=option]');
      if (!second && only?.textContent?.includes(number)) break;
      await new Promise((resolve) => setTimeout(resolve));
    }
    return performance.now() - from;
  }, String(record));
}
