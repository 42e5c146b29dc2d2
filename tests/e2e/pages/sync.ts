import { Screen } from './screen';

/** How a device gets to its database. */
interface Access {
  url: string;
  user: string;
  password: string;
}

/** The part of the options page that keeps the book in step with a server. */
export class SyncScreen extends Screen {
  async #fillIn(label: string, value: string): Promise<void> {
    await this.comeToFront();
    await this.fill(await this.find('textbox', label), value);
  }

  /** Fills the form in and presses its button. */
  async tryAt({ url, user, password }: Access, name: string): Promise<void> {
    await this.comeToFront();
    if (!(await this.has('textbox', this.say('sync.url'))))
      await this.click('button', this.say('sync.setUp'));
    await this.#fillIn(this.say('sync.url'), url);
    await this.#fillIn(this.say('sync.user'), user);
    await this.#fillIn(this.say('sync.password'), password);
    await this.#fillIn(this.say('devices.ownName'), name);
    await this.click('button', this.say('sync.begin'));
  }

  /** Signs in anew where the book has its server already. */
  async signInAgain({ user, password }: Omit<Access, 'url'>): Promise<void> {
    await this.click('button', this.say('sync.change'));
    await this.#fillIn(this.say('sync.user'), user);
    await this.#fillIn(this.say('sync.password'), password);
    await this.click('button', this.say('sync.changeGo'));
  }

  /** What the status says before the time. */
  #safeWords(): string {
    return this.say('sync.status.safe', '').replace(/[，,]\s*$/u, '');
  }

  async isSafe(): Promise<void> {
    await this.shows(this.#safeWords());
  }

  /** One change or more waits for a server that does not answer. */
  async isWaiting(): Promise<void> {
    const [before] = this.say('sync.status.waits.busy', '\n').split('\n');
    await this.shows(before ?? '');
  }

  /** Runs now and waits until a run has ended well after that. */
  async now(): Promise<void> {
    const before = await this.#lastSafe();
    await this.click('button', this.say('sync.now'));
    await this.until(async (last) => {
      const { syncStatus } = await chrome.storage.session.get('syncStatus');
      const { state, at } = Object(syncStatus);
      return state === 'safe' && at > last;
    }, before);
  }

  #lastSafe(): Promise<number> {
    return this.surface.evaluate(async () => {
      const { syncStatus } = await chrome.storage.session.get('syncStatus');
      const { at } = Object(syncStatus);
      return typeof at === 'number' ? at : 0;
    });
  }

  /** The digits that the meeting shows: a code, or what is to be compared. */
  async digits(length: number): Promise<string> {
    await this.comeToFront();
    await this.until(
      (wanted) => document.querySelector('.dcode')?.textContent?.replace(/\s/g, '').length === wanted,
      length,
    );
    return this.surface.evaluate(
      () => document.querySelector('.dcode')?.textContent?.replace(/\s/g, '') ?? '',
    );
  }

  /** Asks for another device to be taken in; the code that it has to be given. */
  async invite(): Promise<string> {
    await this.click('button', this.say('devices.add'));
    await this.click('button', this.say('devices.showCode'));
    return this.digits(8);
  }

  async joinBy(code: string): Promise<void> {
    await this.click('button', this.say('sync.byCode'));
    await this.#fillIn(this.say('devices.code'), code);
    await this.click('button', this.say('devices.join'));
  }

  async #sayWords(words: string, go: string): Promise<void> {
    await this.fill(await this.find('textbox', this.say('lock.recoveryKey')), words);
    await this.clickOn(await this.find('button', go));
  }

  /** Lets the words of a recovery key open the book at the server. */
  async addWords(words: string): Promise<void> {
    await this.click('button', this.say('devices.addWords'));
    await this.#sayWords(words, this.say('devices.addWords'));
    await this.shows(this.say('devices.lostWithWords'));
  }

  async joinByWords(words: string): Promise<void> {
    await this.click('button', this.say('sync.byWords'));
    await this.#sayWords(words, this.say('devices.join'));
  }

  async digitsAreTheSame(): Promise<void> {
    await this.click('button', this.say('devices.same'));
  }
}
