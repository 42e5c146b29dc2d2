import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BookView, PopupPort } from '@/utils/app/popupPort';
import { isPresent, presentAs } from '@/utils/app/presence';
import { KeptDraft } from '../log/KeptDraft';
import { LogKeys } from '../log/LogKeys';
import { useLogKeys } from '../log/useLogKeys';
import { Present } from '../present/Present';
import { usePresence } from '../present/usePresence';
import { Button } from '../ui/Button';
import { Later } from '../ui/Later';
import { UndoBar } from '../ui/UndoBar';
import { t } from '../ui/words';
import { createPopupDesk, type PopupDesk } from './desk';
import { Find } from './Find';
import { Foot } from './Foot';
import { createFinder, type Finder } from './finder';
import { type Row, type StartRows, startRows, without } from './lists';
import { TabNote } from './TabNote';
import { TodayList } from './TodayList';
import { usePage } from './usePage';
import { useRowKeys } from './useRowKeys';

import { Who } from './Who';
import '../ui/tokens.css';
import '../ui/ui.css';
import './popup.css';
import './list.css';

const loadForm = () => import('../log/LogForm');

/** What keeps the book from being written, if anything does. */
const troubleOf = (book: BookView) =>
  book.state === 'error' ? book.code : book.state === 'ready' ? book.trouble : null;

function Trouble({ book, port }: { book: BookView; port: PopupPort }) {
  const trouble = troubleOf(book);
  if (trouble === null) return null;
  return (
    <div class="ptrouble" role="alert">
      <p>{t(`popup.trouble.${trouble}`)}</p>
      <Button onClick={() => port.openOptions(trouble === 'damaged' ? 'restore' : 'data')}>
        {t('popup.trouble.look')}
      </Button>
    </div>
  );
}

/** A draft left for someone else in an earlier popup. */
function Elsewhere({ desk }: { desk: PopupDesk }) {
  const draft = desk.elsewhere.value;
  if (!draft) return null;
  return (
    <p class="logkept pelsewhere">
      {t('popup.elsewhere', draft.name)}
      <Button kind="link" onClick={() => desk.goOn()}>
        {t('log.resume')}
      </Button>
    </p>
  );
}

/** The letters and the form for the client shown. */
function Log({ desk }: { desk: PopupDesk }) {
  const { session, port } = desk;
  const log = session.opened.value;
  return (
    <section class="plog" aria-label={t('log.title')}>
      <LogKeys current={log?.draft.details.channel ?? null} pick={desk.open} />
      <KeptDraft session={session} />
      {log && (
        <Later load={loadForm}>
          {({ LogForm }) => (
            <LogForm key={log.contactId} log={log} session={session} today={port.today.value} />
          )}
        </Later>
      )}
    </section>
  );
}

/** The finder of the book as it stands, and the lists of a popup in which nothing is typed. */
function useBook(port: PopupPort): { finder: Finder; start: StartRows } {
  const book = port.book.value;
  const today = port.today.value;
  const best = port.best.value;
  const briefs = book.state === 'ready' ? book.briefs : null;
  const former = useRef<Finder | null>(null);
  const finder = useMemo(() => {
    former.current = createFinder(briefs ?? [], today, former.current);
    return former.current;
  }, [briefs, today]);
  const start = useMemo(() => startRows(briefs ?? [], today, finder, best), [briefs, today, finder, best]);
  useEffect(() => {
    const timer = setTimeout(() => finder.warm(), 0);
    return () => clearTimeout(timer);
  }, [finder]);
  return { finder, start };
}

/** The popup while a client looks on: the one of the page in front, if it is they who sit there. */
function Beside({ desk }: { desk: PopupDesk }) {
  const { port } = desk;
  const page = desk.pageTarget.value;
  const present = port.clientPresent.value;
  if (present === null) return null;
  const client = page && isPresent(present, page) ? page : null;
  return <Present client={client} port={port} end={() => port.setClientPresent(null)} />;
}

/** The popup: the client of the page in front, one to three keys to a saved log, today's list. */
export function Popup({ port }: { port: PopupPort }) {
  const [desk] = useState(() => createPopupDesk(port));
  useEffect(() => () => desk.close(), [desk]);
  usePage(port.settings.value.theme);
  const whom = useCallback(() => presentAs(desk.pageTarget.peek()), [desk]);
  usePresence(port, whom);
  if (port.clientPresent.value !== null)
    return (
      <div class="popup">
        <Beside desk={desk} />
      </div>
    );
  return <Shown desk={desk} present={() => port.setClientPresent(whom())} />;
}

function Shown({ desk, present }: { desk: PopupDesk; present: () => void }) {
  const { port } = desk;
  const { finder, start } = useBook(port);

  const tab = port.tab.value;
  const book = port.book.value;
  const today = port.today.value;
  const target = desk.target.value;
  const writable = troubleOf(book) === null;
  const search = useRef<HTMLInputElement>(null);
  const open = desk.session.opened.value !== null;
  const isEmpty = book.state === 'ready' && book.briefs.length === 0;
  const finding = tab.state !== 'starting' && (target === null || desk.finding.value);

  const pick = useCallback((row: Row) => desk.choose(row.brief, row.keeps), [desk]);
  const others = useMemo(() => without(start, target?.brief?.clientId ?? null), [start, target]);
  const letters = target !== null && !finding && writable;
  useLogKeys(desk.session, letters ? desk.open : null);
  useRowKeys({
    pick: null,
    find: () => (finding ? search.current?.focus() : desk.openSearch()),
  });
  // Fetched while nothing is asked of the popup, so that the first letter finds it there.
  useEffect(() => {
    const timer = setTimeout(() => void loadForm().catch(() => {}), 0);
    return () => clearTimeout(timer);
  }, []);

  return (
    <main class="popup">
      <Trouble book={book} port={port} />
      {target === null && <TabNote tab={tab} port={port} />}
      {!finding && target && <Who target={target} desk={desk} today={today} />}
      {!finding && target === null && <div class="pwho pwho-empty" />}
      <Elsewhere desk={desk} />
      {finding && tab.state !== 'notConnected' && <h1 class="unseen">{t('popup.find')}</h1>}
      {finding && isEmpty && <p class="plist-empty pempty">{t('popup.emptyBook')}</p>}
      {finding && !isEmpty && book.state !== 'error' && (
        <Find
          finder={finder}
          start={start}
          overdue={port.overdue.value}
          today={today}
          loading={book.state === 'loading'}
          grab={tab.state !== 'notConnected'}
          input={search}
          pick={pick}
          leave={target === null ? null : desk.leaveSearch}
        />
      )}
      {!finding && writable && <Log desk={desk} />}
      {!finding && !open && book.state === 'ready' && !isEmpty && (
        <TodayList start={others} overdue={port.overdue.value} pick={pick} />
      )}
      {port.backupWaits.value && (
        <p class="pwaits">
          {t('backup.popup')}
          <Button kind="link" onClick={() => port.openOptions('backup')}>
            {t('popup.trouble.look')}
          </Button>
        </p>
      )}
      {port.syncWaits.value && (
        <p class="pwaits">
          {t('sync.popup')}
          <Button kind="link" onClick={() => port.openOptions('sync')}>
            {t('popup.trouble.look')}
          </Button>
        </p>
      )}
      <Foot
        port={port}
        tab={tab}
        onPresent={present}
        onNoPanel={() => desk.deeds.say(t('popup.noPanel'), true)}
      />
      <UndoBar deeds={desk.deeds} />
    </main>
  );
}
