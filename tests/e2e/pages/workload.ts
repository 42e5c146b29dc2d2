import { WorkbenchScreen } from './workbench';

/** The calendar, the week plan and the balance of the workbench. */
export class WorkloadScreen extends WorkbenchScreen {
  /** The same tab, with what these pages can do. */
  static of({ surface, language }: WorkbenchScreen): WorkloadScreen {
    return new WorkloadScreen(surface, language);
  }

  /** Waits until the calendar's line of this client shows these letters, in the order of the days. */
  async letters(name: string, wanted: string): Promise<void> {
    await this.until(
      (client, letters) => {
        const rows = [...document.querySelectorAll('.crow')];
        const row = rows.find((each) => each.querySelector('.cname button')?.textContent === client);
        return (
          [...(row?.querySelectorAll('.cmark') ?? [])].map((mark) => mark.textContent).join('') === letters
        );
      },
      name,
      wanted,
    );
  }

  /** The letters in the calendar's line of this client. */
  lettersNow(name: string): Promise<string> {
    return this.surface.evaluate((client) => {
      const rows = [...document.querySelectorAll('.crow')];
      const row = rows.find((each) => each.querySelector('.cname button')?.textContent === client);
      return [...(row?.querySelectorAll('.cmark') ?? [])].map((mark) => mark.textContent).join('');
    }, name);
  }

  /** Clicks the first cell of this client that holds a letter. */
  async clickMark(name: string): Promise<void> {
    const rows = await this.surface.$$('.crow');
    for (const row of rows) {
      const client = await row.$eval('.cname button', (button) => button.textContent);
      const cell = client === name ? await row.$('.ccell:has(.cmark)') : null;
      if (cell) return this.clickOn(cell);
    }
    throw new Error(`no letter for ${name}`);
  }

  /** What the cell or button that has the focus is called. */
  focused(): Promise<string> {
    return this.surface.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  }

  /** Goes on from week to week until one has two days to plan for. */
  async toWeekWithRoom(): Promise<void> {
    await this.at('.wday');
    for (let weeks = 0; weeks < 5; weeks += 1) {
      if ((await this.surface.$$('.wday:not(.wday-closed)')).length > 1) return;
      await this.click('button', this.say('week.on'));
    }
    throw new Error('no week with two working days');
  }

  /** The days of the week that are planned for, Monday 0. */
  openDays(): Promise<number[]> {
    return this.surface.$$eval('.wday', (days) =>
      days.flatMap((day, weekday) => (day.classList.contains('wday-closed') ? [] : [weekday])),
    );
  }

  /** Drags a client's card to a day of the week, by the pointer. */
  async drag(name: string, to: number): Promise<void> {
    const cards = await this.surface.$$('.wcard');
    const day = (await this.surface.$$('.wday'))[to];
    for (const card of cards) {
      if (day && (await card.$eval('.wcard-name', (each) => each.textContent)) === name)
        return day.drop(card);
    }
    throw new Error(`no card of ${name}`);
  }

  /** On which day of the week each client stands, Monday 0. */
  places(): Promise<Record<string, number>> {
    return this.surface.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('.wday')].flatMap((day, at) =>
          [...day.querySelectorAll('.wcard .wcard-name')].map((name) => [name.textContent ?? '', at]),
        ),
      ),
    );
  }

  /** Waits until a client stands on this day of the week. */
  async standsOn(name: string, at: number): Promise<void> {
    await this.until(
      (client, weekday) =>
        [...(document.querySelectorAll('.wday')[weekday]?.querySelectorAll('.wcard-name') ?? [])].some(
          (each) => each.textContent === client,
        ),
      name,
      at,
    );
  }

  /** The day on which a client of the book is due, as it stands in the list. */
  async dueInBook(name: string): Promise<string> {
    await this.at('.btable');
    return this.surface.evaluate((client) => {
      const rows = [...document.querySelectorAll('.btable tbody tr')];
      const row = rows.find((each) => each.querySelector('th')?.textContent === client);
      return row?.querySelectorAll('td')[3]?.querySelector('time')?.dateTime ?? '';
    }, name);
  }

  /** Waits until a client of the book is due on this day or later. */
  async dueNotBefore(name: string, day: string): Promise<void> {
    await this.until(
      (client, earliest) => {
        const rows = [...document.querySelectorAll('.btable tbody tr')];
        const row = rows.find((each) => each.querySelector('th')?.textContent === client);
        return (row?.querySelectorAll('td')[3]?.querySelector('time')?.dateTime ?? '') >= earliest;
      },
      name,
      day,
    );
  }

  /** One side of the balance as it reads: a line for each client, white space folded. */
  async sideOf(side: 'over' | 'under'): Promise<string[]> {
    const section = await this.find('region', this.say(`balance.${side}`));
    return section.$$eval('li.vline', (lines) =>
      lines.map((line) => line.innerText.replace(/\s+/g, ' ').trim()),
    );
  }

  /** Waits until the line of a client who is seen too often says all of these, in whatever order. */
  async overSays(name: string, ...words: string[]): Promise<void> {
    await this.until(
      (client, wanted) =>
        [...document.querySelectorAll<HTMLElement>('.vline')].some(
          (line) =>
            line.querySelector('.vname')?.textContent === client &&
            wanted.every((word) => line.innerText.includes(word)),
        ),
      name,
      words,
    ).catch(async () => {
      throw new Error(
        `${name} does not say ${words.join(', ')}: ${JSON.stringify(await this.sideOf('over'))}`,
      );
    });
  }
}
