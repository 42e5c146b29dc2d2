import type { ListedAdapter } from '@/utils/app/optionsPort';
import { fieldName } from '../panel/profile/valueWords';
import { shortDay } from '../ui/dayWords';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';

/** One line where an adapter does not read all it used to; nothing where it does. */
export function Ailing({ adapter: { ailing }, desk }: { adapter: ListedAdapter; desk: OptionsDesk }) {
  if (!ailing) return null;
  const { unread, lost, since } = ailing;
  const today = desk.port.today.value;
  return (
    <span class="oailing">
      {unread !== null && t('options.adapters.unread', shortDay(unread, today))}
      {unread !== null && lost.length > 0 && ' · '}
      {lost.length > 0 &&
        t('options.adapters.lost', shortDay(since, today), lost.map(fieldName).join(t('panel.lost.and')))}
    </span>
  );
}
