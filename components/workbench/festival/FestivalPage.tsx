import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { byName } from '@/utils/domain/festival/festive';
import { type FestivalAhead, nextFestival } from '@/utils/domain/festival/nextFestival';
import type { Piece } from '@/utils/domain/library/piece';
import { exactDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { useBookRows } from '../useBookRows';
import { Greetings } from './Greetings';
import '../evening/evening.css';
import './festival.css';

/** The library as it stands; null until it was read. */
function usePieces({ port }: Desk): readonly Piece[] | null {
  const [pieces, setPieces] = useState<readonly Piece[] | null>(null);
  useEffect(() => port.library.watch((shelf) => setPieces(shelf.map(({ piece }) => piece))), [port]);
  return pieces;
}

function Festival({ ahead, briefs, desk }: { ahead: FestivalAhead; briefs: readonly Brief[]; desk: Desk }) {
  const today = desk.port.today.value;
  // Before its days have come the page shows how it will be on the first of them.
  const day = today < ahead.from ? ahead.from : today;
  const { port } = desk;
  const settings = port.settings.value;
  // Other settings may let others in: then the book is read anew.
  const open = useCallback(async () => (await port.festival()).before(day), [port, settings, day]);
  const standings = useBookRows(desk, briefs, open, byName);
  const pieces = usePieces(desk);
  if (standings.state === 'error') return <p class="wempty">{t('festivalPage.notRead')}</p>;
  if (standings.state === 'loading')
    return (
      <p class="wempty" role="status">
        {t('festivalPage.reading', String(standings.progress.done), String(briefs.length))}
      </p>
    );
  return (
    <>
      {today < ahead.from && <p class="wnotice">{t('festivalPage.early', exactDay(ahead.from))}</p>}
      {standings.closed > 0 && <p class="wnotice">{t('festivalPage.closed', standings.closed)}</p>}
      <Greetings key={ahead.day} clients={standings.rows} pieces={pieces} ahead={ahead} desk={desk} />
    </>
  );
}

/** The next festival (§5, rule 5): whom to greet, in which words, who is left out and why, all in one go. */
export function FestivalPage({ desk }: { desk: Desk }) {
  const book = desk.port.book.value;
  const ahead = nextFestival(desk.port.today.value, desk.port.settings.value);
  if (book.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (book.state === 'error' || ahead === null) return null;
  const name = t(`festival.${ahead.festival}`);
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.festival')}</h2>
        <span class="feswhen">
          <b>{name}</b> <time dateTime={ahead.day}>{exactDay(ahead.day)}</time>{' '}
          <span class="evquiet">
            {ahead.left === 0 ? t('when.today') : t('festivalPage.left', ahead.left)}
          </span>
        </span>
      </div>
      <Festival ahead={ahead} briefs={book.briefs} desk={desk} />
    </>
  );
}
