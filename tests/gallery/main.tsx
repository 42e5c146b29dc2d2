import { speaker } from './speaker';
import type { Locale } from './words';

/** Injected by the server: the locale files' words. */
declare const __WORDS__: Record<Locale, Record<string, string>>;

/*
 * Shows one state of the panel at a time: ?view=client&theme=dark&lang=en&width=360. Without a view,
 * an index with a switch for each. The words must stand behind `browser` before any screen is loaded.
 */
const wanted = new URLSearchParams(location.search);
const isLocale = (name: string | null): name is Locale => name !== null && Object.hasOwn(__WORDS__, name);
const asked = wanted.get('lang');
const lang = isLocale(asked) ? asked : 'zh_CN';
Object.assign(globalThis, {
  browser: { runtime: { id: 'gallery' }, i18n: { getMessage: speaker(__WORDS__[lang]) } },
});

if (wanted.has('view')) {
  const { showView } = await import('./show');
  showView(wanted);
} else {
  const { showIndex } = await import('./indexPage');
  showIndex();
}
