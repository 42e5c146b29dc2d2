import { render } from 'preact';
import type { PanelPort } from '@/utils/app/panelPort';
import { Panel } from './Panel';
import { Starting } from './states/Skeleton';

/** Puts the panel into the page: a quiet start at once, the client once the port is there. */
export function mountPanel(open: () => Promise<PanelPort>): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  render(<Starting />, root);
  void open().then((port) => render(<Panel port={port} />, root));
}
