import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '@/utils/domain/schema/settings';

/** Paints the page in the chosen theme; the system decides unless the user has. */
export function useTheme(theme: Settings['theme']): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
}
