import { useState } from 'preact/hooks';
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
import { Invite } from './Invite';
import { Newcomer } from './Newcomer';
import { useEvents } from './useEvents';
import '../evening/evening.css';
import '../festival/festival.css';
import './events.css';

/** How many are coming, or came. */
function howMany(event: EventOfGuests): string {
  const came = countStanding(event, 'came');
  return came > 0
    ? t('eventPage.came', String(came), String(event.guests.length))
    : t('eventPage.invited', countStanding(event, 'invited'));
}

function EventLine(props: { event: EventOfGuests; open: boolean; choose: () => void }) {
  const { event, open, choose } = props;
  return (
    <li>
      <button type="button" class="gevent" aria-pressed={open} onClick={choose}>
        <b>{event.name}</b>
        <span>{exactDay(event.day)}</span>
        <span>{howMany(event)}</span>
      </button>
    </li>
  );
}

function Opened({ gathering, briefs, desk }: { gathering: Gathering; briefs: readonly Brief[]; desk: Desk }) {
  const { name, day, minute, place } = gathering;
  const ahead = day > desk.port.today.value;
  return (
    <article class="gopen" aria-label={name}>
      <header class="gopen-head">
        <h3>{name}</h3>
        <p>
          {[exactDay(day), minute === null ? null : clockTime(minute), place].filter(Boolean).join(' · ')}
        </p>
      </header>
      {gathering.guests.length > 0 && (
        <Guests key={gathering.id} gathering={gathering} briefs={briefs} desk={desk} />
      )}
      {!ahead && gathering.guests.some(({ standing }) => standing === 'came') && (
        <Newcomer key={gathering.id} gathering={gathering} briefs={briefs} desk={desk} />
      )}
      <Invite key={gathering.id} gathering={gathering} briefs={briefs} desk={desk} />
    </article>
  );
}

/** Which event is worked on: one of the book, a new one of which no guest is noted yet, or the form for one. */
type Chosen = { id: EventId } | { draft: Gathering } | 'form' | null;

function Events({
  events,
  briefs,
  desk,
}: {
  events: readonly EventOfGuests[];
  briefs: readonly Brief[];
  desk: Desk;
}) {
  const [chosen, setChosen] = useState<Chosen>(null);
  const today = desk.port.today.value;
  const wanted = chosen !== null && chosen !== 'form' ? ('id' in chosen ? chosen.id : chosen.draft.id) : null;
  const known = events.find(({ id }) => id === wanted) ?? (chosen === null ? events[0] : undefined);
  const draft = chosen !== null && chosen !== 'form' && 'draft' in chosen ? chosen.draft : null;
  const gathering = known ?? draft;
  const ahead = events.filter(({ day }) => day >= today).toReversed();
  const past = events.filter(({ day }) => day < today);
  const lines = (some: readonly EventOfGuests[]) =>
    some.map((event) => (
      <EventLine
        key={event.id}
        event={event}
        open={event.id === gathering?.id && chosen !== 'form'}
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
      {chosen === 'form' || !gathering ? (
        <EventForm
          desk={desk}
          begin={(about) => setChosen({ draft: newGathering(desk, about) })}
          about={events.length === 0}
        />
      ) : (
        <Opened gathering={gathering} briefs={briefs} desk={desk} />
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
