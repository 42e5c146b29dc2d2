import type { Settings } from '@/utils/domain/schema/settings';

/** What is tried of one rule; nothing of it is kept. */
export interface TriedRule {
  on: boolean;
  /** 0.5 to 1.5. */
  weight: number;
}

/** By rule. */
export type TriedChanges = Readonly<Record<string, TriedRule>>;

export const NO_CHANGES: TriedChanges = {};

/** A rule as it is set now. */
export const asSet = (id: string, { rulesOff, weights }: Settings): TriedRule => ({
  on: !rulesOff.includes(id),
  weight: weights?.[id] ?? 1,
});

export const hasChanges = (changes: TriedChanges): boolean => Object.keys(changes).length > 0;

/** The settings as they would be. */
export function withChanges(settings: Settings, changes: TriedChanges): Settings {
  const off = new Set(settings.rulesOff);
  const weights = { ...settings.weights };
  for (const [id, { on, weight }] of Object.entries(changes)) {
    if (on) off.delete(id);
    else off.add(id);
    weights[id] = weight;
  }
  return { ...settings, rulesOff: [...off], weights };
}
