import type { RuleCard } from '@/utils/app/optionsPort';
import { isLearnable } from '@/utils/domain/nba/rule';
import { inForce, type Threshold } from '@/utils/domain/nba/threshold';
import { LEAST_WEIGHT, MOST_WEIGHT, type Settings } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { phrase, t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { NumberField } from '../NumberField';
import { learnedWord } from './learnedWords';

interface Props {
  rule: RuleCard;
  desk: OptionsDesk;
  settings: Settings;
}

const WHOLE = 100;

/** Numbers by key with one set; without it where it is the one it starts with. */
function withNumber(
  numbers: Readonly<Record<string, number>> | undefined,
  key: string,
  value: number,
  start: number,
): Record<string, number> {
  const others = Object.entries(numbers ?? {}).filter(([one]) => one !== key);
  return Object.fromEntries(value === start ? others : [...others, [key, value]]);
}

function Weight({ rule, desk, settings }: Props) {
  const name = phrase(`rule.${rule.id}.name`);
  const [least, most] = [LEAST_WEIGHT * WHOLE, MOST_WEIGHT * WHOLE];
  const locked = rule.id in desk.port.locked.value.locked.weights;
  return (
    <NumberField
      label={t('options.rules.weight')}
      unit="%"
      value={Math.round((settings.weights?.[rule.id] ?? 1) * WHOLE)}
      min={least}
      max={most}
      locked={locked}
      hint={
        locked ? t('options.byBank') : t('options.rules.range', String(least), String(most), String(WHOLE))
      }
      problem={t('options.rules.problem', String(least), String(most))}
      onChange={(percent) =>
        void desk.save(
          (now) => ({ weights: withNumber(now.weights, rule.id, percent / WHOLE, 1) }),
          t('options.rules.weightChanged', name, String(percent)),
        )
      }
    />
  );
}

function RuleNumber({ rule, threshold, desk, settings }: Props & { threshold: Threshold }) {
  const { key, least, most, start, unit } = threshold;
  const label = phrase(`threshold.${key}`);
  const locked = key in desk.port.locked.value.locked.thresholds;
  return (
    <NumberField
      label={label}
      unit={t(`unit.${unit}`)}
      value={inForce(threshold, { settings })}
      min={least}
      max={most}
      locked={locked}
      hint={
        locked ? t('options.byBank') : t('options.rules.range', String(least), String(most), String(start))
      }
      problem={t('options.rules.problem', String(least), String(most))}
      onChange={(value) =>
        void desk.save(
          (now) => ({ thresholds: withNumber(now.thresholds, key, value, start) }),
          t('options.rules.numberChanged', phrase(`rule.${rule.id}.name`), label, String(value)),
        )
      }
    />
  );
}

function Answers({ rule, desk, settings }: Props) {
  const answers = desk.port.learned.value[rule.id];
  const name = phrase(`rule.${rule.id}.name`);
  if (!answers) return <p class="orule-learned">{t('options.rules.noAnswers')}</p>;
  return (
    <p class="orule-learned">
      {learnedWord(answers, settings.learning !== false)}{' '}
      <Button
        kind="link"
        aria-label={t('options.rules.forgetOf', name)}
        onClick={() =>
          void desk.perform(
            () => desk.port.forgetLearned(rule.id),
            t('options.rules.forgot', name),
            () => desk.port.restoreLearned({ [rule.id]: answers }),
          )
        }
      >
        {t('options.rules.forget')}
      </Button>
    </p>
  );
}

/** The numbers of one rule, and how its prompts were answered. */
export function RuleNumbers(props: Props) {
  const { rule } = props;
  return (
    <div class="orule-numbers">
      <div class="ogrid">
        {isLearnable(rule) && <Weight {...props} />}
        {rule.thresholds?.map((threshold) => (
          <RuleNumber key={threshold.key} {...props} threshold={threshold} />
        ))}
      </div>
      {isLearnable(rule) ? (
        <Answers {...props} />
      ) : (
        <p class="orule-learned">{t('options.rules.owedAbout')}</p>
      )}
    </div>
  );
}
