/**
 * Times the next best actions of a whole book and of single clients on the thread that runs it. Bundled and run in a
 * worker by `actions.ts`.
 */
import { type BestPrompt, bestPromptOf, withPlanned } from '../../utils/domain/nba/bestOfDay';
import { bidsOf } from '../../utils/domain/nba/dayShare';
import { pictureOf } from '../../utils/domain/picture';
import { clientId } from '../../utils/domain/schema/ids';
import { defaultSettings, MOST_PROACTIVE } from '../../utils/domain/schema/settings';
import { buildBank } from '../demo-crm/data/bank';
import type { ActionTimes } from './actions';
import { asStored, bundleAsStored } from './asStored';
import { bookOfBank, contactOf } from './bookOfBank';

const TODAY = '2026-11-20';
const OPENED = 200;
const ROUNDS = 6;
const FIRST_ID = clientId.parse('0'.repeat(24));

/**
 * Times both on this thread.
 *
 * @param clients how many the whole book has
 */
export function timeActions(clients: number): ActionTimes {
  const settings = defaultSettings('Asia/Shanghai');
  const { bundles: made, today } = bookOfBank(buildBank({ today: TODAY }));
  const bundles = made.map(bundleAsStored);
  const book = Array.from({ length: clients }, (_, at) => bundles[at % bundles.length]);
  const all = () =>
    book.reduce(
      (sum, bundle) => sum + (bundle ? pictureOf(bundle, settings, today).actions.shown.length : 0),
      0,
    );
  const whole = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    if (all() === 0) throw new Error('no prompt in the whole book: nothing was measured');
    return performance.now() - from;
  });
  const opened = bundles.slice(0, OPENED).map((bundle) => {
    const start = performance.now();
    pictureOf(bundle, settings, today);
    return performance.now() - start;
  });
  const shownToday = bundles.slice(0, MOST_PROACTIVE).flatMap((bundle) => {
    const { shown } = pictureOf(bundle, settings, today).actions;
    return bidsOf(bundle.client.id, shown).map(({ bid }) => bid);
  });
  const around = { shownToday, learned: {}, topLine: { minor: '500000000', id: FIRST_ID } };
  let best: readonly BestPrompt[] = [];
  const again = bundles.slice(0, OPENED).map((bundle, place) => {
    const after = {
      ...bundle,
      contacts: [
        ...bundle.contacts,
        asStored('contacts', contactOf(place, 900, { day: today, channel: 'phone' })),
      ],
    };
    const start = performance.now();
    const { actions } = pictureOf(after, settings, today, around);
    const { id } = after.client;
    best = withPlanned(best, new Map([[id, bestPromptOf(id, actions)]]));
    return performance.now() - start;
  });
  if (best.length === 0) throw new Error('no best prompt in the whole book: nothing was measured');
  return { book: whole, opened, again };
}
