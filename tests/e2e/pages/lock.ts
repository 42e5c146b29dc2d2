import { OptionsScreen } from './options';
import { Screen } from './screen';

/** A page of ours while the book is locked: popup, options or workbench. */
export class LockedScreen extends Screen {
  /** Waits until the passphrase is asked for. */
  async asks(): Promise<void> {
    await this.shows(this.say('lock.lockedAbout'));
  }

  async unlock(passphrase: string): Promise<void> {
    await this.fill(await this.at('.unlock input'), passphrase);
    await this.press('Enter');
  }

  /** By the 24 words that were written down. */
  async recover(words: readonly string[], next: string): Promise<void> {
    await this.click('button', this.say('lock.forgotten'));
    await this.clickOn(await this.at('.unlock textarea'));
    await this.page.keyboard.sendCharacter(words.join(''));
    await fillNew(this, next);
    await this.clickOn(await this.at('.unlock .btn-go:enabled'));
  }

  async isOpen(): Promise<void> {
    await this.until(() => document.querySelector('.unlock') === null);
  }
}

/** Types a new passphrase into both of its fields. */
async function fillNew(screen: Screen, passphrase: string): Promise<void> {
  for (const field of await screen.surface.$$('input[autocomplete="new-password"]'))
    await screen.fill(field, passphrase);
}

/** The part of the options page about the lock. */
export class LockOptions extends OptionsScreen {
  /** Sets a passphrase by the dialog; the words of the recovery key. */
  async setUp(passphrase: string): Promise<string[]> {
    await this.click('button', this.say('lock.setUp'));
    await this.at('dialog input');
    await fillNew(this, passphrase);
    await this.clickOn(await this.at('dialog .btn-go:enabled'));
    await this.at('.lockwords li');
    const words = await this.surface.$$eval('.lockwords li', (items) =>
      items.map((item) => item.textContent ?? ''),
    );
    await this.click('button', this.say('lock.wordsWritten'));
    await this.at('dialog input');
    for (const field of await this.surface.$$('dialog input')) {
      const place = await field.evaluate((node) =>
        node instanceof HTMLInputElement ? (node.labels?.[0]?.textContent?.replace(/\D/g, '') ?? '') : '',
      );
      await this.fill(field, words[Number(place) - 1] ?? '');
    }
    await this.clickOn(await this.at('dialog .btn-go'));
    await this.shows(this.say('lock.setUpDone'));
    return words;
  }

  async lockNow(): Promise<void> {
    await this.click('button', this.say('lock.lockNow'));
  }
}
