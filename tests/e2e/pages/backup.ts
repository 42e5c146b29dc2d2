import { OptionsScreen } from './options';

/** The parts of the options page about backups and their restore. */
export class BackupOptions extends OptionsScreen {
  /**
   * Chooses a folder. No test can click the browser's picker: what it would give back is a folder of the browser's
   * own file system, which is written to in the same way.
   */
  async chooseFolder(): Promise<void> {
    await this.surface.evaluate(() => {
      Reflect.set(globalThis, 'showDirectoryPicker', async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
      );
    });
    await this.click('button', this.say('backup.chooseFolder'));
    await this.shows(this.say('backup.folder', 'chosen'));
  }

  /** The first backup of a book without a passphrase: one for backups is asked for. */
  async backUpWith(passphrase: string): Promise<void> {
    await this.click('button', this.say('backup.now'));
    for (const field of await this.surface.$$('dialog input')) await this.fill(field, passphrase);
    await this.clickOn(await this.at('dialog .btn-go:enabled'));
    await this.at('#backup .ocrm');
  }

  /** How many backups the folder offers. */
  async offers(count: number): Promise<void> {
    await this.until((wanted) => document.querySelectorAll('#restore .ocrm').length === wanted, count);
  }

  /** Opens the newest backup of the folder; the counts of its clients: there, coming in, going back, going away. */
  async look(): Promise<string[]> {
    await this.clickOn(await this.at('#restore .ocrm .btn'));
    await this.at('.orestore-table');
    return this.surface.$$eval('.orestore-table tbody tr:first-child td', (cells) =>
      cells.map((cell) => cell.textContent ?? ''),
    );
  }

  /** What is said to become of settings and the like, which come along. */
  async besideIt(): Promise<string> {
    const said = await this.at('.orestore-beside');
    return said.evaluate((node) => node.textContent ?? '');
  }

  /** Replaces the book by what was looked at; the verdict. */
  async replace(word: string | null): Promise<{ intact: boolean; text: string }> {
    if (word !== null) await this.fill(await this.at('.orestore-word'), word);
    await this.clickOn(await this.at('.orestore .btn-go'));
    const verdict = await this.at('#restore > p[role="status"]');
    const intact = await verdict.evaluate((node) => node.classList.contains('ogood'));
    const lines = await this.surface.$$eval('#restore > p', (all) =>
      all.map((line) => line.textContent ?? ''),
    );
    return { intact, text: lines.join('\n') };
  }

  /** Goes on with the restored book: the page begins anew. */
  async finish(): Promise<void> {
    const anew = this.page.waitForNavigation({ waitUntil: 'domcontentloaded' });
    await this.click('button', this.say('restore.finish'));
    await anew;
    await this.at('#restore');
  }

  /** What is said of a loss. */
  async loss(): Promise<string> {
    const said = await this.at('.orestore-loss');
    return said.evaluate((node) => node.textContent ?? '');
  }

  /** Brings back what the second copy holds; waits until nothing is missing any more. */
  async heal(): Promise<void> {
    await this.click('button', this.say('restore.heal.go'));
    await this.until(() => document.querySelector('.orestore-loss') === null);
  }

  /** Waits until the second copy has the journal's last entry. */
  async secondCopyIsUpToDate(): Promise<void> {
    await this.until(async () => {
      const kept = await chrome.storage.local.get(['tail', 'canary']);
      const number = (key: string, field: string): unknown => Reflect.get(Object(kept[key]), field);
      return number('tail', 'upTo') === number('canary', 'seq');
    });
  }

  /** The browser loses the database, as it was seen to do with a damaged one. */
  async loseDatabase(): Promise<void> {
    await this.surface.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('zhibi');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
  }
}
