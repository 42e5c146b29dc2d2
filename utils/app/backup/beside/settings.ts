import { ownBehindLocks } from '@/utils/domain/schema/behindLocks';
import { type Settings, settings } from '@/utils/domain/schema/settings';
import { loadLocked, loadOwnSettings, saveSettings } from '@/utils/platform/settings';
import { sameJson } from '@/utils/store/journal/sameJson';
import { NO_CHANGES, partReader } from './part';

/** The settings that differ between two, by name. */
function differing(one: Settings, other: Settings): string[] {
  const [ours, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (key) => !sameJson(ours.get(key) ?? null, theirs.get(key) ?? null),
  );
}

/** The user's settings: those of the backup, all of them; what the bank has set stays. */
export const settingsPart = partReader(
  settings,
  async (next) => {
    const [own, { locked }] = await Promise.all([loadOwnSettings(), loadLocked()]);
    const changed = differing(own, ownBehindLocks(next, own, locked));
    const held = differing(own, next).filter((key) => !changed.includes(key));
    return { ...NO_CHANGES, changed, held };
  },
  saveSettings,
);
