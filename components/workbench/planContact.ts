import type { Channel } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { completeDetails } from '../log/details';
import { sayDay } from '../ui/dayWords';
import { t } from '../ui/words';
import type { Desk } from './desk';

/** Plans a contact with a client on a day to come; said, with an undo, once it is on the disk. */
export async function planContact(
  desk: Desk,
  client: { clientId: ClientId; name: string },
  channel: Channel,
  day: CivilDay,
): Promise<void> {
  const { port, deeds } = desk;
  const today = port.today.peek();
  const { zone } = port.settings.peek();
  await deeds.perform(
    {
      do: 'logContact',
      subject: { type: 'client', clientId: client.clientId },
      contactId: port.newContactId(),
      details: completeDetails({ channel, day }, { today, zone, fallbackStep: '' }),
      keeps: null,
      answers: null,
    },
    t('calendar.planned', client.name, sayDay(day, today), t(`channel.${channel}`)),
  );
}
