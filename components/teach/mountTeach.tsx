import { render } from 'preact';
import type { TeachPort } from '@/utils/app/teachPort';
import { Teach } from './Teach';

/** Puts the wizard where the panel's bones stood. */
export function mountTeach(port: TeachPort): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  root.replaceChildren();
  render(<Teach port={port} />, root);
}
