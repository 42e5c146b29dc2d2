import type { RuleCard } from '@/utils/app/optionsPort';
import { isLearnable } from '@/utils/domain/nba/rule';
import { LEAST_WEIGHT, MOST_WEIGHT, type Settings } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { phrase, t } from '../../ui/words';
import { NumberField } from '../NumberField';
import { Switch } from '../Switch';
import { asSet, type TriedChanges, type TriedRule } from './triedRules';

interface Props {
  rules: readonly RuleCard[];
  settings: Settings;
  changes: TriedChanges;
  onChange(changes: TriedChanges): void;
}

const WHOLE = 100;
const NONE = '';

/** Rules that are tried otherwise than they are set: on or off, louder or quieter. */
export function TriedRules({ rules, settings, changes, onChange }: Props) {
  const free = rules.filter(({ id, putOff }) => putOff === undefined && !(id in changes));
  const tried = rules.filter(({ id }) => id in changes);
  const put = (id: string, rule: TriedRule) => onChange({ ...changes, [id]: rule });
  const drop = (id: string) =>
    onChange(Object.fromEntries(Object.entries(changes).filter(([one]) => one !== id)));
  return (
    <div class="owhatif-rules">
      <ul>
        {tried.map((rule) => {
          const { id } = rule;
          const name = phrase(`rule.${id}.name`);
          const change = changes[id] ?? asSet(id, settings);
          return (
            <li key={id}>
              <Switch label={name} on={change.on} set={(on) => put(id, { ...change, on })} />
              {isLearnable(rule) && (
                <NumberField
                  label={t('options.rules.weight')}
                  unit="%"
                  value={Math.round(change.weight * WHOLE)}
                  min={LEAST_WEIGHT * WHOLE}
                  max={MOST_WEIGHT * WHOLE}
                  problem={t(
                    'options.rules.problem',
                    String(LEAST_WEIGHT * WHOLE),
                    String(MOST_WEIGHT * WHOLE),
                  )}
                  onChange={(percent) => put(id, { ...change, weight: percent / WHOLE })}
                />
              )}
              <Button kind="link" aria-label={t('options.whatIf.dropOf', name)} onClick={() => drop(id)}>
                {t('options.whatIf.drop')}
              </Button>
            </li>
          );
        })}
      </ul>
      <Field label={t('options.whatIf.tryRule')} hint={t('options.whatIf.tryHint')}>
        {(wiring) => (
          <select
            {...wiring}
            class="input"
            value={NONE}
            onChange={(event) => {
              const id = event.currentTarget.value;
              event.currentTarget.value = NONE;
              // What one adds is tried the other way round: that is what one wants to see.
              if (id !== NONE) put(id, { ...asSet(id, settings), on: settings.rulesOff.includes(id) });
            }}
          >
            <option value={NONE}>{t('options.whatIf.chooseRule')}</option>
            {free.map(({ id }) => (
              <option key={id} value={id}>
                {phrase(`rule.${id}.name`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
