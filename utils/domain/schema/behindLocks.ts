import { type Locked, type Numbers, SINGLE } from './locked';
import { type Settings, settings } from './settings';

/** Numbers of which those that are locked stand as they stood before. */
function unlocked(now: Numbers | undefined, before: Numbers | undefined, set: Numbers): Numbers {
  const free = Object.entries(now ?? {}).filter(([key]) => !(key in set));
  const kept = Object.entries(before ?? {}).filter(([key]) => key in set);
  return Object.fromEntries([...free, ...kept]);
}

/**
 * What is kept as the user's own when settings that stood under locks are saved: what the bank has set stays
 * as the user last had it, for the day on which the bank takes it away again.
 *
 * @param next the settings in force as they are to be
 * @param before the user's own as they are kept
 */
export function ownBehindLocks(next: Settings, before: Settings, locked: Locked): Settings {
  const isLocked = (id: string): boolean => id in locked.rules;
  const held = new Set<string>(SINGLE.filter((key) => locked[key] !== null));
  const numbers = <Key extends 'weights' | 'thresholds'>(key: Key) =>
    next[key] || before[key] ? { [key]: unlocked(next[key], before[key], locked[key]) } : {};
  return settings.parse({
    ...Object.fromEntries([
      ...Object.entries(next).filter(([key]) => !held.has(key)),
      ...Object.entries(before).filter(([key]) => held.has(key)),
    ]),
    rulesOff: [
      ...next.rulesOff.filter((id) => !isLocked(id)),
      ...before.rulesOff.filter((id) => isLocked(id)),
    ],
    ...numbers('weights'),
    ...numbers('thresholds'),
    cadence: {
      ...next.cadence,
      ...Object.fromEntries(Object.entries(before.cadence).filter(([key]) => key in locked.cadence)),
    },
  });
}
