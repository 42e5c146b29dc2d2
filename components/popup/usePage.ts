import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '@/utils/domain/schema/settings';
import { language } from '../ui/words';

/** Says what language the page is in and paints it in the chosen theme; the system decides unless the user has. */
export function usePage(theme: Settings['theme']): void {
  useLayoutEffect(() => {
    const { documentElement } = document;
    documentElement.lang = language();
    if (theme === 'system') delete documentElement.dataset['theme'];
    else documentElement.dataset['theme'] = theme;
  }, [theme]);
}
