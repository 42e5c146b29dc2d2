import { render } from 'preact';
import type { ConfirmPort } from '@/utils/app/confirmPort';
import { Confirm } from './Confirm';

/** Puts what waits to be confirmed above everything else in this page. */
export function mountConfirm(port: ConfirmPort): void {
  const place = document.createElement('div');
  document.body.prepend(place);
  render(<Confirm port={port} />, place);
}
