import '../ui/tokens.css';
import '../ui/ui.css';
import './lock.css';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { UnlockPort } from '@/utils/app/lock/lockPort';
import { usePage } from '../popup/usePage';
import { Later } from '../ui/Later';
import { UnlockForm } from './UnlockForm';

const loadRecover = () => import('./RecoverForm');
const loadSetUp = () => import('./SetUpFirst');

interface Props {
  port: UnlockPort;
  theme: 'system' | 'light' | 'dark';
  /** Where the recovery key is asked for, if not here: a popup closes at the first click beside it. */
  elsewhere: (() => void) | null;
}

/** A whole page that asks for the passphrase, and shows nothing else. */
export function UnlockPage({ port, theme, elsewhere }: Props) {
  const [forgotten, setForgotten] = useState(false);
  usePage(theme);
  return (
    <main class={elsewhere === null ? 'unlockpage' : 'unlockpage unlockpage-small'}>
      {port.mustSetUp.value ? (
        <Later load={loadSetUp}>{({ SetUpFirst }) => <SetUpFirst port={port} elsewhere={elsewhere} />}</Later>
      ) : forgotten ? (
        <Later load={loadRecover}>
          {({ RecoverForm }) => <RecoverForm port={port} onBack={() => setForgotten(false)} />}
        </Later>
      ) : (
        <UnlockForm port={port} onForgotten={elsewhere ?? (() => setForgotten(true))} />
      )}
    </main>
  );
}

/** Puts it where the page's own screen will be. Returns how to take it away. */
export function mountUnlock(props: Props): () => void {
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  root.replaceChildren();
  render(<UnlockPage {...props} />, root);
  return () => render(null, root);
}
