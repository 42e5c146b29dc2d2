import type { ConsentChannel } from '../../schema/client';
import type { Channel } from '../../schema/contact';
import type { Facts } from '../facts';
import type { Gate } from './gate';

/** A video call goes by the consent for calls; face to face, any one is enough. */
const CONSENT_FOR: Readonly<Partial<Record<Channel, ConsentChannel>>> = {
  phone: 'phone',
  video: 'phone',
  wechat: 'wechat',
  sms: 'sms',
  email: 'email',
};

const REFUSAL = /^\s*(?:不|否|拒|未|无|no\b|not\b|none\b|refus|declin|n$)/iu;

/** The field of the profile, for clients of whom no consent by channel is kept: a code, or the CRM's own words. */
function toldIn({ field }: Pick<Facts, 'field'>, by: ConsentChannel | undefined): boolean {
  const given = field('marketingConsent');
  if (!given?.value || given.source === 'guess') return false;
  if (given.value.type !== 'choice') return given.value.type === 'text' && !REFUSAL.test(given.value.text);
  const { code } = given.value;
  return code === 'all' || (code !== 'none' && (by === undefined || code === by));
}

/**
 * Whether a person agreed to marketing by a channel, by any for what is said face to face. The consents
 * by channel speak where there is one; a channel without one then has none.
 */
export function consents(
  channel: Channel | undefined,
  facts: Pick<Facts, 'bundle' | 'field' | 'today'>,
): boolean {
  const by = channel && CONSENT_FOR[channel];
  const kept = Object.entries(facts.bundle.client.consents);
  if (kept.length === 0) return toldIn(facts, by);
  return kept.some(
    ([key, consent]) => consent?.given && consent.day <= facts.today && (by === undefined || key === by),
  );
}

/**
 * §11.7: without the client's consent to marketing by the channel of the prompt, or after a refusal,
 * nothing is offered; service goes on. Natural persons only: for companies no such consent is kept. Ends
 * with a consent on file that the client gave or the CRM shows: a guess is no consent.
 */
export const consent: Gate = {
  id: 'consent',
  stops: ({ aim, finding: { deed } }, facts) => {
    if (aim !== 'sell' || facts.bundle.client.kind !== 'individual') return false;
    return !consents(deed.type === 'log' ? deed.prefill.channel : undefined, facts);
  },
};
