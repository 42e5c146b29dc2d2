import type { Screen } from './screen';

/** What a screen does while a client looks on. */
export class Presence {
  readonly screen: Screen;

  constructor(screen: Screen) {
    this.screen = screen;
  }

  /** Presses the one key and resolves to the milliseconds until the screen was painted without what it hid. */
  async press(): Promise<number> {
    await this.screen.surface.evaluate(() => {
      const marks = { pressed: 0 };
      const ended = new Promise<number>((resolve) => {
        const seen = () => {
          if (marks.pressed > 0 && document.querySelector('.present'))
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - marks.pressed)));
          else requestAnimationFrame(seen);
        };
        addEventListener(
          'keydown',
          (event) => {
            marks.pressed = event.timeStamp;
          },
          { capture: true, once: true },
        );
        requestAnimationFrame(seen);
      });
      Object.assign(globalThis, { zhibiHidden: ended });
    });
    await this.screen.press('h');
    return this.screen.surface.evaluate(
      () => (globalThis as unknown as { zhibiHidden: Promise<number> }).zhibiHidden,
    );
  }

  async isOn(): Promise<void> {
    await this.screen.until(() => document.querySelector('.present') !== null);
  }

  async isOff(): Promise<void> {
    await this.screen.until(() => document.querySelector('.present') === null);
  }

  /** All that can be read while it is on. */
  text(): Promise<string> {
    return this.screen.text();
  }
}
