import type { ActionAnswer } from '../schema/actionState';
import type { RuleAnswers } from './learning';

/** What an answer adds to the counts of its rule; null for what says nothing of the rule: wrong data. */
export function countOf(answer: ActionAnswer): Partial<RuleAnswers> | null {
  switch (answer.state) {
    case 'done':
      return { taken: 1 };
    case 'snoozed':
    case 'snoozedToNextContact':
      return { later: 1 };
    case 'dismissed':
      switch (answer.reason) {
        case 'doneElsewhere':
          return { taken: 1 };
        case 'notRelevant':
          return { refused: 1, unwanted: 1 };
        case 'clientDeclined':
          return { refused: 1 };
        case 'dataWrong':
          return null;
      }
  }
}

/** Counts with an answer put to them, or taken away again; never below nothing. */
export function withCount(
  answers: RuleAnswers,
  more: { [Key in keyof RuleAnswers]?: number | undefined },
  sign: 1 | -1 = 1,
): RuleAnswers {
  const put = (key: keyof RuleAnswers): number => Math.max(0, answers[key] + sign * (more[key] ?? 0));
  return { taken: put('taken'), refused: put('refused'), later: put('later'), unwanted: put('unwanted') };
}
