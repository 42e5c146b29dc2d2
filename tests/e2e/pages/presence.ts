import type { Screen } from './screen';

/** What a screen does while a client looks on. */
export class Presence {
  readonly screen: Screen;

  constructor(screen: Screen) {
    this.screen = screen;
  }

  /**
   * Presses the one key. Resolves to the milliseconds until the screen was painted without what it hid, the
   * key's own way into the browser included.
   */
  async press(): Promise<number> {
    const painted = this.screen.surface.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (document.querySelector('.present')?.checkVisibility()) setTimeout(() => resolve(Date.now()));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    );
    const pressed = Date.now();
    await this.screen.press('h');
    return (await painted) - pressed;
  }

  async isOn(): Promise<void> {
    await this.screen.until(() => document.querySelector('.present')?.checkVisibility() === true);
  }

  async isOff(): Promise<void> {
    await this.screen.until(() => document.querySelector('.present') === null);
  }

  /** All that can be read while it is on. */
  text(): Promise<string> {
    return this.screen.text();
  }
}
