import { useEffect, useState } from 'preact/hooks';
import { addDays } from '@/utils/domain/day';
import { type EventOfGuests, groupEventsOf } from '@/utils/domain/event/groupEvents';
import type { Desk } from '../desk';

/** Events are listed from half a year back to a year ahead. */
const DAYS_BACK = 180;
const DAYS_AHEAD = 365;

export type EventsView =
  | { state: 'loading' }
  | { state: 'ready'; events: readonly EventOfGuests[] }
  | { state: 'error' };

/** The group events of the book, the latest day first, now and after every change. */
export function useEvents({ port }: Desk): EventsView {
  const [view, setView] = useState<EventsView>({ state: 'loading' });
  const today = port.today.value;
  useEffect(
    () =>
      port.watchContacts({ from: addDays(today, -DAYS_BACK), until: addDays(today, DAYS_AHEAD) }, (read) =>
        setView(read.state === 'ready' ? { state: 'ready', events: groupEventsOf(read.contacts) } : read),
      ),
    [port, today],
  );
  return view;
}
