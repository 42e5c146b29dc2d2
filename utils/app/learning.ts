import { countOf, withCount } from '@/utils/domain/nba/answerCounts';
import { type Learned, NO_ANSWERS, type RuleAnswers } from '@/utils/domain/nba/learning';
import type { OpId } from '@/utils/domain/schema/ids';
import { type Learning, loadLearning, saveLearning } from '@/utils/platform/learning';
import type { Command, Order } from './command';
import { inLine } from './inLine';

/** Answers that are remembered with their operation: what is older is not taken back any more. */
const REMEMBERED = 200;

const inLearning = inLine('learned');

const change = (work: (now: Learning) => Learning | null): Promise<void> =>
  inLearning(async () => {
    const next = work(await loadLearning());
    if (next) await saveLearning(next);
  });

/** The rule that a command answers, and what that adds to its counts; null where it answers none. */
function answerIn(command: Command): { rule: string; added: Partial<RuleAnswers> } | null {
  if (command.do === 'logContact' && command.answers) {
    const added = countOf({ state: 'done' });
    return added && { rule: command.answers.rule, added };
  }
  if (command.do !== 'answerAction') return null;
  const added = countOf(command.answer);
  return added && { rule: command.rule, added };
}

function withAnswer(now: Learning, op: OpId, rule: string, added: Partial<RuleAnswers>): Learning | null {
  if (now.counted.some((one) => one.op === op)) return null;
  return {
    rules: { ...now.rules, [rule]: withCount(now.rules[rule] ?? NO_ANSWERS, added) },
    counted: [{ op, rule, added }, ...now.counted].slice(0, REMEMBERED),
  };
}

function withoutAnswer(now: Learning, target: OpId): Learning | null {
  const taken = now.counted.find(({ op }) => op === target);
  if (!taken) return null;
  const before = now.rules[taken.rule] ?? NO_ANSWERS;
  return {
    rules: { ...now.rules, [taken.rule]: withCount(before, taken.added, -1) },
    counted: now.counted.filter((one) => one !== taken),
  };
}

/** Learns from an order that was carried out: an answer counts, one that is taken back counts no more. */
export async function learnFrom({ op, command }: Order): Promise<void> {
  if (command.do === 'undo') await change((now) => withoutAnswer(now, command.target));
  const answer = answerIn(command);
  if (answer) await change((now) => withAnswer(now, op, answer.rule, answer.added));
}

/** What has been learned, by rule. */
export const learnedNow = async (): Promise<Learned> => (await loadLearning()).rules;

/** Forgets how the prompts of one rule were answered, or of all. */
export const forgetLearned = (rule: string | null): Promise<void> =>
  change((now) => {
    const of = (name: string): boolean => rule === null || name === rule;
    return {
      rules: Object.fromEntries(Object.entries(now.rules).filter(([name]) => !of(name))),
      counted: now.counted.filter((one) => !of(one.rule)),
    };
  });

/** Puts answers back as they were, after a forgetting that was not meant. */
export const restoreLearned = (rules: Learned): Promise<void> =>
  change((now) => ({ ...now, rules: { ...now.rules, ...rules } }));

/** The RM keeps a rule that was often not relevant: it is asked about again only after three more. */
export const keepRule = (rule: string): Promise<void> =>
  change((now) => {
    const kept = now.rules[rule];
    return kept ? { ...now, rules: { ...now.rules, [rule]: { ...kept, unwanted: 0 } } } : null;
  });
