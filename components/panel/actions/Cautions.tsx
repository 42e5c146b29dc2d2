import { useState } from 'preact/hooks';
import type { Caution } from '@/utils/domain/nba/action';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { EyeIcon, WarnIcon } from '../../ui/icons';
import { Say, tell } from '../../ui/Say';
import { phrase } from '../../ui/words';

function Mark({ id }: Pick<Caution, 'id'>) {
  if (id === 'older') return <span aria-hidden="true">65+</span>;
  return id === 'discretion' ? <EyeIcon /> : <WarnIcon />;
}

/** What to mind in any contact. Marks alone: the words come on press, since somebody may sit beside the screen. */
export function Cautions({ cautions, today }: { cautions: readonly Caution[]; today: CivilDay }) {
  const [open, setOpen] = useState<string | null>(null);
  const told = cautions.find(({ id }) => id === open);
  if (cautions.length === 0) return null;
  return (
    <div class="cautions">
      {cautions.map(({ id }) => (
        <Button
          key={id}
          kind="ghost"
          aria-label={phrase(`caution.${id}.name`)}
          aria-expanded={open === id}
          onClick={() => setOpen(open === id ? null : id)}
        >
          <Mark id={id} />
        </Button>
      ))}
      {told && (
        <ul>
          {told.why.map((why) => (
            <li key={tell(why, today)}>
              <Say message={why} today={today} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
