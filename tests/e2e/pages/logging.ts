import { Screen } from './screen';

/** The letters of the quick log. */
export type Letter = 'T' | 'E' | 'M' | 'W' | 'S' | 'V' | 'B';

export interface LoggedContact {
  letter: Letter;
  note?: string;
  /** What was promised, for tomorrow. */
  nextStep?: string;
}

/** A screen with a quick log on it: the panel and the popup. */
export class LoggingScreen extends Screen {
  /** Opens the form by its letter and waits for its fields. */
  async openLog(letter: Letter): Promise<void> {
    await this.comeToFront();
    await this.at('.logkeys');
    await this.press(letter);
    await this.at('.logform textarea');
  }

  async writeNote(text: string): Promise<void> {
    await this.clickOn(await this.at('.logform textarea'));
    await this.type(text);
  }

  /** A next step, due tomorrow. */
  async promise(text: string): Promise<void> {
    await this.clickOn(await this.at(`.logstep input[placeholder="${this.say('log.nextStep')}"]`));
    await this.type(text);
    const chips = await this.surface.$$('.logstep .chip-button');
    for (const chip of chips) {
      const label = await chip.evaluate((node) => node.textContent);
      if (label === this.say('when.tomorrow')) await this.clickOn(chip);
    }
    await this.at('.logstep [aria-pressed="true"]');
  }

  /** What the button that saves says: it names the client. */
  async saveWord(): Promise<string> {
    const button = await this.at('.logform [type="submit"]');
    return button.evaluate((node) => node.firstChild?.textContent ?? '');
  }

  /** Ctrl+Enter. */
  async pressSave(): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.press('Enter');
    await this.page.keyboard.up('Control');
  }

  /** Waits for the store's word: the form is gone and the bar says what is on the disk. */
  async isSaved(): Promise<void> {
    await this.until(
      () =>
        document.querySelector('.logform') === null &&
        document.querySelector('.undobar:not(.undobar-failed)') !== null,
    );
  }

  async save(): Promise<void> {
    await this.pressSave();
    await this.isSaved();
  }

  async log({ letter, note, nextStep }: LoggedContact): Promise<void> {
    await this.openLog(letter);
    if (note !== undefined) await this.writeNote(note);
    if (nextStep !== undefined) await this.promise(nextStep);
    await this.save();
  }

  /** What stands in the note of the open form; null if none is open. */
  draftNote(): Promise<string | null> {
    return this.surface.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('.logform textarea')?.value ?? null,
    );
  }

  /** Waits until the open form's note says `text`. */
  async draftSays(text: string): Promise<void> {
    await this.until(
      (wanted) => document.querySelector<HTMLTextAreaElement>('.logform textarea')?.value === wanted,
      text,
    );
  }

  /** Goes on with the draft kept for the client shown. */
  async resumeDraft(): Promise<void> {
    await this.click('button', this.say('log.resume'));
    await this.at('.logform textarea');
  }

  /** Whether a draft of the client shown is offered. */
  async offersDraft(): Promise<boolean> {
    return (await this.surface.$('.logkept')) !== null;
  }

  /** What the bar at the foot says. */
  async said(): Promise<string> {
    const bar = await this.at('.undobar span');
    return bar.evaluate((node) => node.textContent ?? '');
  }

  /** Takes back what the bar tells of. */
  async undo(): Promise<void> {
    const label = this.say('ui.undo');
    await this.until(
      (wanted) =>
        [...document.querySelectorAll('.undobar .btn-link')].some((each) => each.textContent === wanted),
      label,
    );
    for (const button of await this.surface.$$('.undobar .btn-link'))
      if ((await button.evaluate((node) => node.textContent)) === label) await this.clickOn(button);
    await this.until(
      (undone) => document.querySelector('.undobar span')?.textContent === undone,
      this.say('ui.undone'),
    );
  }
}
