import type { ElementHandle, Frame, Page } from 'puppeteer';
import { type Language, word } from './words';

/** Longest wait for anything a user would wait for. */
export const PATIENCE = 15_000;

/** A page, or the panel's frame in one: found by role and by the words on the screen. */
export class Screen {
  readonly surface: Page | Frame;
  readonly language: Language;

  constructor(surface: Page | Frame, language: Language) {
    this.surface = surface;
    this.language = language;
  }

  protected say(key: string, ...places: (string | number)[]): string {
    return word(this.language, key, ...places);
  }

  /** The page that must be in front for clicks to arrive. */
  protected get page(): Page {
    return 'mainFrame' in this.surface ? this.surface : this.surface.page();
  }

  async find(role: string, name: string): Promise<ElementHandle<Element>> {
    const found = await this.surface.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {
      timeout: PATIENCE,
    });
    if (!found) throw new Error(`no ${role} “${name}”`);
    return found;
  }

  async has(role: string, name: string): Promise<boolean> {
    return (await this.surface.$(`::-p-aria([name="${name}"][role="${role}"])`)) !== null;
  }

  async click(role: string, name: string): Promise<void> {
    await this.page.bringToFront();
    const element = await this.find(role, name);
    await element.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await element.click();
  }

  /** Everything readable on the screen, white space folded. */
  text(): Promise<string> {
    return this.surface.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  }

  async shows(text: string): Promise<void> {
    await this.surface.waitForFunction(
      (wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
      { timeout: PATIENCE },
      text,
    );
  }

  async showsNot(text: string): Promise<void> {
    await this.surface.waitForFunction(
      (unwanted) => !document.body.innerText.replace(/\s+/g, ' ').includes(unwanted),
      { timeout: PATIENCE },
      text,
    );
  }

  async press(key: Parameters<Page['keyboard']['press']>[0]): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
