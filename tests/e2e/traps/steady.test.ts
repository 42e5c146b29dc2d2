import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Screen } from '../pages/screen';
import { Stage } from '../support/stage';

declare global {
  interface Window {
    /** What has moved on this page since it was opened, with where it stood before and after. */
    moved: string[];
  }
}

/** What moves under the pointer takes a press that was meant for something else. */
describe('nothing moves once it stands on the screen', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
  });
  afterAll(() => stage?.close());

  /** What has moved by itself on this page of ours until `complete` was drawn. */
  async function movedOn(place: string, complete: (screen: Screen) => Promise<unknown>): Promise<string[]> {
    const page = await stage.browser.newPage();
    // So slow that what comes later comes in a picture of its own.
    await page.emulateCPUThrottling(3);
    await page.evaluateOnNewDocument(() => {
      window.moved = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('sources' in entry && Array.isArray(entry.sources))
            for (const { node, previousRect, currentRect } of entry.sources)
              window.moved.push(`${node?.className}: ${previousRect.y} → ${currentRect.y}`);
      });
      observer.observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`chrome-extension://${stage.zhibi.id}/${place}`);
    const screen = new Screen(page, stage.zhibi.language);
    await complete(screen);
    // Two pictures later all that the first has moved is told.
    const moved = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.moved)))),
        ),
    );
    await page.close();
    return moved;
  }

  it.each(['', '#sample', '#lock', '#leave'])('in the options at %j', async (part) => {
    const counted = (screen: Screen) => screen.shows(screen.say('sample.present', 14));
    expect(await movedOn(`options.html${part}`, counted)).toEqual([]);
  });

  it('in the popup, from its bones to its lists', async () => {
    expect(await movedOn('popup.html', (screen) => screen.at('[role="listbox"], .plist'))).toEqual([]);
  });

  it('in the book', async () => {
    expect(await movedOn('workbench.html#book', (screen) => screen.at('.btable'))).toEqual([]);
  });

  it.each([
    // The month's figure is drawn once the contacts are read, which the columns take their plans from.
    ['week', '.wpage-head:has(.wfigure-bar) ~ .wboard'],
    ['visits', '.vplans'],
  ])('in the workbench at %s', async (place, complete) => {
    expect(await movedOn(`workbench.html#${place}`, (screen) => screen.at(complete))).toEqual([]);
  });
});
