/** A note over the page that leaves by itself after three seconds. */
import { h } from '../../../modern/app/dom';

export function toast(text: string, kind: 'success' | 'warning' = 'success'): void {
  const note = h('div', { class: `slds-notify slds-notify_toast slds-theme_${kind}`, role: 'status' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 3000);
}
