import { type Signal, signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { EVENT_FORMS, type EventSection } from '@/utils/app/eventForms';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import { type EventId, eventId } from '@/utils/domain/schema/ids';
import { flushOnLeaving } from '../../log/flushOnLeaving';
import { createUnsaved, type Unsaved } from '../../panel/unsaved';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import type { Gathering } from './gathering';

/** Names the form for a new event among the half-filled ones. */
export const NEW_EVENT = 'event|new';

/** What is half-filled of events, for as long as the workbench is open: its pages come and go. */
interface Halves {
  unsaved: Unsaved<'events'>;
  /** The names of the forms that are half-filled now. */
  names: Signal<readonly string[]>;
  /** Counts the times forms were found or thrown away: whoever shows one begins anew. */
  turns: Signal<number>;
}

const ofPorts = new WeakMap<WorkbenchPort, Halves>();

/** What is half-filled of events; of the time before it is read when first asked for. */
export function halvesOf({ port, deeds }: Desk): Halves {
  const known = ofPorts.get(port);
  if (known) return known;
  const unsaved = createUnsaved<'events'>(port, () => deeds.say(t('log.draftNotKept'), true));
  const halves: Halves = { unsaved, names: signal([]), turns: signal(0) };
  ofPorts.set(port, halves);
  flushOnLeaving(unsaved);
  unsaved.load('events');
  unsaved.found.subscribe((times) => {
    if (times > 0) beginAnew(halves);
  });
  return halves;
}

function list({ unsaved, names }: Halves): void {
  names.value = unsaved.names('events');
}

function beginAnew(halves: Halves): void {
  list(halves);
  halves.turns.value += 1;
}

const keyOf = (name: string) => ({ of: 'events', name }) as const;

/** Nothing is ticked, typed or chosen. */
const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isBlank));

/**
 * A form that outlives its page and the browser: what is set is kept, and only saving, discarding and emptying
 * it end that.
 *
 * @param name section and event
 */
export function useHalf<Form extends object>(desk: Desk, name: string, schema: z.ZodMiniType<Partial<Form>>) {
  const halves = halvesOf(desk);
  const { unsaved } = halves;
  const key = keyOf(name);
  const now = (): Partial<Form> => {
    const read = schema.safeParse(unsaved.get(key));
    return read.success ? read.data : {};
  };
  const [form, setForm] = useState(now);
  return {
    form,
    set(change: Partial<Form>) {
      const next = { ...now(), ...change };
      const was = unsaved.has(key);
      if (isBlank(next)) unsaved.end(key);
      else unsaved.set(key, next);
      if (was !== unsaved.has(key)) list(halves);
      setForm(next);
    },
    end() {
      unsaved.end(key);
      list(halves);
      setForm({});
    },
  };
}

/** The names of everything half-filled of one event but the event itself. */
const OF_EVENT: readonly EventSection[] = ['move', 'ticked', 'came', 'newcomer'];
export const halvesOfEvent = (id: EventId): string[] => OF_EVENT.map((section) => `${section}|${id}`);

/** Which of these are half-filled. */
export const halfFilled = (desk: Desk, names: readonly string[]): string[] =>
  halvesOf(desk).names.value.filter((name) => names.includes(name));

/** Throws these away. */
export function throwAway(desk: Desk, names: readonly string[]): void {
  const halves = halvesOf(desk);
  for (const name of names) halves.unsaved.end(keyOf(name));
  beginAnew(halves);
}

const begunName = (id: EventId) => `begun|${id}`;

/** Begins an event, or changes one, to which nobody is invited yet. */
export function keepBegun(desk: Desk, { id, name, day, minute, place }: Gathering): void {
  const halves = halvesOf(desk);
  halves.unsaved.set(keyOf(begunName(id)), { name, day, minute, place });
  list(halves);
}

/** It will not be: goes with all else that was half-filled of it. */
export const dropBegun = (desk: Desk, id: EventId): void =>
  throwAway(desk, [begunName(id), ...halvesOfEvent(id)]);

/** It is in the book now, with its first guest. */
export function endBegun(desk: Desk, id: EventId): void {
  const halves = halvesOf(desk);
  halves.unsaved.end(keyOf(begunName(id)));
  list(halves);
}

/** The events to which nobody is invited yet. */
export function begunOf(desk: Desk): Gathering[] {
  const { unsaved, names } = halvesOf(desk);
  return names.value.flatMap((name) => {
    const id = eventId.safeParse(name.split('|')[1]);
    const about = EVENT_FORMS.begun.safeParse(unsaved.get(keyOf(name)));
    return id.success && name === begunName(id.data) && about.success
      ? [{ id: id.data, ...about.data, guests: [] }]
      : [];
  });
}
