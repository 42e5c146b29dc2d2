import { render } from 'preact';
import { Panel } from '@/components/panel/Panel';
import { SETTINGS } from './fixtures/pictures';
import { playPort } from './fixtures/port';
import { VIEWS, type ViewName } from './fixtures/views';

const isView = (name: string): name is ViewName => Object.hasOwn(VIEWS, name);
const THEMES = ['light', 'dark'] as const;

/** Draws one state of the panel over the whole page. */
export function showView(wanted: URLSearchParams): void {
  const name = wanted.get('view') ?? '';
  const port = playPort(isView(name) ? VIEWS[name]() : VIEWS.client());
  const theme = THEMES.find((each) => each === wanted.get('theme')) ?? 'system';
  port.settings.value = { ...SETTINGS, theme };
  Object.assign(globalThis, { port });
  const app = document.getElementById('app');
  if (app) render(<Panel port={port} />, app);
}
