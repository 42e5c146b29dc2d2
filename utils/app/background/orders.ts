import type { Result } from '@/utils/domain/result';
import { fail } from '@/utils/domain/result';
import { loadSettings } from '@/utils/platform/settings';
import type { Order, Outcome, Problem } from '../command';
import { carryOut } from '../commands/carryOut';
import { newClientId } from '../ids';
import { learnFrom } from '../learning';
import { noteOpened } from '../openedToday';
import { addSampleBook, removeSampleBook, type SampleCount } from '../sample/sampleBook';
import { afterChange } from './badge';
import { planBestAnew } from './bestOfDay';
import { withBook } from './book';
import { momentIn, presentMoment } from './day';

/** Any failure that is no answer of the store's: nothing was written. */
const unavailable = (): { ok: false; error: Problem } => fail({ code: 'unavailable', field: null });

/** Done beside the page of a client who may not have been in the book when it was opened. */
const isOfPage = ({ command }: Order): boolean => 'subject' in command && command.subject.type === 'sighted';

/** Carries an order out and counts the badge anew before it answers. */
export async function take(order: Order): Promise<Outcome> {
  const { zone, recordedSales } = await loadSettings();
  const moment = momentIn(zone);
  const env = { ...moment, freshClientId: newClientId(), sample: false, recordedSales };
  const outcome = await withBook((store) => carryOut(store, order, env, zone)).catch(unavailable);
  // What is learned from it is no part of it: the answer is on the disk, whether it counts or not.
  const clientId = outcome.ok ? outcome.value.clientId : null;
  if (outcome.ok)
    await Promise.all([
      afterChange(clientId === null ? [] : [clientId]),
      learnFrom(order).catch(() => undefined),
    ]);
  if (clientId !== null && isOfPage(order)) await noteOpened(clientId, moment.today);
  return outcome;
}

/** Adds or removes the sample book. */
export async function changeSample(how: 'add' | 'remove'): Promise<Result<SampleCount, Problem>> {
  const moment = await presentMoment();
  const outcome = await withBook((store) =>
    how === 'add' ? addSampleBook(store, moment, moment.zone) : removeSampleBook(store),
  ).catch(unavailable);
  await afterChange();
  // Many clients came or went at once.
  if (outcome.ok) void planBestAnew();
  return outcome;
}
