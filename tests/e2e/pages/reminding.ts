import type { Browser } from 'puppeteer';
import { extensionWorker } from '../../../scripts/browser';
import { PATIENCE } from './screen';

/** The reminders of an extension in a browser, as the browser has them. */
export class Reminding {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** The notifications that stand on the screen, by id. */
  async notices(): Promise<string[]> {
    const worker = await extensionWorker(this.#browser);
    return worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  }

  /** Waits until so many stand there. */
  async showsNotices(count: number): Promise<string[]> {
    return this.#until(
      () => this.notices(),
      (ids) => ids.length === count,
      `${count} notifications`,
    );
  }

  /** Takes all away, as their reader does. */
  async clear(): Promise<void> {
    const worker = await extensionWorker(this.#browser);
    await worker.evaluate(async () => {
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    });
  }

  /** Presses a notification's button, from 0, as the browser tells of it: the screen of a system has none here. */
  async press(id: string, button: number): Promise<void> {
    const worker = await extensionWorker(this.#browser);
    await worker.evaluate(
      (notice, place) =>
        Reflect.apply(
          Reflect.get(chrome.notifications.onButtonClicked, 'dispatch'),
          chrome.notifications.onButtonClicked,
          [notice, place],
        ),
      id,
      button,
    );
  }

  /** Waits until what was told is to come again; when it does. */
  async isPutOff(): Promise<number> {
    const kept = await this.#until(
      () => this.kept(),
      (said) => !said.includes('"again":null'),
      'put off',
    );
    return Number(/"again":(\d+)/.exec(kept)?.[1]);
  }

  /** What is kept of the reminders that were told, as it lies there. */
  async kept(): Promise<string> {
    const worker = await extensionWorker(this.#browser);
    return worker.evaluate(async () =>
      JSON.stringify((await chrome.storage.local.get('reminders'))['reminders'] ?? []),
    );
  }

  /** Forgets the alarm: whoever sets it anew has looked what is due. */
  async forgetAlarm(): Promise<void> {
    const worker = await extensionWorker(this.#browser);
    await worker.evaluate(() => chrome.alarms.clear('reminders'));
  }

  /** Waits until the alarm for the next reminder is set; when it rings. */
  async hasAlarm(): Promise<number> {
    const at = await this.#until(
      async () => {
        const worker = await extensionWorker(this.#browser);
        return worker.evaluate(async () => (await chrome.alarms.get('reminders'))?.scheduledTime ?? 0);
      },
      (time) => time > 0,
      'an alarm',
    );
    return at;
  }

  /** Asks until the answer will do; the worker may just be gone. */
  async #until<Answer>(
    ask: () => Promise<Answer>,
    will: (answer: Answer) => boolean,
    what: string,
  ): Promise<Answer> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const answer = await ask().catch(() => null);
      if (answer !== null && will(answer)) return answer;
      if (Date.now() > deadline) throw new Error(`not ${what}: ${JSON.stringify(answer)}`);
    }
  }
}
