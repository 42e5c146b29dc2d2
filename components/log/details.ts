import type { Draft } from '@/utils/app/draft';
import { compareDays } from '@/utils/domain/day';
import {
  CHANNELS,
  type Channel,
  type ContactDetails,
  type ContactResult,
} from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { isSale } from '@/utils/domain/visits/recordedSale';

/** What a half-filled form holds. */
export type DraftDetails = Draft['details'];

/** The letter keys, in the order in which the panel shows them. A group event is logged elsewhere, for many. */
export const LOG_CHANNELS = [
  'phone',
  'meeting',
  'wechat',
  'email',
  'sms',
  'video',
  'branch',
] as const satisfies readonly Channel[];

/** The channel of a letter key, upper or lower case; null for any other key. */
export function channelOfKey(key: string): Channel | null {
  const letter = key.toUpperCase();
  return LOG_CHANNELS.find((channel) => CHANNELS[channel] === letter) ?? null;
}

/** Where one sits face to face. */
export const isFaceToFace = (channel: Channel): boolean =>
  channel === 'meeting' || channel === 'branch' || channel === 'group';

/** Sent rather than spoken: may have gone to many at once. */
export const isMessage = (channel: Channel): boolean =>
  channel === 'email' || channel === 'wechat' || channel === 'sms';

/** Which words the result of a channel takes: 接通 for calls, 见到 for meetings, 送达 for messages. */
export const resultManner = (channel: Channel): 'call' | 'meeting' | 'message' =>
  isFaceToFace(channel) ? 'meeting' : isMessage(channel) ? 'message' : 'call';

/** Whether the form makes a plan: its day lies ahead. */
export const isPlan = (details: DraftDetails, today: CivilDay): boolean =>
  details.day !== undefined && compareDays(details.day, today) > 0;

/** The result that is saved: none for a plan; reached unless said otherwise. */
export function resultOf(details: DraftDetails, today: CivilDay): ContactResult | null {
  return isPlan(details, today) ? null : (details.result ?? 'reached');
}

/** What was sold, as far as the form says so. */
export const saleIn = (details: DraftDetails, today: CivilDay): Parameters<typeof isSale>[0] => ({
  purpose: details.purpose ?? null,
  goalReached: details.goalReached ?? null,
  result: resultOf(details, today),
});

/** What became of the recording of a sale; a number that was not typed yet is none. */
function recordingOf({ recording }: DraftDetails): Pick<ContactDetails, 'recording'> {
  if (recording?.by !== 'number') return recording ? { recording } : {};
  const number = recording.number.trim();
  return number === '' ? {} : { recording: { by: 'number', number } };
}

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/**
 * The details that are saved from a half-filled form. A goal can only be reached by a contact that
 * took place, so its state, marker and recording are dropped from plans and failed attempts; the state itself
 * is never given a value here (§2: a default would manufacture evidence).
 *
 * @param fallbackStep words for a next step of which only the day was given.
 */
export function completeDetails(
  details: DraftDetails,
  context: { today: CivilDay; zone: string; fallbackStep: string },
): ContactDetails {
  const channel = details.channel ?? 'phone';
  const result = resultOf(details, context.today);
  const due = details.nextStep?.due ?? null;
  const step = orNull(details.nextStep?.text) ?? (due === null ? null : context.fallbackStep);
  return {
    channel,
    direction: details.direction ?? (channel === 'branch' ? 'in' : 'out'),
    result,
    day: details.day ?? context.today,
    minute: details.minute ?? null,
    zone: details.zone ?? context.zone,
    minutesLong: details.minutesLong ?? null,
    purpose: details.purpose ?? null,
    goal: orNull(details.goal),
    goalReached: result === 'reached' ? (details.goalReached ?? null) : null,
    marker: result === 'reached' ? orNull(details.marker) : null,
    ...(isSale(saleIn(details, context.today)) ? recordingOf(details) : {}),
    nextStep: step === null ? null : { text: step, due },
    note: orNull(details.note),
    clientWords: (details.clientWords ?? false) && orNull(details.note) !== null,
    metWith: orNull(details.metWith),
    companions: orNull(details.companions),
    place: orNull(details.place),
    newBusiness: details.newBusiness ?? false,
    coldVisit: (details.coldVisit ?? false) && isFaceToFace(channel),
    mass: (details.mass ?? false) && isMessage(channel),
  };
}
