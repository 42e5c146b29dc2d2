import { t } from '../ui/words';
import type { Desk } from './desk';

type Saying = Pick<Desk, 'port' | 'deeds'>;

/** Says why what was pressed is not believed (decision 29); false where it is. */
export function sayUnseen({ port, deeds }: Saying): boolean {
  const why = port.unseen();
  if (why !== null) deeds.say(t(`ui.problem.${why}`), true);
  return why !== null;
}

/** Says what became of a copy. */
export function sayCopied(desk: Saying, copied: boolean): void {
  if (copied) desk.deeds.say(t('ui.copied'));
  else if (!sayUnseen(desk)) desk.deeds.say(t('ui.notCopied'), true);
}
