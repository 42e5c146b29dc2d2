import '../ui/tokens.css';
import '../ui/ui.css';
import './teach.css';
import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TeachPort, TeachView } from '@/utils/app/teachPort';
import { Button } from '../ui/Button';
import { language, t } from '../ui/words';
import { Done, Naming } from './keeping';
import { Leaving } from './Leaving';
import { Lost, NotClient, NotSure, Reading } from './notYet';
import { Steps } from './Steps';
import { OtherPage, SecondClient } from './trials';
import { UnderstoodPage } from './UnderstoodPage';

function Stage({ view, port }: { view: TeachView; port: TeachPort }) {
  switch (view.stage) {
    case 'reading':
      return <Reading />;
    case 'notClient':
      return <NotClient page={view.page} port={port} />;
    case 'notSure':
      return <NotSure lacks={view.lacks} port={port} />;
    case 'understood':
      return <UnderstoodPage view={view} port={port} />;
    case 'second':
      return <SecondClient view={view} port={port} />;
    case 'other':
      return <OtherPage view={view} port={port} />;
    case 'naming':
      return <Naming view={view} port={port} />;
    case 'done':
      return <Done title={view.title} port={port} />;
    case 'lost':
      return <Lost />;
    case 'refused':
      return null;
  }
}

/** Paints the page in the chosen theme, and says what language it is in. */
function usePaint(port: TeachPort): void {
  useSignalEffect(() => {
    const { theme } = port.settings.value;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language();
  });
}

/** The wizard that teaches Zhibi a CRM: one stage at a time, the page beside it does the rest. */
export function Teach({ port }: { port: TeachPort }) {
  const view = port.view.value;
  const [leaving, setLeaving] = useState(false);
  const main = useRef<HTMLElement>(null);
  usePaint(port);
  useLayoutEffect(() => {
    scrollTo(0, 0);
    // Only where the user is in here: whoever is at work in the page keeps the keyboard.
    if (document.hasFocus()) main.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [view.stage]);
  const leave = () => {
    if (port.hasWork()) setLeaving(true);
    else port.end();
  };
  return (
    <>
      <header class="teach-head">
        <div class="teach-title">
          <b>{t('teach.title')}</b>
          {view.stage !== 'done' && (
            <Button kind="ghost" onClick={leave}>
              {t('teach.cancel')}
            </Button>
          )}
        </div>
        <Steps stage={view.stage} />
      </header>
      <main class="teach" ref={main}>
        <Stage view={view} port={port} />
      </main>
      {leaving && <Leaving onStay={() => setLeaving(false)} onLeave={() => port.end()} />}
    </>
  );
}
