import type { Settings } from '@/utils/domain/schema/settings';
import { phrase, t } from '../ui/words';
import type { OptionsDesk } from './desk';
import { Part } from './Part';
import { Switch } from './Switch';

/** Which rules may speak (§5). The gates are no rules: nothing here switches them off. */
export function RulesPart({ desk, rulesOff }: { desk: OptionsDesk; rulesOff: Settings['rulesOff'] }) {
  const { ruleIds } = desk.port;
  const flip = (id: string, on: boolean) => {
    const name = phrase(`rule.${id}.name`);
    void desk.save(
      (now) => {
        const others = now.rulesOff.filter((rule) => rule !== id);
        return { rulesOff: on ? others : [...others, id] };
      },
      t(on ? 'options.rules.on' : 'options.rules.off', name),
    );
  };
  return (
    <Part
      id="rules"
      about={t('options.rules.about')}
      reset={
        rulesOff.length > 0
          ? () => void desk.save(() => ({ rulesOff: [] }), t('options.rules.resetDone'))
          : null
      }
    >
      <div class="orules">
        {ruleIds.map((id) => (
          <Switch
            key={id}
            label={phrase(`rule.${id}.name`)}
            about={phrase(`options.rules.${id}`)}
            on={!rulesOff.includes(id)}
            set={(on) => flip(id, on)}
          />
        ))}
      </div>
      <p class="ofine">{t('options.rules.gates')}</p>
    </Part>
  );
}
