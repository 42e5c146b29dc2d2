import { effect } from '@preact/signals';
import { addDays, minuteOf } from '@/utils/domain/day';
import { CHASED_DAYS } from '@/utils/domain/nba/rules/unloggedVisit';
import { outlineOf } from '@/utils/domain/outline';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import { type CivilDay, instant } from '@/utils/domain/schema/time';
import { timelineOf } from '@/utils/domain/timeline/timeline';
import { plannedVisits } from '@/utils/domain/visits/planned';
import { type Period, visitQuality } from '@/utils/domain/visits/quality';
import { referralsOf } from '@/utils/domain/visits/referrals';
import type { ClientKnown } from '@/utils/store/known';
import type { Stop, StoreReader } from '@/utils/store/store';
import type { LiveDay } from './live/day';
import { briefsOf, type Opened } from './live/reader';
import { VISIT_DAYS_AHEAD, type VisitFigures, type VisitsView, type WorkbenchPort } from './workbenchPort';

/** Clients that are read at the same time. */
const TOGETHER = 20;
const MINUTE_MS = 60_000;

const minuteNow = (zone: string): number => minuteOf(instant.parse(Date.now()), zone);

/** These clients, those left out that do not open: their own page says so. */
async function clientsOf(reader: StoreReader, ids: readonly ClientId[]): Promise<ClientKnown[]> {
  const known: ClientKnown[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const read = await Promise.all(ids.slice(from, from + TOGETHER).map((id) => reader.client(id)));
    for (const one of read) if (one.ok) known.push(one.value);
  }
  return known;
}

const ownersOf = (contacts: readonly Contact[]): ClientId[] => [
  ...new Set(contacts.map(({ clientId }) => clientId)),
];

/** What is watched for one day: the plans of the days around it. */
function watchDayOfVisits(
  reader: StoreReader,
  today: CivilDay,
  zone: string,
  tell: (view: VisitsView) => void,
): Stop {
  let round = 0;
  let known: readonly ClientKnown[] | null = null;
  const say = (): void => {
    if (!known) return;
    const now = { today, minute: minuteNow(zone) };
    const visits = known.flatMap(({ bundle }) => {
      const timeline = timelineOf(bundle.contacts, today, bundle.actionStates);
      return plannedVisits({ bundle, timeline }, now);
    });
    tell({ state: 'ready', visits, now });
  };
  const days = { from: addDays(today, -CHASED_DAYS), to: addDays(today, VISIT_DAYS_AHEAD) };
  const stop = reader.watchContacts(days.from, days.to, async (read) => {
    round += 1;
    const mine = round;
    if (!read.ok) return tell({ state: 'error' });
    const planned = read.value.filter(({ state }) => state === 'planned');
    const clients = await clientsOf(reader, ownersOf(planned));
    if (mine !== round) return;
    known = clients;
    say();
  });
  // On the day itself the hour decides what is asked for.
  const timer = setInterval(say, MINUTE_MS);
  return () => {
    round += 1;
    clearInterval(timer);
    stop();
  };
}

/** All that the pages of visits read of the book. */
export function visitsPort(
  opening: Promise<Opened>,
  day: LiveDay,
): Pick<WorkbenchPort, 'watchVisits' | 'watchOutline' | 'visitFigures'> {
  return {
    watchVisits(tell) {
      let stop: Stop = () => {};
      const stopDay = effect(() => {
        const today = day.today.value;
        const { zone } = day.settings.value;
        let ended = false;
        let stopOne: Stop = () => {};
        void opening.then(({ reader }) => {
          if (ended) return;
          if (reader) stopOne = watchDayOfVisits(reader, today, zone, tell);
          else tell({ state: 'error' });
        });
        stop = () => {
          ended = true;
          stopOne();
        };
        return stop;
      });
      return () => {
        stopDay();
        stop();
      };
    },

    watchOutline(client, tell) {
      let ended = false;
      let stop: Stop = () => {};
      void opening.then(({ reader }) => {
        if (ended) return;
        if (!reader) return tell(null);
        stop = reader.watchClient(client, (read) => {
          tell(read.ok ? outlineOf(read.value.bundle, day.settings.peek(), day.today.peek()) : null);
        });
      });
      return () => {
        ended = true;
        stop();
      };
    },

    async visitFigures(period: Period): Promise<VisitFigures | null> {
      const { reader } = await opening;
      if (!reader) return null;
      const contacts = await new Promise<readonly Contact[] | null>((resolve) => {
        const stop = reader.watchContacts(period.from, period.to, (read) => {
          queueMicrotask(() => stop());
          resolve(read.ok ? read.value : null);
        });
      });
      const relations = await reader.relations();
      if (contacts === null || !relations.ok) return null;
      const clients = await clientsOf(reader, ownersOf(contacts));
      const book = (await briefsOf(opening)).map(({ clientId }) => clientId);
      return {
        quality: visitQuality(
          clients.map(({ bundle }) => bundle),
          period,
        ),
        referrals: referralsOf(relations.value, book),
      };
    },
  };
}
