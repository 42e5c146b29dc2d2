import type { CivilDay } from '@/utils/domain/schema/time';
import type { Forecast } from '@/utils/import/forecast';
import { CONFLICT_RULES } from '@/utils/import/takeOver';
import { fieldName, sayValue } from '../../panel/profile/valueWords';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { ImportDesk, Review } from './desk';

interface Props {
  forecast: Forecast;
  review: Review;
  desk: ImportDesk;
  today: CivilDay;
}

const MOST = 50;

/** What a conflict is about. */
function aboutWord(key: string): string {
  if (key === 'tier' || key === 'level' || key === 'holding' || key === 'policy')
    return t(`importing.subject.${key}`);
  return fieldName(key);
}

/** Where file and book say different things, and which of them holds. */
export function Conflicts({ forecast: { conflicts }, review, desk, today }: Props) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-label={t('importing.conflicts')}>
      <h3>
        {t('importing.conflicts')} <span class="icount">{conflicts.length}</span>
      </h3>
      <Segmented
        label={t('importing.conflicts')}
        options={CONFLICT_RULES.map((value) => ({ value, label: t(`importing.rule.${value}`) }))}
        value={review.conflicts}
        onChange={(rule) => rule && desk.set({ conflicts: rule })}
      />
      <div class="iscroll">
        <table class="itable">
          <thead>
            <tr>
              <th scope="col">{t('importing.client')}</th>
              <th scope="col">{t('importing.what')}</th>
              <th scope="col">{t('importing.inBook')}</th>
              <th scope="col">{t('importing.inFile')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.slice(0, MOST).map(({ clientId, name, conflict }, at) => (
              <tr key={`${clientId} ${conflict.key} ${at}`}>
                <th scope="row">{name}</th>
                <td>{aboutWord(conflict.key)}</td>
                <td class={conflict.holds === 'mine' ? 'iholds' : 'iyields'}>
                  {sayValue(conflict.key, conflict.mine, today)}
                </td>
                <td class={conflict.holds === 'file' ? 'iholds' : 'iyields'}>
                  {sayValue(conflict.key, conflict.file, today)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {conflicts.length > MOST && <p class="icount">{t('workbench.book.more', conflicts.length - MOST)}</p>}
    </section>
  );
}
