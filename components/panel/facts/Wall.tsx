import { useEffect, useState } from 'preact/hooks';
import type { Wall } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import { shortDay } from '../../ui/dayWords';
import { WallIcon } from '../../ui/icons';
import { t } from '../../ui/words';

/** How long the words stay readable to whoever sits beside the screen. */
export const WALL_WORDS_MS = 10_000;

function wallWords(wall: Wall, today: CivilDay): string {
  const word = t(`people.wall.${wall.state}`);
  if (wall.state === 'closed') return word;
  return t('people.wall.since', word, t(`profile.source.${wall.source}`), shortDay(wall.day, today));
}

/**
 * What this person may be told (§9): an icon, the same for every wall that stands, so that nobody beside
 * the RM reads a mark; the words only on press, and not for long.
 */
export function WallMark({ wall, name, today }: { wall: Wall; name: string; today: CivilDay }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setOpen(false), WALL_WORDS_MS);
    return () => clearTimeout(timer);
  }, [open]);
  const label = t('people.wall.show', name);
  return (
    <>
      <button
        type="button"
        class="iconbtn wallmark"
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <WallIcon />
      </button>
      {open && (
        <span class={`chip ${wall.state === 'mustNotBeTold' ? 'chip-wall' : 'chip-plain'}`} role="status">
          {wallWords(wall, today)}
        </span>
      )}
    </>
  );
}
