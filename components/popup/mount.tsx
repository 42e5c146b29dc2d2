import { render } from 'preact';
import type { PopupPort } from '@/utils/app/popupPort';
import { Popup } from './Popup';

/** Puts the popup where its bones stood. Returns how to take it away: what is typed is kept. */
export function mountPopup(port: PopupPort): () => void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  root.replaceChildren();
  render(<Popup port={port} />, root);
  return () => render(null, root);
}
