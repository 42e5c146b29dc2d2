import { LEAST_ANSWERS, learnedFactor, type RuleAnswers } from '@/utils/domain/nba/learning';
import { t } from '../../ui/words';

/** A factor as a change in per cent, `+12 %` or `−8 %`; null where it changes nothing to speak of. */
export function shiftWord(factor: number): string | null {
  const percent = Math.round((factor - 1) * 100);
  if (percent === 0) return null;
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
}

/** How the prompts of a rule were answered, and what that makes of its weight. */
export function learnedWord(answers: RuleAnswers, on: boolean): string {
  const { taken, refused, later } = answers;
  const counts = t('options.rules.answers', String(taken), String(refused), String(later));
  if (!on) return t('options.rules.answersUnused', counts);
  if (taken + refused + later < LEAST_ANSWERS)
    return t('options.rules.answersFew', counts, String(LEAST_ANSWERS));
  const shift = shiftWord(learnedFactor(answers));
  return shift === null
    ? t('options.rules.answersEven', counts)
    : t('options.rules.answersShift', counts, shift);
}
