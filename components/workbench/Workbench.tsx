import '../ui/tokens.css';
import '../ui/ui.css';
import './workbench.css';
import { useState } from 'preact/hooks';
import { ANYBODY, type PresencePort } from '@/utils/app/presence';
import { WORKBENCH_PAGES, type WorkbenchPage } from '@/utils/app/workbenchPages';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import { usePage } from '../popup/usePage';
import { Present } from '../present/Present';
import { PRESENT_KEY, usePresence } from '../present/usePresence';
import { Button } from '../ui/Button';
import { Later } from '../ui/Later';
import { UndoBar } from '../ui/UndoBar';
import { t } from '../ui/words';
import { createWorkbenchDesk } from './desk';
import { Page } from './Page';
import { hashOf } from './place';

const anybody = () => ANYBODY;
const pageWord = (page: WorkbenchPage): string => t(`workbench.page.${page}`);
/** Shorter in the line of pages, where a language has no room for the whole name. */
const navWord = (page: WorkbenchPage): string =>
  page === 'calendar' || page === 'week' || page === 'out' ? t(`workbench.nav.${page}`) : pageWord(page);

const loadSheet = () => import('./Sheet');

/** The workbench: the whole book, where the panel shows one client. A client is opened beside any page. */
export function Workbench({ port }: { port: WorkbenchPort & PresencePort }) {
  const [desk] = useState(() => createWorkbenchDesk(port));
  usePage(port.settings.value.theme);
  usePresence(port, anybody);
  const hidden = port.clientPresent.value !== null;
  const { page, client } = desk.place.value;
  const book = port.book.value;
  const trouble = book.state === 'error' ? book.code : book.state === 'ready' ? book.trouble : null;

  return (
    <>
      {hidden && <Present client={null} end={() => port.setClientPresent(null)} />}
      {/* Hidden, not taken down: what is being written in it stays as it is. */}
      <div hidden={hidden} class={client === null ? 'workbench' : 'workbench workbench-beside'}>
        <header class="whead">
          <h1>{t('workbench.title')}</h1>
          <nav class="wnav" aria-label={t('workbench.title')}>
            {WORKBENCH_PAGES.map((each) => (
              <a
                key={each}
                href={hashOf({ page: each, client })}
                aria-current={each === page ? 'page' : undefined}
                data-words={navWord(each)}
                {...(navWord(each) === pageWord(each) ? {} : { 'aria-label': pageWord(each) })}
              >
                {navWord(each)}
              </a>
            ))}
          </nav>
          <div class="wtools">
            <Button
              kind="ghost"
              hotkey={PRESENT_KEY}
              aria-keyshortcuts={PRESENT_KEY}
              title={t('present.startHint')}
              onClick={() => port.setClientPresent(ANYBODY)}
            >
              {t('present.start')}
            </Button>
            {port.lockable.value && (
              <Button kind="ghost" onClick={() => port.lockNow()}>
                {t('lock.lockNow')}
              </Button>
            )}
            <Button kind="ghost" onClick={() => port.openOptions()}>
              {t('popup.options')}
            </Button>
          </div>
        </header>
        {/* Named: the panel in the sheet has a main part too. */}
        <main class="wmain" aria-label={t(`workbench.page.${page}`)}>
          {trouble !== null && <p class="wnotice">{t(`popup.trouble.${trouble}`)}</p>}
          <Page key={page} page={page} desk={desk} />
        </main>
        {client !== null && (
          <Later load={loadSheet}>{({ Sheet }) => <Sheet client={client} desk={desk} />}</Later>
        )}
        <UndoBar deeds={desk.deeds} />
      </div>
    </>
  );
}
