import { render } from 'preact';
import type { PanelPort } from '@/utils/app/panelPort';
import { Panel } from './Panel';

/** Puts the panel where its bones stood. */
export function mountPanel(port: PanelPort): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  root.replaceChildren();
  render(<Panel port={port} />, root);
}
