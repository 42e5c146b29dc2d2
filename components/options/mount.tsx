import { render } from 'preact';
import type { OptionsPort } from '@/utils/app/optionsPort';
import { Options } from './Options';

/** Puts the options page into its place. */
export function mountOptions(port: OptionsPort): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  render(<Options port={port} />, root);
}
