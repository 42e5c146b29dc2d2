import type { RecordedSales as Rule, Settings } from '@/utils/domain/schema/settings';
import { USUAL_RECORDING } from '@/utils/domain/visits/recordedSale';
import { Chip } from '../../ui/Chip';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';

const RULES = ['products', 'every', 'none'] as const satisfies readonly Rule[];

const said = (rule: Rule): string => t(`options.rules.recorded.${rule}`);

/** Of which sales the recording (双录) is asked for (§11.6). */
export function RecordedSales({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const rule = settings.recordedSales ?? USUAL_RECORDING;
  const locked = desk.port.locked.value.locked.recordedSales !== null;
  return (
    <section class="orules-recorded" aria-labelledby="recorded-sales">
      <h3 class="orules-heading">
        <span id="recorded-sales">{t('options.rules.recorded.title')}</span>
        {locked && <Chip tone="accent">{t('options.byBank')}</Chip>}
      </h3>
      <p class="ofine">{t('options.rules.recorded.about')}</p>
      {locked ? (
        <p>{said(rule)}</p>
      ) : (
        <Segmented
          label={t('options.rules.recorded.title')}
          options={RULES.map((value) => ({ value, label: said(value) }))}
          value={rule}
          onChange={(next) =>
            next &&
            next !== rule &&
            void desk.save(() => ({ recordedSales: next }), t('options.rules.recorded.changed', said(next)))
          }
        />
      )}
    </section>
  );
}
