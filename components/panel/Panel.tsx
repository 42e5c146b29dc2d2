import '../ui/tokens.css';
import '../ui/ui.css';
import './panel.css';
import { useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { PanelPort, PanelView } from '@/utils/app/panelPort';
import { isPresent, presentAs } from '@/utils/app/presence';
import { PRESENT_KEY, usePresence } from '../present/usePresence';
import { Button } from '../ui/Button';
import { Later } from '../ui/Later';
import { UndoBar } from '../ui/UndoBar';
import { t } from '../ui/words';
import { ClientView } from './ClientView';
import { clientOf, createDesk, type Desk, shownOf } from './desk';
import { FirstSight } from './states/FirstSight';
import { Frozen, learnFrozenWords } from './states/Frozen';
import { Locked } from './states/Locked';
import { Failed, NoClient } from './states/Plain';
import { Loading, Starting } from './states/Skeleton';

function View({ view, desk }: { view: PanelView; desk: Desk }) {
  switch (view.state) {
    case 'starting':
      return <Starting />;
    case 'loading':
      return <Loading name={view.name} />;
    case 'noClient':
      return <NoClient why={view.why} desk={desk} />;
    case 'firstSight':
      return <FirstSight view={view} desk={desk} />;
    case 'client':
      return <ClientView view={view} desk={desk} />;
    case 'error':
      return <Failed code={view.code} desk={desk} />;
    case 'refused':
      return null;
    case 'locked':
      return <Locked desk={desk} />;
    case 'frozen':
      return <Frozen desk={desk} />;
  }
}

const loadPresent = () => import('./states/Beside');

/** Who sits beside the screen, and what they may see of it. */
function Beside({ desk }: { desk: Desk }) {
  const { port } = desk;
  const view = port.view.value;
  const present = port.clientPresent.value;
  const shown = shownOf(view);
  if (present === null) return null;
  const isTheirs = shown !== null && isPresent(present, shown);
  return (
    // Until its code is there the screen is empty, which is what was asked for.
    <Later load={loadPresent}>
      {({ ClientBeside }) => (
        <ClientBeside view={view} client={isTheirs ? clientOf(view) : null} port={port} />
      )}
    </Later>
  );
}

/** What the foot says of the data: “saved” only where something is, and not while it is being written. */
function footWord(view: PanelView, saving: boolean): string {
  if (saving) return t('log.saving');
  if (view.state === 'error') return '';
  return view.state === 'client' ? t('panel.foot') : t('panel.footLocal');
}

/** The panel: the same in the page and in the browser's own side panel. */
export function Panel({ port }: { port: PanelPort }) {
  const desk = useMemo(() => createDesk(port), [port]);
  const view = port.view.value;

  useEffect(() => () => desk.close(), [desk]);
  useEffect(() => {
    const timer = setTimeout(() => {
      learnFrozenWords();
      void loadPresent().catch(() => {});
    });
    return () => clearTimeout(timer);
  }, []);
  useSignalEffect(() => {
    const { theme } = port.settings.value;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = t('ui.language');
  });

  const whom = useCallback(() => presentAs(shownOf(port.view.peek())), [port]);
  usePresence(port, whom);
  // A lock shows nobody, whoever sits there.
  const hidden = port.clientPresent.value !== null && view.state !== 'locked';

  const quiet = view.state === 'starting' || ['refused', 'frozen', 'locked'].includes(view.state);
  return (
    <>
      {hidden && <Beside desk={desk} />}
      {/* Hidden, not taken down: what is being written in it stays as it is. */}
      <div hidden={hidden}>
        <View view={view} desk={desk} />
        {view.state !== 'locked' && <UndoBar deeds={desk.deeds} />}
        {!quiet && (
          <footer class="foot">
            <span>{footWord(view, desk.session.saving.value)}</span>
            <span class="foot-end">
              <Button
                kind="link"
                hotkey={PRESENT_KEY}
                aria-keyshortcuts={PRESENT_KEY}
                title={t('present.startHint')}
                onClick={() => port.setClientPresent(whom())}
              >
                {t('present.start')}
              </Button>
              <Button kind="link" onClick={() => port.openOptions()}>
                {t('panel.options')}
              </Button>
            </span>
          </footer>
        )}
      </div>
    </>
  );
}
