import type { Gate } from './gate';

/**
 * 勿扰 (§5): whoever asked to be left alone is left alone, until the last day of it. What the law or an
 * open complaint asks for goes on.
 */
export const doNotContact: Gate = {
  id: 'doNotContact',
  stops: ({ rule }, { bundle, today }) => {
    const wish = bundle.client.doNotContact;
    if (wish === null || rule.owed !== undefined) return false;
    return wish.day <= today && (wish.until === null || today <= wish.until);
  },
};
