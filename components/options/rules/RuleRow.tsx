import { useId, useState } from 'preact/hooks';
import type { RuleCard } from '@/utils/app/optionsPort';
import { UNWANTED } from '@/utils/domain/nba/answers';
import { learnedFactor, NO_ANSWERS } from '@/utils/domain/nba/learning';
import { isLearnable } from '@/utils/domain/nba/rule';
import { inForce } from '@/utils/domain/nba/threshold';
import type { Locked } from '@/utils/domain/schema/locked';
import type { Settings } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { phrase, t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { Switch } from '../Switch';
import { shiftWord } from './learnedWords';
import { RuleNumbers } from './RuleNumbers';

interface Props {
  rule: RuleCard;
  desk: OptionsDesk;
  settings: Settings;
}

/** Whether the bank has set anything of a rule. */
const bankHas = ({ id }: RuleCard, { rules, weights, thresholds }: Locked): boolean =>
  id in rules || id in weights || Object.keys(thresholds).some((key) => key.startsWith(`${id}.`));

/** When the rule speaks, with the numbers in force. */
const whenOf = ({ id, thresholds = [] }: RuleCard, settings: Settings): string =>
  phrase(`options.rules.${id}`, ...thresholds.map((one) => String(inForce(one, { settings }))));

/** A rule of which the RM has said so often that it is not relevant that it may be switched off. */
function Unwanted({ rule, desk, settings }: Props) {
  const times = desk.port.learned.value[rule.id]?.unwanted ?? 0;
  const isOff = settings.rulesOff.includes(rule.id);
  if (times < UNWANTED || isOff || rule.putOff !== undefined) return null;
  const name = phrase(`rule.${rule.id}.name`);
  return (
    <p class="orule-unwanted">
      {t('options.rules.unwanted', times)}{' '}
      <Button
        kind="link"
        aria-label={t('options.rules.keepOf', name)}
        onClick={() =>
          void desk.perform(() => desk.port.keepRule(rule.id), t('options.rules.kept', name), null)
        }
      >
        {t('options.rules.keep')}
      </Button>
    </p>
  );
}

/** One rule: whether it speaks, when, how loud, and what the RM's answers have made of it. */
export function RuleRow({ rule, desk, settings }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { locked } = desk.port.locked.value;
  const name = phrase(`rule.${rule.id}.name`);
  const on = !settings.rulesOff.includes(rule.id);
  const flip = (wanted: boolean) =>
    void desk.save(
      (now) => {
        const others = now.rulesOff.filter((one) => one !== rule.id);
        return { rulesOff: wanted ? others : [...others, rule.id] };
      },
      t(wanted ? 'options.rules.on' : 'options.rules.off', name),
    );
  const weight = settings.weights?.[rule.id] ?? 1;
  const factor =
    settings.learning === false ? 1 : learnedFactor(desk.port.learned.value[rule.id] ?? NO_ANSWERS);
  const hasNumbers = isLearnable(rule) || (rule.thresholds?.length ?? 0) > 0;
  return (
    <li class="orule">
      <div class="orule-head">
        {rule.putOff === undefined ? (
          <Switch
            label={name}
            about={whenOf(rule, settings)}
            on={on}
            locked={rule.id in locked.rules}
            set={flip}
          />
        ) : (
          <div class="orule-owed">
            <span>{name}</span>
            <span class="oswitch-about">{whenOf(rule, settings)}</span>
          </div>
        )}
        <span class="orule-marks">
          {rule.owed && <Chip>{t('options.rules.owed')}</Chip>}
          {bankHas(rule, locked) && <Chip tone="accent">{t('options.byBank')}</Chip>}
          {isLearnable(rule) && weight !== 1 && (
            <Chip>{t('options.rules.weightIs', String(Math.round(weight * 100)))}</Chip>
          )}
          {isLearnable(rule) && shiftWord(factor) !== null && (
            <Chip>{t('options.rules.shiftIs', shiftWord(factor) ?? '')}</Chip>
          )}
        </span>
        {hasNumbers && (
          <Button
            kind="link"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('options.rules.adjustOf', name)}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'options.rules.close' : 'options.rules.adjust')}
          </Button>
        )}
      </div>
      <Unwanted rule={rule} desk={desk} settings={settings} />
      {/* The element that the button names is always there. */}
      <div id={id}>{open && <RuleNumbers rule={rule} desk={desk} settings={settings} />}</div>
    </li>
  );
}
