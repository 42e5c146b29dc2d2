import type { Lifts } from '../lift';

/** Clients: 2 keeps consents by channel and 勿扰; until then neither was asked for. */
export const CLIENT_LIFTS: Lifts = [(body) => ({ ...body, consents: {}, doNotContact: null })];
