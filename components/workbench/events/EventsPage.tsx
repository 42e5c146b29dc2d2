import { useEffect, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { countStanding, type EventOfGuests } from '@/utils/domain/event/groupEvents';
import type { EventId } from '@/utils/domain/schema/ids';
import { Button } from '../../ui/Button';
import { clockTime, exactDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { EventForm } from './EventForm';
import { Guests } from './Guests';
import { type Gathering, newGathering } from './gathering';
import { begunOf, endBegun, halfFilled, halvesOf, halvesOfEvent, keepBegun, NEW_EVENT } from './half';
import { Invite } from './Invite';
import { Kept } from './Kept';
import { Newcomer } from './Newcomer';
import { Rearrange } from './Rearrange';
import { useEvents } from './useEvents';
import '../evening/evening.css';
import '../festival/festival.css';
import './events.css';

/** How many are coming, or came. */
function howMany(event: Gathering): string {
  if (event.guests.length === 0) return t('eventPage.nobodyYet');
  const came = countStanding(event, 'came');
  return came > 0
    ? t('eventPage.came', String(came), String(event.guests.length))
    : t('eventPage.invited', countStanding(event, 'invited'));
}

interface LineProps {
  event: Gathering;
  open: boolean;
  /** Something of it is half-filled. */
  half: boolean;
  choose: () => void;
}

function EventLine({ event, open, half, choose }: LineProps) {
  return (
    <li>
      <button type="button" class="gevent" aria-pressed={open} onClick={choose}>
        <b>{event.name}</b>
        <span>{exactDay(event.day)}</span>
        <span>{howMany(event)}</span>
        {half && <span class="ghalf">{t('eventPage.half')}</span>}
      </button>
    </li>
  );
}

function Opened({ gathering, briefs, desk }: { gathering: Gathering; briefs: readonly Brief[]; desk: Desk }) {
  const { name, day, minute, place } = gathering;
  const ahead = day > desk.port.today.value;
  const halves = halvesOfEvent(gathering.id);
  return (
    <article class="gopen" aria-label={name}>
      <header class="gopen-head">
        <h3>{name}</h3>
        <p>
          {[exactDay(day), minute === null ? null : clockTime(minute), place].filter(Boolean).join(' · ')}
        </p>
        <Rearrange gathering={gathering} desk={desk} />
      </header>
      <Kept desk={desk} names={halves} />
      {gathering.guests.length === 0 && halfFilled(desk, halves).length === 0 && (
        <p class="gkept">{t('eventPage.begun')}</p>
      )}
      {gathering.guests.length > 0 && <Guests gathering={gathering} briefs={briefs} desk={desk} />}
      {!ahead && gathering.guests.some(({ standing }) => standing === 'came') && (
        <Newcomer gathering={gathering} briefs={briefs} desk={desk} />
      )}
      <Invite gathering={gathering} briefs={briefs} desk={desk} />
    </article>
  );
}

/** Which event is worked on, or the form for a new one; null until somebody has chosen. */
type Chosen = { id: EventId } | 'form' | null;

/** The events of the book, and those to which nobody is invited yet. The latter end where the former begin. */
function useGatherings(desk: Desk, events: readonly EventOfGuests[]): Gathering[] {
  const begun = begunOf(desk);
  const known = new Set(events.map(({ id }) => id));
  const over = begun.filter(({ id }) => known.has(id)).map(({ id }) => id);
  useEffect(() => {
    for (const id of over) endBegun(desk, id);
  }, [over.join()]);
  return [...begun.filter(({ id }) => !known.has(id)), ...events].sort((a, b) => (a.day < b.day ? 1 : -1));
}

function Events(props: { events: readonly EventOfGuests[]; briefs: readonly Brief[]; desk: Desk }) {
  const { briefs, desk } = props;
  const [wanted, setChosen] = useState<Chosen>(null);
  const today = desk.port.today.value;
  const turn = halvesOf(desk).turns.value;
  const events = useGatherings(desk, props.events);
  const isHalf = ({ id, guests }: Gathering) =>
    guests.length === 0 || halfFilled(desk, halvesOfEvent(id)).length > 0;
  // Whoever comes back finds what was left half-filled.
  const first = events.find(isHalf) ?? events[0];
  const chosen =
    wanted ?? (first === undefined || halfFilled(desk, [NEW_EVENT]).length > 0 ? 'form' : { id: first.id });
  const gathering = chosen === 'form' ? undefined : (events.find(({ id }) => id === chosen.id) ?? first);
  const ahead = events.filter(({ day }) => day >= today).toReversed();
  const past = events.filter(({ day }) => day < today);
  const lines = (some: readonly Gathering[]) =>
    some.map((event) => (
      <EventLine
        key={event.id}
        event={event}
        open={event.id === gathering?.id}
        half={isHalf(event)}
        choose={() => setChosen({ id: event.id })}
      />
    ));
  return (
    <div class="gpage">
      <nav class="glist" aria-label={t('workbench.page.events')}>
        <Button kind="plain" onClick={() => setChosen('form')}>
          {t('eventPage.new')}
        </Button>
        {ahead.length > 0 && <h3>{t('eventPage.ahead')}</h3>}
        <ul>{lines(ahead)}</ul>
        {past.length > 0 && <h3>{t('eventPage.past')}</h3>}
        <ul>{lines(past)}</ul>
      </nav>
      {gathering ? (
        <Opened key={`${gathering.id}|${turn}`} gathering={gathering} briefs={briefs} desk={desk} />
      ) : (
        <EventForm
          key={turn}
          desk={desk}
          begin={(about) => {
            const begun = newGathering(desk, about);
            keepBegun(desk, begun);
            setChosen({ id: begun.id });
          }}
          about={events.length === 0}
        />
      )}
    </div>
  );
}

/**
 * Group events (channel 群, §2): whom to invite, who came and whom they brought; one entry for all of them.
 */
export function EventsPage({ desk }: { desk: Desk }) {
  const view = useEvents(desk);
  const book = desk.port.book.value;
  if (book.state === 'loading' || view.state === 'loading') return <p class="wempty">{t('popup.loading')}</p>;
  if (view.state === 'error') return <p class="wempty">{t('eventPage.notRead')}</p>;
  if (book.state === 'error') return null;
  if (book.briefs.length === 0) return <p class="wempty">{t('popup.emptyBook')}</p>;
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.events')}</h2>
      </div>
      <Events events={view.events} briefs={book.briefs} desk={desk} />
    </>
  );
}
