import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Shelved } from '@/utils/app/library';
import { libraryText, type PieceFault } from '@/utils/domain/library/libraryText';
import { PIECE_TYPES, type Piece, TRACK_KINDS } from '@/utils/domain/library/piece';
import { type ReadingsOf, searchPieces } from '@/utils/domain/library/search';
import { Menu } from '../../ui/Menu';
import { UndoBar } from '../../ui/UndoBar';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Filters } from '../Filters';
import { SearchField } from '../SearchField';
import { createLibraryDesk } from './desk';
import { Files } from './Files';
import { blankPiece } from './form';
import { PieceForm } from './PieceForm';
import { PieceView } from './PieceView';
import { kindWord } from './words';
import './library.css';

/** What is listed: all, one kind of track, or one of the other types. */
const SHELVES = ['all', ...TRACK_KINDS, 'checklist', 'card', 'case'] as const;
type Shelf = (typeof SHELVES)[number];

const isOn = (shelf: Shelf, { piece }: Shelved): boolean =>
  shelf === 'all' || piece.type === shelf || (piece.type === 'track' && piece.kind === shelf);

const shelfWord = (shelf: Shelf): string => {
  if (shelf === 'all') return t('library.all');
  if (shelf === 'checklist' || shelf === 'card' || shelf === 'case') return t(`library.type.${shelf}`);
  return t(`library.kind.${shelf}`);
};

/** What worked most stands first, then what is used most; else as it comes. */
const bestFirst = (a: Shelved, b: Shelved): number => b.worked - a.worked || b.used - a.used;

/** The readings are loaded with the first letter that is typed. */
function useReadings(load: () => Promise<ReadingsOf>, typed: boolean): ReadingsOf {
  const [readings, setReadings] = useState<{ of: ReadingsOf } | null>(null);
  useEffect(() => {
    if (typed && !readings) void load().then((of) => setReadings({ of }));
  }, [load, typed, readings]);
  return readings?.of ?? (() => []);
}

function List({
  rows,
  chosen,
  choose,
}: {
  rows: readonly Shelved[];
  chosen: string | null;
  choose: (id: string) => void;
}) {
  return (
    <ul class="llist" aria-label={t('library.title')}>
      {rows.map(({ piece, worked, used }) => (
        <li key={piece.id}>
          <button
            type="button"
            aria-current={piece.id === chosen ? 'true' : undefined}
            onClick={() => choose(piece.id)}
          >
            <span class="lname">{piece.title}</span>
            <span class="lkind">{kindWord(piece)}</span>
            {used + worked > 0 && <span class="lkind">{t('library.counts', used, worked)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The library: found, narrowed, read, edited, brought in and taken along. */
export function LibraryPage({ desk: { port } }: { desk: Desk }) {
  const [desk] = useState(() => createLibraryDesk(port.library));
  const [library, setLibrary] = useState<readonly Shelved[] | null>(null);
  const [typed, setTyped] = useState('');
  const [shelf, setShelf] = useState<Shelf>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState<Piece | null>(null);
  const [faults, setFaults] = useState<readonly PieceFault[]>([]);
  useEffect(() => port.library.watch(setLibrary), [port]);
  const readingsOf = useReadings(port.library.readings, typed.trim() !== '');
  const rows = useMemo(() => {
    const found = searchPieces(library ?? [], typed, readingsOf).filter((each) => isOn(shelf, each));
    return typed.trim() === '' ? found.toSorted(bestFirst) : found;
  }, [library, typed, readingsOf, shelf]);
  if (library === null) return <p class="wempty">{t('library.loading')}</p>;

  const open = rows.find(({ piece }) => piece.id === chosen) ?? rows[0] ?? null;
  const choose = (id: string) => {
    setWriting(null);
    setChosen(id);
  };
  const done = () => {
    if (writing) setChosen(writing.id);
    setWriting(null);
  };
  const before = library.find(({ piece }) => piece.id === writing?.id) ?? null;
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.library')}</h2>
        <SearchField
          label={t('library.find')}
          hint={t('library.findHint')}
          value={typed}
          onInput={setTyped}
          wide
        />
        <Menu
          label={t('library.new')}
          items={PIECE_TYPES.map((type) => ({
            id: type,
            label: t(`library.type.${type}`),
            pick: () => setWriting(blankPiece(type, port.library.newId())),
          }))}
        >
          {t('library.new')}
        </Menu>
        <Files
          text={() => libraryText(library.flatMap(({ piece, from }) => (from === 'seed' ? [] : [piece])))}
          canExport={library.some(({ from }) => from !== 'seed')}
          take={async (text) => setFaults(await desk.take(text))}
          faults={faults}
        />
      </div>
      <Filters
        label={t('library.filter')}
        values={SHELVES}
        chosen={shelf}
        choose={(each) => setShelf(each)}
        word={shelfWord}
        count={(each) => library.filter((one) => isOn(each, one)).length}
      />
      <div class="lbody">
        {rows.length === 0 ? (
          <p class="wempty">{t('library.noneFits')}</p>
        ) : (
          <List rows={rows} chosen={writing?.id ?? open?.piece.id ?? null} choose={choose} />
        )}
        {writing ? (
          <PieceForm key={writing.id} piece={writing} before={before} desk={desk} onDone={done} />
        ) : (
          open && (
            <PieceView
              key={open.piece.id}
              shelved={open}
              desk={desk}
              copy={port.copy}
              onEdit={() => setWriting(open.piece)}
            />
          )
        )}
      </div>
      <UndoBar deeds={desk} />
    </>
  );
}
