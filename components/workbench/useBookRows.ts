import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookRows, WalkProgress } from '@/utils/app/bookRows';
import type { Brief } from '@/utils/domain/brief';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Desk } from './desk';

/** The lines of the whole book, as far as they are read. */
export type RowsRead<Row> =
  | { state: 'loading'; progress: WalkProgress }
  | { state: 'ready'; rows: readonly Row[]; closed: number }
  | { state: 'error' };

type Cards = ReadonlyMap<ClientId, Brief>;
const cardsOf = (briefs: readonly Brief[]): Cards => new Map(briefs.map((each) => [each.clientId, each]));

/** Clients whose card is another one, or gone. The directory keeps the cards that stand as they are. */
const changedSince = (before: Cards, now: Cards): ClientId[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));

/**
 * Reads the whole book once, then again whoever's card changes.
 *
 * @param open another function reads it anew: it is to stay the same while what it reads by does
 * @param inOrder how the lines are ordered
 */
export function useBookRows<Row extends { id: ClientId }>(
  desk: Desk,
  briefs: readonly Brief[],
  open: () => Promise<BookRows<Row>>,
  inOrder: (a: Row, b: Row) => number,
): RowsRead<Row> {
  const { port } = desk;
  const [read, setRead] = useState<RowsRead<Row>>({ state: 'loading', progress: { done: 0, closed: 0 } });
  const [source, setSource] = useState<BookRows<Row> | null>(null);
  /** The cards that what is known rests on. */
  const known = useRef<Cards>(new Map());

  useEffect(() => {
    const stop = new AbortController();
    setRead({ state: 'loading', progress: { done: 0, closed: 0 } });
    setSource(null);
    const before = port.book.peek();
    const cards = cardsOf(before.state === 'ready' ? before.briefs : []);
    let closed = 0;
    const begin = async () => {
      const opened = await open();
      const rows = await opened.all(stop.signal, (progress) => {
        closed = progress.closed;
        if (!stop.signal.aborted) setRead({ state: 'loading', progress });
      });
      if (stop.signal.aborted) return;
      known.current = cards;
      setRead(rows ? { state: 'ready', rows: [...rows].sort(inOrder), closed } : { state: 'error' });
      if (rows) setSource(opened);
    };
    begin().catch(() => {
      if (!stop.signal.aborted) setRead({ state: 'error' });
    });
    return () => stop.abort();
  }, [port, open, inOrder]);

  useEffect(() => {
    if (!source) return;
    const cards = cardsOf(briefs);
    const changed = changedSince(known.current, cards);
    if (changed.length === 0) return;
    let gone = false;
    void source.of(changed).then((anew) => {
      // A newer book asks for all that changed since, these among them.
      if (gone) return;
      known.current = cards;
      const old = new Set(changed);
      setRead((before) => {
        if (before.state !== 'ready') return before;
        const others = before.rows.filter(({ id }) => !old.has(id));
        return { ...before, rows: [...others, ...anew].sort(inOrder) };
      });
    });
    return () => {
      gone = true;
    };
  }, [source, briefs, inOrder]);

  return read;
}
