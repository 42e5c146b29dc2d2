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

interface MarksProps {
  cautions: readonly Caution[];
  /** The one whose words are shown, if any is. */
  open: string | null;
  onOpen(id: string | null): void;
}

/** What to mind in any contact. Marks alone: the words come on press, since somebody may sit beside the screen. */
export function CautionMarks({ cautions, open, onOpen }: MarksProps) {
  return (
    <>
      {cautions.map(({ id }) => (
        <Button
          key={id}
          kind="ghost"
          aria-label={phrase(`caution.${id}.name`)}
          aria-expanded={open === id}
          onClick={() => onOpen(open === id ? null : id)}
        >
          <Mark id={id} />
        </Button>
      ))}
    </>
  );
}

/** The words of the mark that was pressed. */
export function CautionWords({ caution, today }: { caution: Caution; today: CivilDay }) {
  return (
    <ul class="caution">
      {caution.why.map((why) => (
        <li key={tell(why, today)}>
          <Say message={why} today={today} />
        </li>
      ))}
    </ul>
  );
}
