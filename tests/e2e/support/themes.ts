import type { Screen } from '../pages/screen';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Sets the system's theme and waits until the screen, which may be a frame of the page, has heard of it and no colour is
 * on its way any more.
 */
export async function inTheme(screen: Screen, theme: Theme): Promise<void> {
  await screen.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await screen.until(
    (wanted) =>
      matchMedia(`(prefers-color-scheme: ${wanted})`).matches &&
      !document.getAnimations().some((each) => each instanceof CSSTransition),
    theme,
  );
}
