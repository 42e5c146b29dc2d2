import type { Locked } from '@/utils/domain/schema/locked';
import { PROACTIVE_A_DAY, type Settings } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { Part } from '../Part';
import { Switch } from '../Switch';
import { OfferHours } from './OfferHours';
import { RecordedSales } from './RecordedSales';
import { RuleRow } from './RuleRow';
import './rules.css';

/** Whether the RM, and not the bank, has set anything of the rules otherwise than it starts. */
const isChanged = ({ rulesOff, weights = {}, thresholds = {} }: Settings, locked: Locked): boolean =>
  rulesOff.some((id) => !(id in locked.rules)) ||
  Object.keys(weights).some((id) => !(id in locked.weights)) ||
  Object.keys(thresholds).some((key) => !(key in locked.thresholds));

function Learning({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const learned = desk.port.learned.value;
  const { locked } = desk.port.locked.value;
  return (
    <div class="orules-learning">
      <Switch
        label={t('options.rules.learning')}
        about={t('options.rules.learningAbout')}
        on={settings.learning !== false}
        locked={locked.learning !== null}
        set={(on) =>
          void desk.save(
            () => ({ learning: on }),
            t(on ? 'options.rules.learningOn' : 'options.rules.learningOff'),
          )
        }
      />
      {Object.keys(learned).length > 0 && (
        <Button
          kind="link"
          onClick={() =>
            void desk.perform(
              () => desk.port.forgetLearned(null),
              t('options.rules.forgotAll'),
              () => desk.port.restoreLearned(learned),
            )
          }
        >
          {t('options.rules.forgetAll')}
        </Button>
      )}
    </div>
  );
}

/**
 * Which rules may speak, how loud, and by which numbers (§5). The gates are no rules: nothing here switches
 * them off. What the bank has set is shown and cannot be changed.
 */
export function RulesPart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const { rules, locked } = desk.port;
  const { garbled } = locked.value;
  const reset = () =>
    void desk.save(() => ({ rulesOff: [], weights: {}, thresholds: {} }), t('options.rules.resetDone'));
  return (
    <Part
      id="rules"
      about={t('options.rules.about')}
      reset={isChanged(settings, locked.value.locked) ? reset : null}
    >
      <p class="ofine orules-caps">
        {t(
          'options.rules.caps',
          String(settings.promptsPerClient),
          String(settings.proactivePerDay ?? PROACTIVE_A_DAY),
        )}{' '}
        <a href="#display">{t('options.rules.toCaps')}</a>
      </p>
      {garbled.length > 0 && <p class="owarn">{t('options.rules.garbled', garbled.join('、'))}</p>}
      <Learning desk={desk} settings={settings} />
      <ul class="orules">
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} desk={desk} settings={settings} />
        ))}
      </ul>
      <p class="ofine">{t('options.rules.gates')}</p>
      <OfferHours desk={desk} settings={settings} />
      <RecordedSales desk={desk} settings={settings} />
    </Part>
  );
}
