import '../lock/lock.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LockPort } from '@/utils/app/lock/lockPort';
import { UnlockPage } from '../lock/UnlockPage';
import { t } from '../ui/words';

/**
 * Over the whole options page while the book is locked, even over an open dialog. What was typed below stays
 * where it is: no part of this page names a client.
 */
export function LockScreen({ port, theme }: { port: LockPort; theme: 'system' | 'light' | 'dark' }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="lockscreen"
      aria-label={t('lock.locked')}
      onCancel={(event) => event.preventDefault()}
    >
      <UnlockPage port={port} theme={theme} elsewhere={null} />
    </dialog>
  );
}
