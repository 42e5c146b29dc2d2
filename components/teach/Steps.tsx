import type { TeachView } from '@/utils/app/teachPort';
import { CheckIcon } from '../ui/icons';
import { t, type WordKey } from '../ui/words';

const STEPS = [
  'teach.stepRead',
  'teach.stepSecond',
  'teach.stepOther',
  'teach.stepKeep',
] as const satisfies readonly WordKey[];

const AT: Readonly<Partial<Record<TeachView['stage'], number>>> = { second: 1, other: 2, naming: 3, done: 4 };

/** How far it has come: what is done carries a tick, what is being done is named as such. */
export function Steps({ stage }: { stage: TeachView['stage'] }) {
  const at = AT[stage] ?? 0;
  return (
    <ol class="teach-steps" aria-label={t('teach.steps')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          class={index < at ? 'step step-done' : index === at ? 'step step-now' : 'step'}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span class="step-mark">{index < at ? <CheckIcon /> : index + 1}</span>
          <span class="step-word">{t(step)}</span>
        </li>
      ))}
    </ol>
  );
}
