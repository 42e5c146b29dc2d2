import { useEffect, useRef, useState } from 'preact/hooks';
import type { FestivalPort, FestivalProgress } from '@/utils/app/festivalPort';
import type { Brief } from '@/utils/domain/brief';
import { byName, type FestiveClient } from '@/utils/domain/festival/festive';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Desk } from '../desk';

/** What is known of the book before a festival. */
export type Standings =
  | { state: 'loading'; progress: FestivalProgress }
  | { state: 'ready'; clients: readonly FestiveClient[]; closed: number }
  | { state: 'error' };

const LOADING: Standings = { state: 'loading', progress: { done: 0, closed: 0 } };

type Cards = ReadonlyMap<ClientId, Brief>;
const cardsOf = (briefs: readonly Brief[]): Cards => new Map(briefs.map((each) => [each.clientId, each]));

/** Clients whose card is another one, or gone. The directory keeps the cards that stand as they are. */
const changedSince = (before: Cards, now: Cards): ClientId[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));

/** Reads the whole book once for a day and these settings, then again whoever's card changes. */
export function useStandings(desk: Desk, briefs: readonly Brief[], day: CivilDay): Standings {
  const { port } = desk;
  const settings = port.settings.value;
  const [standings, setStandings] = useState<Standings>(LOADING);
  const [festival, setFestival] = useState<FestivalPort | null>(null);
  /** The cards that what is known rests on. */
  const read = useRef<Cards>(new Map());

  useEffect(() => {
    const stop = new AbortController();
    setStandings(LOADING);
    setFestival(null);
    const before = port.book.peek();
    const cards = cardsOf(before.state === 'ready' ? before.briefs : []);
    let closed = 0;
    const begin = async () => {
      const opened = await port.festival();
      const clients = await opened.standings(day, stop.signal, (progress) => {
        closed = progress.closed;
        if (!stop.signal.aborted) setStandings({ state: 'loading', progress });
      });
      if (stop.signal.aborted) return;
      read.current = cards;
      setStandings(
        clients ? { state: 'ready', clients: [...clients].sort(byName), closed } : { state: 'error' },
      );
      if (clients) setFestival(opened);
    };
    begin().catch(() => {
      if (!stop.signal.aborted) setStandings({ state: 'error' });
    });
    return () => stop.abort();
  }, [port, settings, day]);

  useEffect(() => {
    if (!festival) return;
    const cards = cardsOf(briefs);
    const changed = changedSince(read.current, cards);
    if (changed.length === 0) return;
    let gone = false;
    void festival.standingsOf(changed, day).then((anew) => {
      // A newer book asks for all that changed since, these among them.
      if (gone) return;
      read.current = cards;
      const old = new Set(changed);
      setStandings((known) => {
        if (known.state !== 'ready') return known;
        const others = known.clients.filter(({ id }) => !old.has(id));
        return { ...known, clients: [...others, ...anew].sort(byName) };
      });
    });
    return () => {
      gone = true;
    };
  }, [festival, briefs, day]);

  return standings;
}
