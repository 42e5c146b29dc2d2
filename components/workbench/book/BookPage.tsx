import { useMemo, useRef, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import {
  BOOK_FILTERS,
  type BookFilter,
  type BookOrder,
  countBook,
  filterBook,
  orderBook,
} from '@/utils/domain/search/bookList';
import { createFinder, type Finder } from '../../popup/finder';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Filters } from '../Filters';
import { SearchField } from '../SearchField';
import { BookTable, type Sorting } from './BookTable';
import './book.css';

/** Most lines shown at first, and how many more each time. */
const PAGE_ROWS = 200;

function useFinder(briefs: readonly Brief[], today: CivilDay): Finder {
  const former = useRef<Finder | null>(null);
  return useMemo(() => {
    former.current = createFinder(briefs, today, former.current);
    return former.current;
  }, [briefs, today]);
}

interface ListProps {
  briefs: readonly Brief[];
  today: CivilDay;
  desk: Desk;
}

function Book({ briefs, today, desk }: ListProps) {
  const finder = useFinder(briefs, today);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<BookFilter>('all');
  const [sorting, setSorting] = useState<Sorting>({ by: 'due', direction: 'up' });
  const [most, setMost] = useState(PAGE_ROWS);
  const counts = useMemo(() => countBook(briefs, today), [briefs, today]);
  const rows = useMemo(() => {
    const text = typed.trim();
    const found = text === '' ? briefs : finder.find(text).hits.map(({ brief }) => brief);
    const kept = filterBook(found, filter, today);
    return text === '' ? orderBook(kept, sorting.by, sorting.direction) : kept;
  }, [briefs, finder, typed, filter, sorting, today]);
  const sortBy = (by: BookOrder): void =>
    setSorting((now) => ({ by, direction: now.by === by && now.direction === 'up' ? 'down' : 'up' }));

  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.book')}</h2>
        <SearchField label={t('popup.find')} hint={t('popup.findHint')} value={typed} onInput={setTyped} />
      </div>
      <Filters
        label={t('workbench.book.filter')}
        values={BOOK_FILTERS.filter((each) => counts[each] > 0 || each === 'all' || each === filter)}
        chosen={filter}
        choose={(each) => setFilter(each)}
        word={(each) => t(`workbench.book.filters.${each}`)}
        count={(each) => counts[each]}
      />
      {rows.length === 0 ? (
        <p class="wempty">{t('workbench.book.noneFits')}</p>
      ) : (
        <BookTable
          rows={rows.slice(0, most)}
          sorting={typed.trim() === '' ? sorting : null}
          sortBy={sortBy}
          today={today}
          desk={desk}
        />
      )}
      {rows.length > most && (
        <Button kind="link" onClick={() => setMost(most + PAGE_ROWS)}>
          {t('workbench.book.more', rows.length - most)}
        </Button>
      )}
    </>
  );
}

/** The book of clients: found, narrowed, ordered by when each was last talked to, opened beside the list. */
export function BookPage({ desk }: { desk: Desk }) {
  const book = desk.port.book.value;
  if (book.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (book.state === 'error') return null;
  if (book.briefs.length === 0) return <p class="wempty">{t('popup.emptyBook')}</p>;
  return <Book briefs={book.briefs} today={desk.port.today.value} desk={desk} />;
}
