import type { ClientBundle } from '../bundle';
import { isOlder } from '../nba/age';
import { isOpenComplaint, lastComplaint } from '../nba/complaints';
import { planActions } from '../nba/engine';
import { type Facts, factsOf } from '../nba/facts';
import { doNotContact } from '../nba/gates/doNotContact';
import { greetingOf } from '../nba/greeting';
import { channelForWords } from '../nba/reach';
import { festivalGreeting, greetedOn, isBereaved } from '../nba/rules/festivalGreeting';
import { outlineOf } from '../outline';
import type { Channel } from '../schema/contact';
import type { ClientId } from '../schema/ids';
import type { Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import type { Message } from '../words';

/** How a greeting of a batch is sent: by message. */
export const GREETING_CHANNELS = ['wechat', 'sms'] as const satisfies readonly Channel[];
export type GreetingChannel = (typeof GREETING_CHANNELS)[number];

/** Why a client is left out of the batch, in the order in which the screen tells it. */
export const LEFT_OUT = [
  'bereaved',
  'doNotContact',
  'complaint',
  'refused',
  'wall',
  'putAway',
  'switchedOff',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Where a client stands before a festival. */
export type FestiveStanding =
  | {
      state: 'toGreet';
      /** The key of the prompt that a greeting answers. */
      key: string;
      /** How the client is spoken to. */
      address: Message;
      /** The words of the rule itself, for a festival of which the library has none. */
      words: Message;
      elder: boolean;
      /** Those the client has not refused, the best first; at least one. */
      channels: readonly GreetingChannel[];
      /** What the client would rather be reached by, where that is no message. */
      prefers: Channel | null;
    }
  | { state: 'greeted'; day: CivilDay }
  | { state: 'leftOut'; why: LeftOut };

type ToGreet = Extract<FestiveStanding, { state: 'toGreet' }>;

/** One person of the book before a festival. */
export interface FestiveClient {
  id: ClientId;
  name: string;
  standing: FestiveStanding;
}

/** Whether the client said no to messages by a channel. That nobody has asked yet is no refusal (§11.7). */
function refuses(channel: GreetingChannel, { bundle, field, today }: Facts): boolean {
  const { consents } = bundle.client;
  const consent = consents[channel];
  if (consent) return !consent.given && consent.day <= today;
  // Where there is any by channel, the field says the same of another one.
  if (Object.keys(consents).length > 0) return false;
  const told = field('marketingConsent');
  return told?.value?.type === 'choice' && told.source !== 'guess' && told.value.code === 'none';
}

/** What rule 5 would not know of: what may be said to one by himself is no matter for many at once. */
function leftOutOfBatch(facts: Facts, walled: boolean): LeftOut | null {
  if (isOpenComplaint(lastComplaint(facts))) return 'complaint';
  if (GREETING_CHANNELS.every((channel) => refuses(channel, facts))) return 'refused';
  return walled ? 'wall' : null;
}

/** Those that are not refused, first the one that is wished for. */
function channelsFor(facts: Facts): Pick<ToGreet, 'channels' | 'prefers'> {
  const wish = channelForWords(facts);
  const isWished = (channel: GreetingChannel): boolean => channel === wish;
  const open = GREETING_CHANNELS.filter((channel) => !refuses(channel, facts));
  const prefers = GREETING_CHANNELS.some(isWished) ? null : wish;
  return { channels: [...open.filter(isWished), ...open.filter((each) => !isWished(each))], prefers };
}

/** The channel by which to greet: the one asked for where it is not refused, else the client's best. */
export const greetingChannel = ({ channels }: ToGreet, asked: GreetingChannel | null): GreetingChannel =>
  channels.find((each) => each === asked) ?? channels[0] ?? 'wechat';

function standingOf(bundle: ClientBundle, settings: Settings, day: CivilDay): FestiveStanding | null {
  const outline = outlineOf(bundle, settings, day);
  const facts = factsOf({ ...outline, settings });
  const greeted = greetedOn(facts);
  if (greeted !== null) return { state: 'greeted', day: greeted };
  if (isBereaved(facts)) return { state: 'leftOut', why: 'bereaved' };
  const plan = planActions({ ...outline, settings }, [festivalGreeting]);
  const [action] = [...plan.shown, ...plan.folded];
  const [silent] = plan.silent;
  if (!action && !silent) return null;
  if (silent?.silence.reason === 'gate' && silent.silence.gate === doNotContact.id)
    return { state: 'leftOut', why: 'doNotContact' };
  const why = leftOutOfBatch(
    facts,
    plan.cautions.some(({ id }) => id === 'discretion'),
  );
  if (why !== null) return { state: 'leftOut', why };
  if (!action)
    return { state: 'leftOut', why: silent?.silence.reason === 'switchedOff' ? 'switchedOff' : 'putAway' };
  const greeting = greetingOf(facts);
  return {
    state: 'toGreet',
    key: action.key,
    address: { ...greeting, key: greeting.key.replace('greeting', 'address') },
    words: action.talkTrack,
    elder: isOlder(facts),
    ...channelsFor(facts),
  };
}

/**
 * Where a client stands before a festival: whom rule 5 would greet on that day, who has been greeted, and
 * who is left out of a batch and why. On top of the rule a batch leaves out whoever has a complaint open,
 * said no to messages, or stands behind a wall (§9): to these one speaks by himself or not at all.
 *
 * @param day a day on which the rule speaks: from `FestivalAhead.from` to the festival
 * @returns null for whom the rule is not meant: companies, institutions
 */
export function festiveOf(bundle: ClientBundle, settings: Settings, day: CivilDay): FestiveClient | null {
  const { id, name, kind } = bundle.client;
  const standing = kind === 'individual' ? standingOf(bundle, settings, day) : null;
  return standing && { id, name, standing };
}

/** By name, then by id: the order in which the page lists them. */
export const byName = (a: FestiveClient, b: FestiveClient): number =>
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.id < b.id ? -1 : 1);
