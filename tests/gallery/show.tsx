import { render } from 'preact';
import { Panel } from '@/components/panel/Panel';
import { Teach } from '@/components/teach/Teach';
import type { Settings } from '@/utils/domain/schema/settings';
import { SETTINGS } from './fixtures/pictures';
import { playPort } from './fixtures/port';
import { playTeachPort, TEACH_VIEWS } from './fixtures/teach';
import { FOUND, LOST, MENDED, NOWHERE } from './fixtures/trouble';
import { VIEWS, type ViewName } from './fixtures/views';

const isView = (name: string): name is ViewName => Object.hasOwn(VIEWS, name);
const isStage = (name: string): name is keyof typeof TEACH_VIEWS => Object.hasOwn(TEACH_VIEWS, name);
const THEMES = ['light', 'dark'] as const;

/** Draws one stage of the wizard over the whole page. */
function showTeach(name: keyof typeof TEACH_VIEWS, theme: Settings['theme'], app: HTMLElement): void {
  const port = playTeachPort(TEACH_VIEWS[name]());
  port.settings.value = { ...SETTINGS, theme };
  render(<Teach port={port} />, app);
}

/** Draws one state of the panel, or `teach.` and a stage of the wizard, over the whole page. */
export function showView(wanted: URLSearchParams): void {
  const name = wanted.get('view') ?? '';
  const app = document.getElementById('app');
  if (!app) return;
  const theme = THEMES.find((each) => each === wanted.get('theme')) ?? 'system';
  const stage = name.replace(/^teach\./, '');
  if (stage !== name && isStage(stage)) {
    showTeach(stage, theme, app);
    return;
  }
  const port = playPort(isView(name) ? VIEWS[name]() : VIEWS.client());
  if (name === 'lost' || name === 'nowhere') port.trouble.value = LOST;
  if (name === 'mended') port.trouble.value = MENDED;
  port.mends = name === 'nowhere' ? NOWHERE : FOUND;
  port.settings.value = { ...SETTINGS, theme };
  Object.assign(globalThis, { port });
  render(<Panel port={port} />, app);
}
