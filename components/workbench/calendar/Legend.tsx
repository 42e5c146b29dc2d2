import { type Channel, channel } from '@/utils/domain/schema/contact';
import type { CalendarMarks } from '@/utils/domain/schema/settings';
import { isFaceToFace } from '../../log/details';
import { t } from '../../ui/words';
import { markOf } from './look';

const lookOf = (each: Channel): string => (isFaceToFace(each) ? 'cmark cmark-solid' : 'cmark');

/** What the letters and their looks mean. */
export function Legend({ marks }: { marks: CalendarMarks }) {
  return (
    <ul class="clegend" aria-label={t('calendar.legend')}>
      {channel.options.map((each) => (
        <li key={each}>
          <span class={lookOf(each)} aria-hidden="true">
            {markOf({ channel: each }, marks)}
          </span>
          {t(`channel.${each}`)}
        </li>
      ))}
      {(['planned', 'lapsed', 'failed', 'mass'] as const).map((kind) => (
        <li key={kind}>
          <span class={`cmark cmark-${kind}`} aria-hidden="true">
            {markOf({ channel: kind === 'mass' ? 'sms' : 'phone' }, marks)}
          </span>
          {t(`calendar.legendOf.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
