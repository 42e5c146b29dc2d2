import { LoggingScreen } from './logging';

/** The toolbar's popup, opened for real. */
export class PopupScreen extends LoggingScreen {
  /** The client a log would go to. */
  async target(): Promise<string> {
    const heading = await this.at('.pwho h1');
    return heading.evaluate((node) => node.textContent ?? '');
  }

  async isFor(name: string): Promise<void> {
    await this.until((wanted) => document.querySelector('.pwho h1')?.textContent === wanted, name);
  }

  /**
   * Leaves for another surface of ours. It takes the focus and the popup closes, perhaps before the browser has
   * answered the press: whether it was heard is seen on that surface.
   */
  async leaveFor(surface: 'openBeside' | 'workbench'): Promise<void> {
    await this.click('button', this.say(`popup.${surface}`)).catch((fault: unknown) => {
      if (!/closed|destroyed|detached/i.test(String(fault))) throw fault;
    });
  }

  async connect(): Promise<void> {
    await this.click('button', this.say('connect.connect'));
  }

  /** The same where the browser has to ask its user: its prompt takes the focus, and the popup closes. */
  async connectUnderPrompt(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.page.once('close', () => resolve()));
    // The click is answered by nobody any more.
    await Promise.all([closed, this.connect().catch(() => undefined)]);
  }

  /** A letter, then Enter: two keys. */
  async logByKeys(letter: Parameters<LoggingScreen['openLog']>[0]): Promise<void> {
    await this.comeToFront();
    await this.at('.logkeys');
    await this.press(letter);
    await this.press('Enter');
    await this.isSaved();
  }

  /** Types into the search and waits until the clients found are these. */
  async finds(query: string, names: readonly string[]): Promise<void> {
    await this.fill(await this.at('[role="combobox"]'), query);
    await this.until(
      (typed, wanted) =>
        document.querySelector<HTMLInputElement>('[role="combobox"]')?.value === typed &&
        JSON.stringify(
          [...document.querySelectorAll('[role="option"] .prow-name')].map((row) => row.textContent),
        ) === wanted,
      query,
      JSON.stringify(names),
    ).catch(async () => {
      throw new Error(`“${query}” finds ${JSON.stringify(await this.found())}, not ${JSON.stringify(names)}`);
    });
  }

  /** The names in the list. */
  found(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('[role="option"] .prow-name')].map((row) => row.textContent ?? ''),
    );
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
