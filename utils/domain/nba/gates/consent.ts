import type { Gate } from './gate';

/**
 * §11.7: without the client's consent to marketing, or after a refusal, nothing is offered; service
 * goes on. Natural persons only: for companies no such consent is kept. Ends with a consent on file
 * that the client gave or the CRM shows: a guess is no consent.
 */
export const consent: Gate = {
  id: 'consent',
  stops: ({ aim }, { bundle, field }) => {
    if (aim !== 'sell' || bundle.client.kind !== 'individual') return false;
    const given = field('marketingConsent');
    if (!given?.value || given.source === 'guess') return true;
    return given.value.type === 'choice' && given.value.code === 'none';
  },
};
