import { useState } from 'preact/hooks';
import { addDays } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { PlannedVisit } from '@/utils/domain/visits/planned';
import { Tick } from '../../panel/facts/inputs';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { saveFile } from '../saveFile';

const DAYS_OF_WEEK = 7;

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
    const text = calendarFile(chosen, { withNames, zone, now: new Date() });
    const deed = { kind: 'plans', format: 'ics', client: null, from: day, until: last } as const;
    const out = await desk.port.out();
    const bytes = new TextEncoder().encode(text);
    const refused = await out.handOut({ bytes, deed: { ...deed, rows: chosen.length } });
    if (refused) return desk.deeds.say(t(`out.refused.${refused}`), true);
    saveFile(`zhibi-${day}.ics`, 'text/calendar;charset=utf-8', text);
    desk.deeds.say(t('visitsPage.exported', chosen.length));
  };
  return (
    <details class="vcalendar noprint">
      <summary>{t('visitsPage.calendar')}</summary>
      <div class="vcalendar-box">
        <Tick label={t('visitsPage.withNames')} value={withNames} onChange={setWithNames} />
        <p class="field-hint">{t('visitsPage.withNamesHint')}</p>
        <Button onClick={() => void hand(1)}>{t('visitsPage.calendarDay')}</Button>{' '}
        <Button onClick={() => void hand(DAYS_OF_WEEK)}>{t('visitsPage.calendarWeek')}</Button>
      </div>
    </details>
  );
}
