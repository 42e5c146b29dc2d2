import type { SeenContact } from '@/utils/domain/schema/sighting';
import type { CivilDay } from '@/utils/domain/schema/time';
import { timelineOfSeen } from '@/utils/domain/timeline/seen';
import { Day } from '../../ui/Say';
import { t } from '../../ui/words';
import { ChannelTile } from '../history/ChannelTile';
import '../history/history.css';

interface Props {
  seen: readonly SeenContact[];
  today: CivilDay;
  zone: string;
}

/** Enough to see that it is the right client. */
const SHOWN = 5;

/** The CRM's own list of contacts, as the history will show it once the client is in the book. */
export function SeenContacts({ seen, today, zone }: Props) {
  const entries = timelineOfSeen(seen, today, zone);
  if (entries.length === 0) return null;
  return (
    <section class="part">
      <h2>{t('panel.first.contacts', entries.length)}</h2>
      <ul class="seen-contacts">
        {entries.slice(0, SHOWN).map(({ contact }) => (
          <li key={contact.id} class="entry">
            <ChannelTile channel={contact.channel} />
            <div class="entry-body">
              <p class="entry-text">
                <Day day={contact.day} today={today} />
              </p>
              <p class="entry-text">{contact.note}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
