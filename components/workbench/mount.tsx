import { render } from 'preact';
import type { PresencePort } from '@/utils/app/presence';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import { Workbench } from './Workbench';

/** Puts the workbench into its place. Returns how to take it away. */
export function mountWorkbench(port: WorkbenchPort & PresencePort): () => void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  render(<Workbench port={port} />, root);
  return () => render(null, root);
}
