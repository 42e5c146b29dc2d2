import { useState } from 'preact/hooks';
import { addDays } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { PlannedVisit } from '@/utils/domain/visits/planned';
import { Tick } from '../../panel/facts/inputs';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

const DAYS_OF_WEEK = 7;

/** Hands a file to the browser's own download. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}

interface Props {
  visits: readonly PlannedVisit[];
  day: CivilDay;
  desk: Desk;
}

/** The visits of a day, or of seven from it, as a calendar file; names only where the RM wants them. */
export function CalendarExport({ visits, day, desk }: Props) {
  const [withNames, setWithNames] = useState(false);
  const hand = async (days: number) => {
    const last = addDays(day, days - 1);
    const chosen = visits.filter(({ plan }) => plan.day >= day && plan.day <= last);
    if (chosen.length === 0) return desk.deeds.say(t('visitsPage.nothingToExport'), true);
    const { calendarFile } = await import('./calendarFile');
    const { zone } = desk.port.settings.peek();
    download(`zhibi-${day}.ics`, calendarFile(chosen, { withNames, zone, now: new Date() }));
    desk.deeds.say(t('visitsPage.exported', chosen.length));
  };
  return (
    <details class="vcalendar noprint">
      <summary>{t('visitsPage.calendar')}</summary>
      <Tick label={t('visitsPage.withNames')} value={withNames} onChange={setWithNames} />
      <p class="field-hint">{t('visitsPage.withNamesHint')}</p>
      <Button onClick={() => void hand(1)}>{t('visitsPage.calendarDay')}</Button>{' '}
      <Button onClick={() => void hand(DAYS_OF_WEEK)}>{t('visitsPage.calendarWeek')}</Button>
    </details>
  );
}
