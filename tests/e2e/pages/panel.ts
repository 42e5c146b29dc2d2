import { LoggingScreen } from './logging';

/** The panel: in the page's frame or in the browser's own side panel. */
export class PanelScreen extends LoggingScreen {
  /** The client's name as the panel heads it; null while it shows none. */
  clientName(): Promise<string | null> {
    return this.surface.evaluate(() => document.querySelector('.who h1')?.textContent ?? null);
  }

  async showsClient(name: string): Promise<void> {
    await this.until((wanted) => document.querySelector('.who h1')?.textContent === wanted, name);
  }

  #blind = false;

  /** Waits until the browser has seen the panel long enough for a press in it to be believed. */
  async inSight(): Promise<void> {
    await this.until(
      () => !location.pathname.endsWith('/panel.html') || 'sight' in document.documentElement.dataset,
    );
  }

  /** Presses as a user does: what has only just come into sight is seen first. */
  override async clickOn(element: Parameters<LoggingScreen['clickOn']>[0]): Promise<void> {
    await this.comeToFront();
    if (!this.#blind) await this.inSight();
    await super.clickOn(element);
  }

  /** Presses as one does who does not see the panel. */
  async blindly(press: () => Promise<void>): Promise<void> {
    this.#blind = true;
    await press().finally(() => {
      this.#blind = false;
    });
  }

  /** Presses the eye beside the client's number. */
  async reveal(): Promise<void> {
    await this.clickOn(await this.at('.who-line .phone .iconbtn'));
  }

  /** Whether the client's number is masked. */
  async isMasked(): Promise<boolean> {
    const digits = await this.at('.who-line .phone-digits');
    return digits.evaluate((node) => node.textContent?.includes('*') === true);
  }

  /** Waits until the client is of the book: its history, profile and notes are drawn. */
  async isComplete(): Promise<void> {
    await this.at('#part-notes');
  }

  /** Everything is there and on the screen: after two frames of its own. */
  async isPainted(): Promise<void> {
    await this.isComplete();
    await this.surface.evaluate(
      () =>
        new Promise<void>((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted()))),
    );
  }

  /** Gives the panel the keyboard, as a click on it would. */
  async focus(): Promise<void> {
    await this.clickOn(await this.at('h1'));
  }

  /** Opens the form by its letter, after giving the panel the keyboard. */
  override async openLog(letter: Parameters<LoggingScreen['openLog']>[0]): Promise<void> {
    // Until a client is drawn, the heading is another one.
    await this.at('.logkeys');
    await this.focus();
    await super.openLog(letter);
  }

  /** Whether the client is due, and by how many days. */
  async standing(): Promise<string> {
    const standing = await this.at('.due b');
    return standing.evaluate((node) => node.textContent ?? '');
  }

  async standingIs(words: string): Promise<void> {
    await this.until((wanted) => document.querySelector('.due b')?.textContent === wanted, words);
  }

  async standingIsNot(words: string): Promise<void> {
    await this.until((unwanted) => {
      const standing = document.querySelector('.due b');
      return standing !== null && standing.textContent !== unwanted;
    }, words);
  }

  async dueLineShows(text: string): Promise<void> {
    await this.until((wanted) => document.querySelector('.due')?.textContent?.includes(wanted), text);
  }

  /** Sets the client's tier. */
  async setTier(from: string, to: string): Promise<void> {
    await this.pick(`${this.say('tier.label')}: ${from}`, to);
  }

  /** 知彼度 as the ring says it. */
  async score(): Promise<number> {
    const ring = await this.at('.who-ring');
    const label = await ring.evaluate((node) => node.getAttribute('aria-label'));
    return Number(/\d+/.exec(label ?? '')?.[0] ?? Number.NaN);
  }

  async scoreIsAbove(score: number): Promise<void> {
    await this.until((low) => {
      const label = document.querySelector('.who-ring')?.getAttribute('aria-label') ?? '';
      return Number(/\d+/.exec(label)?.[0]) > low;
    }, score);
  }

  /** Looks for a text in the whole history and waits until exactly one entry has it. */
  async historyHasOnce(text: string): Promise<void> {
    await this.fill(await this.at('#part-history input[type="search"]'), text);
    await this.until((wanted) => {
      const entries = [...document.querySelectorAll('#part-history .entry')];
      return entries.length === 1 && entries[0]?.textContent?.includes(wanted);
    }, text).catch(async () => {
      throw new Error(`not once “${text}”: ${JSON.stringify(await this.history())}`);
    });
    await this.fill(await this.at('#part-history input[type="search"]'), '');
    await this.press('Escape');
  }

  /** How many contacts the history counts. */
  historyCount(): Promise<number> {
    return this.surface.evaluate(() =>
      Number(document.querySelector('#part-history .part-count')?.textContent ?? '0'),
    );
  }

  async historyCounts(count: number): Promise<void> {
    await this.until(
      (wanted) => Number(document.querySelector('#part-history .part-count')?.textContent ?? '0') === wanted,
      count,
    );
  }

  /** The lines of the contact history on the screen, newest first. */
  history(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('#part-history .entry')].map((entry) =>
        (entry.textContent ?? '').replace(/\s+/g, ' '),
      ),
    );
  }

  async historyShows(text: string): Promise<void> {
    await this.until(
      (wanted) =>
        [...document.querySelectorAll('#part-history .entry')].some((entry) =>
          entry.textContent?.includes(wanted),
        ),
      text,
    );
  }

  async historyShowsNot(text: string): Promise<void> {
    await this.until(
      (unwanted) =>
        ![...document.querySelectorAll('#part-history .entry')].some((entry) =>
          entry.textContent?.includes(unwanted),
        ),
      text,
    );
  }

  /** Opens the form that corrects the newest entry. */
  async amendNewest(): Promise<void> {
    await this.clickOn(await this.at('#part-history .entry .entry-menu'));
    await this.pickIn(this.say('history.amend'));
    await this.at('.logform textarea');
  }
}
