import '../ui/tokens.css';
import '../ui/ui.css';
import './workbench.css';
import { useState } from 'preact/hooks';
import { WORKBENCH_PAGES, type WorkbenchPort } from '@/utils/app/workbenchPort';
import { usePage } from '../popup/usePage';
import { Later } from '../ui/Later';
import { UndoBar } from '../ui/UndoBar';
import { t } from '../ui/words';
import { createWorkbenchDesk } from './desk';
import { Page } from './Page';
import { hashOf } from './place';

const loadSheet = () => import('./Sheet');

/** The workbench: the whole book, where the panel shows one client. A client is opened beside any page. */
export function Workbench({ port }: { port: WorkbenchPort }) {
  const [desk] = useState(() => createWorkbenchDesk(port));
  usePage(port.settings.value.theme);
  const { page, client } = desk.place.value;
  const book = port.book.value;
  const trouble = book.state === 'error' ? book.code : book.state === 'ready' ? book.trouble : null;

  return (
    <div class={client === null ? 'workbench' : 'workbench workbench-beside'}>
      <header class="whead">
        <h1>{t('workbench.title')}</h1>
        <nav class="wnav" aria-label={t('workbench.title')}>
          {WORKBENCH_PAGES.map((each) => (
            <a
              key={each}
              href={hashOf({ page: each, client })}
              aria-current={each === page ? 'page' : undefined}
            >
              {t(`workbench.page.${each}`)}
            </a>
          ))}
        </nav>
        {port.lockable.value && (
          <button type="button" class="btn btn-ghost wend" onClick={() => port.lockNow()}>
            {t('lock.lockNow')}
          </button>
        )}
        <button
          type="button"
          class={port.lockable.value ? 'btn btn-ghost' : 'btn btn-ghost wend'}
          onClick={() => port.openOptions()}
        >
          {t('popup.options')}
        </button>
      </header>
      <main class="wmain">
        {trouble !== null && <p class="wnotice">{t(`popup.trouble.${trouble}`)}</p>}
        <Page key={page} page={page} desk={desk} />
      </main>
      {client !== null && (
        <Later load={loadSheet}>{({ Sheet }) => <Sheet client={client} desk={desk} />}</Later>
      )}
      <UndoBar deeds={desk.deeds} />
    </div>
  );
}
