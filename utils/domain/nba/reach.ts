import { type Channel, channel as channelSchema } from '../schema/contact';
import type { CivilDay } from '../schema/time';
import type { Message } from '../words';
import { say } from '../words';
import type { Facts } from './facts';
import { consents } from './gates/consent';

/**
 * The channel by which to be in touch: the one the client prefers, else the one that last reached the
 * client, else the telephone. A group event is no channel to one client.
 */
export function channelFor({ field, reached }: Pick<Facts, 'field' | 'reached'>): Channel {
  const wish = field('preferredChannel')?.value;
  const preferred = wish?.type === 'choice' ? channelSchema.safeParse(wish.code) : null;
  if (preferred?.success) return preferred.data;
  return reached.find(({ contact }) => contact.channel !== 'group')?.contact.channel ?? 'phone';
}

/** The same for a few kind words: by message where the client wishes for no other channel. */
export function channelForWords(facts: Pick<Facts, 'field' | 'reached'>): Channel {
  return facts.field('preferredChannel')?.value?.type === 'choice' ? channelFor(facts) : 'wechat';
}

/** A channel in words. */
export const channelWord = (channel: Channel): Message => say(`channel.${channel}`);

/** Attempts since a day that reached nobody: how many, and the last. */
export function attemptsSince(
  day: CivilDay,
  { attempts }: Pick<Facts, 'attempts'>,
): { count: number; last: CivilDay } | null {
  const since = attempts.filter(({ contact }) => contact.day > day);
  const [last] = since;
  return last ? { count: since.length, last: last.contact.day } : null;
}

const OFFER_BY: readonly Channel[] = ['phone', 'wechat', 'sms', 'email'];

/** The channel for an offer: the usual one if the client agreed to marketing by it, else one that was agreed to. */
export function channelToOffer(facts: Pick<Facts, 'bundle' | 'field' | 'reached' | 'today'>): Channel {
  const usual = channelFor(facts);
  if (consents(usual, facts)) return usual;
  return OFFER_BY.find((channel) => consents(channel, facts)) ?? usual;
}
