import { type Signal, signal } from '@preact/signals';
import type { PanelView } from '@/utils/app/panelPort';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Desk } from '../desk';

/** A track that was said to a client; whether it worked shows in the talk, so it is asked after the next log. */
export interface Waiting {
  client: ClientId;
  id: string;
  title: string;
  /** How much was logged of the client when it was copied. */
  logged: number;
}

const waiting = new WeakMap<Desk, Signal<Waiting | null>>();

/** The track of a panel that waits to be told of: the last one copied. */
export function waitingIn(desk: Desk): Signal<Waiting | null> {
  const known = waiting.get(desk) ?? signal(null);
  waiting.set(desk, known);
  return known;
}

/** The client shown, and how many contacts the RM has logged of them; null where nobody is shown. */
export function loggedOf(view: PanelView): Pick<Waiting, 'client' | 'logged'> | null {
  if (view.state !== 'client') return null;
  const { client, contacts } = view.picture.bundle;
  const own = contacts.filter(({ origin, state }) => origin === 'own' && state === 'done');
  return { client: client.id, logged: own.length };
}
