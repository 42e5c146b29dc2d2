import type { ClientBundle } from '@/utils/domain/bundle';
import { dayOf } from '@/utils/domain/day';
import type { Action, ActionPlan } from '@/utils/domain/nba/action';
import { planActions } from '@/utils/domain/nba/engine';
import type { BookStanding, PlanInput } from '@/utils/domain/nba/facts';
import type { Rule } from '@/utils/domain/nba/rule';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { outlineOf } from '@/utils/domain/outline';
import type { Settings } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import type { Message } from '@/utils/domain/words';
import { aBundle, d, someSettings } from '../build';

/** What else a plan may rest on than the client and the day. */
export type Asked = Partial<Settings> & { book?: BookStanding } & Pick<PlanInput, 'learned' | 'shownToday'>;

/** The plan for a client on a day, by all rules or only some. */
export function planFor(
  bundle: Partial<ClientBundle>,
  today: string,
  rules: readonly Rule[] = ALL_RULES,
  { book, learned, shownToday, ...settings }: Asked = {},
): ActionPlan {
  const inForce = someSettings(settings);
  const outline = outlineOf(aBundle(bundle), inForce, d(today));
  return planActions(
    {
      ...outline,
      settings: inForce,
      ...(book ? { book } : {}),
      ...(learned ? { learned } : {}),
      ...(shownToday ? { shownToday } : {}),
    },
    rules,
  );
}

/** What one rule finds, whether it is shown or kept silent. */
export function found(rule: Rule, bundle: Partial<ClientBundle>, today: string, asked: Asked = {}): Action[] {
  const { shown, folded, silent } = planFor(bundle, today, [rule], asked);
  return [...shown, ...folded, ...silent.map(({ action }) => action)];
}

/** What one rule shows. */
export const shown = (rule: Rule, bundle: Partial<ClientBundle>, today: string): readonly Action[] =>
  planFor(bundle, today, [rule], { promptsPerClient: 10 }).shown;

/** The one silence of a plan with one prompt. */
export const silenceOf = (rule: Rule, bundle: Partial<ClientBundle>, today: string) =>
  planFor(bundle, today, [rule]).silent.map(({ silence }) => silence)[0];

/** The day it is in a zone at an instant written in UTC. */
export const dayIn = (zone: string, utc: string): string => dayOf(instant.parse(Date.parse(utc)), zone);

/** A message and those within it. */
export function withInner(message: Message): Message[] {
  const inner = message.args.flatMap((arg) =>
    typeof arg === 'object' && 'message' in arg ? withInner(arg.message) : [],
  );
  return [message, ...inner];
}

export const keysOf = ({ title, why, talkTrack }: Action): string[] =>
  [title, ...why, talkTrack].map(({ key }) => key);
