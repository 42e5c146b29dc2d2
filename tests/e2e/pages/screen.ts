import type { ElementHandle, EvaluateFunc, Frame, Page } from 'puppeteer';
import { type Language, word } from './words';

/** Longest wait for anything a user would wait for. */
export const PATIENCE = 15_000;

/** How often a condition is looked at: by the clock, since no frame is painted where nobody looks. */
const POLLING = 40;

/** A page, or the panel's frame in one: found by role and by the words on the screen. */
export class Screen {
  readonly surface: Page | Frame;
  readonly language: Language;

  constructor(surface: Page | Frame, language: Language) {
    this.surface = surface;
    this.language = language;
  }

  /** The words the product uses for `key`, with its places filled in. */
  say(key: string, ...places: (string | number)[]): string {
    return word(this.language, key, ...places);
  }

  /** The page that must be in front for clicks to arrive. */
  get page(): Page {
    return 'mainFrame' in this.surface ? this.surface : this.surface.page();
  }

  /** Clicks and keys arrive only where the page is in front. */
  async comeToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  /** Waits until `condition` holds inside the page. */
  async until<Args extends unknown[]>(condition: EvaluateFunc<Args>, ...args: Args): Promise<void> {
    await this.surface.waitForFunction(condition, { timeout: PATIENCE, polling: POLLING }, ...args);
  }

  /** Waits for the element of this role and exact name. */
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
    // First of all: by role nothing is found in a tab that is not painted.
    await this.comeToFront();
    for (;;) {
      const found = await this.find(role, name);
      try {
        return await this.clickOn(found);
      } catch (fault) {
        // Drawn anew between the look and the click: the user presses what stands there now.
        if (await found.evaluate((node) => node.isConnected).catch(() => true)) throw fault;
      }
    }
  }

  /**
   * Clicks as a user does: with the page in front, the pointer on the element and the element under the
   * pointer, and not while it is greyed out. A frame that has only just come into sight is painted before it
   * is reached.
   */
  async clickOn(element: ElementHandle<Element>): Promise<void> {
    await this.comeToFront();
    await element.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    const deadline = Date.now() + PATIENCE;
    do {
      if (Date.now() > deadline) throw new Error(`not to be reached: ${await outline(element)}`);
      await element.hover().catch(async (fault: unknown) => {
        // A window that is just being opened has no size yet, and nothing in it a place.
        if (!(await element.evaluate((node) => node.isConnected).catch(() => false))) throw fault;
      });
    } while (!(await element.evaluate((node) => node.matches(':hover:not(:disabled)'))));
    await element.click();
  }

  /** Waits for the one element at `selector`. */
  async at(selector: string): Promise<ElementHandle<Element>> {
    const found = await this.surface.waitForSelector(selector, { timeout: PATIENCE });
    if (!found) throw new Error(`nothing at ${selector}`);
    return found;
  }

  /** Opens the menu of this name and picks the line that says `item`. */
  async pick(menu: string, item: string): Promise<void> {
    await this.click('button', menu);
    await this.pickIn(item);
  }

  /** Picks a line of the menu that is open. */
  async pickIn(item: string): Promise<void> {
    const lines = '[role="menu"] .menu-label';
    await this.until(
      (selector, label) =>
        [...document.querySelectorAll(selector)].some((each) => each.textContent === label),
      lines,
      item,
    );
    for (const line of await this.surface.$$(lines)) {
      if ((await line.evaluate((node) => node.textContent)) === item) await this.clickOn(line);
    }
    await this.until(() => document.querySelector('[role="menu"]') === null);
  }

  /** Everything readable on the screen, white space folded. */
  text(): Promise<string> {
    return this.surface.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  }

  async shows(text: string): Promise<void> {
    await this.until((wanted) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted), text).catch(
      async () => {
        throw new Error(`“${text}” is not on the screen:\n${await this.text()}`);
      },
    );
  }

  async showsNot(text: string): Promise<void> {
    await this.until((unwanted) => !document.body.innerText.replace(/\s+/g, ' ').includes(unwanted), text);
  }

  async press(key: Parameters<Page['keyboard']['press']>[0]): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts `text` in place of what stands in the field. */
  async fill(field: ElementHandle<Element>, text: string): Promise<void> {
    await this.clickOn(field);
    await field.evaluate((node) => {
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) node.select();
    });
    await this.type(text);
  }
}

/** How an element begins, for a message. */
const outline = (element: ElementHandle<Element>): Promise<string> =>
  element.evaluate((node) => node.outerHTML.slice(0, 120));
