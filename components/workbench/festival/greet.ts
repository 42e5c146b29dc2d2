import type { Command } from '@/utils/app/command';
import type { FestiveClient, FestiveStanding, GreetingChannel } from '@/utils/domain/festival/festive';
import type { FestivalAhead } from '@/utils/domain/festival/nextFestival';
import { fillPlaces } from '@/utils/domain/library/fill';
import type { Track } from '@/utils/domain/library/piece';
import type { CivilDay } from '@/utils/domain/schema/time';
import { say } from '@/utils/domain/words';
import { completeDetails } from '../../log/details';
import { tell } from '../../ui/Say';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

/** A client who is still to be greeted. */
export interface ToGreet extends FestiveClient {
  standing: Extract<FestiveStanding, { state: 'toGreet' }>;
}

/** To each by himself, or the same to many at once (群发). */
export type Manner = 'single' | 'mass';

/**
 * What is sent: a track of the library with the client's name in it, the rule's own words where the library
 * has none. What goes to many names nobody.
 */
export function greetingWords(
  { name, standing }: ToGreet,
  track: Track | null,
  manner: Manner,
  today: CivilDay,
): string {
  const nobody = say('address.plain');
  if (track === null) {
    const { key, args } = standing.words;
    return tell(
      manner === 'mass' ? { key, args: [{ message: nobody }, ...args.slice(1)] } : standing.words,
      today,
    );
  }
  if (manner === 'mass') {
    const plain = tell(nobody, today);
    return fillPlaces(track.text, { title: plain, name: plain });
  }
  return fillPlaces(track.text, { title: tell(standing.address, today), name });
}

/**
 * The log of a greeting. A personal message is a contact that resets the cadence, one that went to many is
 * not (§2): the entry says which it was.
 */
export function greetingLog(
  desk: Desk,
  { id, standing }: ToGreet,
  channel: GreetingChannel,
  manner: Manner,
  { festival }: FestivalAhead,
): Command {
  const today = desk.port.today.peek();
  const { zone } = desk.port.settings.peek();
  const note = t('rule.festivalGreeting.title', t(`festival.${festival}`));
  const mass = manner === 'mass';
  return {
    do: 'logContact',
    subject: { type: 'client', clientId: id },
    contactId: desk.port.newContactId(),
    details: completeDetails(
      { channel, purpose: 'care', day: today, note, mass },
      { today, zone, fallbackStep: '' },
    ),
    keeps: null,
    answers: { key: standing.key, rule: 'festivalGreeting' },
    besideDraft: true,
  };
}
