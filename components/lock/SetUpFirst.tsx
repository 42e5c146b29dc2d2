import './lock.css';
import { useState } from 'preact/hooks';
import type { UnlockPort } from '@/utils/app/lock/lockPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { SetUp } from './SetUp';

interface Props {
  port: UnlockPort;
  /** Where it is set up, if not here: a popup closes at the first click beside it. */
  elsewhere: (() => void) | null;
}

/** The bank requires a passphrase and there is none: nothing is shown before it is set. */
export function SetUpFirst({ port, elsewhere }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div class="unlock">
      <h1>{t('lock.required')}</h1>
      <p>{t('lock.requiredAbout')}</p>
      <div class="unlock-deeds">
        <Button kind="go" onClick={elsewhere ?? (() => setOpen(true))}>
          {t('lock.setUp')}
        </Button>
      </div>
      {open && <SetUp port={port} onClose={() => setOpen(false)} onDone={() => setOpen(false)} />}
    </div>
  );
}
