import type { Policy } from '@/utils/platform/policy';
import { Screen } from './screen';

/** The options page. */
export class OptionsScreen extends Screen {
  /** Types the CRM's address and presses the button; waits until it is listed. */
  /** Asks for it to be connected, whatever comes of that. */
  async tryToConnect(origin: string): Promise<void> {
    await this.fill(await this.at('#crm input'), origin);
    await this.click('button', this.say('options.crm.connect'));
  }

  async connect(origin: string): Promise<void> {
    await this.tryToConnect(origin);
    await this.find('button', this.say('options.crm.disconnectOf', new URL(origin).host));
  }

  /** Enters leave with who stands in; waits until it is kept. */
  async enterLeave(from: string, until: string, standIn: string): Promise<void> {
    for (const [at, value] of [from, until, standIn].entries()) {
      const field = await this.at(`.oleave .field:nth-of-type(${at + 1}) input`);
      // How a date is typed depends on the system's language: it is put in as the date control does.
      await field.evaluate((control, text) => {
        if (!(control instanceof HTMLInputElement)) throw new Error('no field of the form');
        control.value = text;
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }, value);
    }
    await this.click('button', this.say('options.cadence.addLeave'));
    await this.shows(this.say('options.cadence.leaveStandIn', standIn));
  }

  /** Leaves the CRM by its button and the dialog's; waits until it is said. */
  async disconnect(origin: string): Promise<void> {
    const { host } = new URL(origin);
    await this.click('button', this.say('options.crm.disconnectOf', host));
    await this.clickOn(await this.at('dialog .btn-go'));
    await this.shows(this.say('options.crm.disconnected', host));
  }

  /** Switches an adapter by its title. */
  async switchAdapter(title: string): Promise<void> {
    await this.comeToFront();
    const wasOn = await (await this.find('switch', title)).evaluate(
      (element) => element.getAttribute('aria-checked') === 'true',
    );
    await this.click('switch', title);
    await this.shows(this.say(wasOn ? 'options.adapters.off' : 'options.adapters.on', title));
  }

  /** Switches all of these before the page can have kept the first; waits until the last is said to be. */
  async switchAtOnce(titles: readonly string[]): Promise<void> {
    await this.comeToFront();
    const switches = await Promise.all(titles.map((title) => this.find('switch', title)));
    const [first, ...rest] = switches;
    await first?.evaluate(
      (one, ...others) => {
        for (const each of [one, ...others]) if (each instanceof HTMLElement) each.click();
      },
      ...rest,
    );
    await this.shows(this.say('options.adapters.off', titles.at(-1) ?? ''));
  }

  /** Waits until the switch of this name stands so. */
  async switchIs(title: string, on: boolean): Promise<void> {
    await this.comeToFront();
    const found = await this.find('switch', title);
    await this.until((element, wanted) => element.getAttribute('aria-checked') === wanted, found, String(on));
  }

  /** Puts an adapter in by its text; waits until it is said to be in force. */
  async addAdapter(title: string, json: string): Promise<void> {
    await this.click('button', this.say('options.adapters.paste'));
    await this.clickOn(await this.at('dialog textarea'));
    // In one go, as a paste comes: a stroke each would take a minute.
    await this.page.keyboard.sendCharacter(json);
    await this.clickOn(await this.at('dialog .btn-go:enabled'));
    await this.shows(this.say('options.adapters.saved', title));
  }

  /** Has an adapter's text tried on the open pages, and closes the editor unsaved; what is said of each page, by its address. */
  async tryAdapter(json: string): Promise<Map<string, string>> {
    await this.click('button', this.say('options.adapters.paste'));
    await this.clickOn(await this.at('dialog textarea'));
    await this.page.keyboard.sendCharacter(json);
    await this.click('button', this.say('options.adapters.try'));
    await this.at('dialog .otrial li');
    const said = await this.surface.$$eval('dialog .otrial li', (rows) =>
      rows.map((row): [string, string] => [
        row.querySelector('.otrial-address')?.textContent ?? '',
        [...row.querySelectorAll('p')].map((line) => line.textContent).join('\n'),
      ]),
    );
    await this.click('button', this.say('ui.cancel'));
    return new Map(said);
  }

  /** Has the bank's policy in force as if the browser had just told it: machine-wide policy files are not a test's. */
  async hearPolicy(policy: Omit<Policy, 'method' | 'bank'>): Promise<void> {
    await this.comeToFront();
    await this.surface.evaluate(
      (heard) => chrome.storage.local.set({ policy: heard, policyHeardAt: Date.now() }),
      policy,
    );
  }

  /** The same of what the bank sets of the prompts, which is kept apart from its adapters. */
  async hearMethod(policyMethod: Policy['method']): Promise<void> {
    await this.comeToFront();
    await this.surface.evaluate(
      (heard) => chrome.storage.local.set({ policyMethod: heard, policyHeardAt: Date.now() }),
      policyMethod,
    );
  }

  /** Removes one of the user's own by its button and the dialog's. */
  async removeAdapter(title: string): Promise<void> {
    await this.click('button', this.say('options.adapters.removeOf', title));
    await this.clickOn(await this.at('dialog .btn-go'));
    await this.shows(this.say('options.adapters.removed', title));
  }

  /** Switches reminders on, at any hour of any day. */
  async remindAlways(): Promise<void> {
    await this.click('switch', this.say('options.reminders.switch'));
    await this.shows(this.say('options.reminders.on'));
    await this.click('switch', this.say('options.reminders.daysOff'));
    await this.shows(this.say('options.reminders.daysOffOn'));
    for (const [field, time] of [
      ['from', '00:00'],
      ['to', '23:59'],
    ] as const) {
      await this.surface.evaluate(
        (label, value) => {
          const named = [...document.querySelectorAll('#reminders .ohours label')].find(
            (each) => each.textContent === label,
          );
          const input = named?.parentElement?.querySelector('input');
          if (!input) throw new Error(`no ${label}`);
          input.focus();
          input.value = value;
          input.blur();
        },
        this.say(`options.reminders.${field}`),
        time,
      );
      await this.shows(this.say('options.saved', this.say('options.reminders.hoursChanged')));
    }
  }

  async addSampleBook(): Promise<void> {
    await this.click('button', this.say('sample.add'));
    await this.find('button', this.say('sample.remove'));
  }

  async removeSampleBook(): Promise<void> {
    await this.click('button', this.say('sample.remove'));
    await this.find('button', this.say('sample.add'));
  }

  /** Waits until the book is said to hold so many clients. */
  async countsClients(count: number): Promise<void> {
    await this.until(
      (wanted) =>
        Number((document.querySelector('#data .ocounts dd')?.textContent ?? '').replace(/\D/g, '')) ===
        wanted,
      count,
    );
  }

  /** What the browser lets the extension see, and where it runs. */
  grants(): Promise<{ origins: string[]; scripts: string[] }> {
    return this.surface.evaluate(async () => ({
      origins: (await chrome.permissions.getAll()).origins ?? [],
      scripts: (await chrome.scripting.getRegisteredContentScripts()).map((script) => script.id),
    }));
  }

  /** How many rows lie in each table of the database. */
  rows(): Promise<Record<string, number>> {
    return this.surface.evaluate(async () => {
      const done = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('zhibi'));
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names);
      const counts = await Promise.all(
        names.map(
          async (name): Promise<[string, number]> => [
            name,
            await done(transaction.objectStore(name).count()),
          ],
        ),
      );
      database.close();
      return Object.fromEntries(counts);
    });
  }

  /** Has the whole book checked against its journal; answers whether it says all is well. */
  async isWhole(): Promise<boolean> {
    await this.click('button', this.say('options.data.verify'));
    const verdict = await this.at('#data .ogood, #data .owarn');
    return verdict.evaluate((node) => node.classList.contains('ogood'));
  }

  async setTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
    await this.click('radio', this.say(`options.display.${theme}`));
    await this.hasTheme(theme);
  }

  async hasTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
    await this.until((wanted) => (document.documentElement.dataset['theme'] ?? 'system') === wanted, theme);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
