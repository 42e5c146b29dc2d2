import { useRef } from 'preact/hooks';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import type { ImportDesk, Stage } from './desk';
import { leftOutLines } from './leftOut';
import { countWords } from './ReviewStep';
import { problemWord } from './words';

interface Props {
  stage: Extract<Stage, { at: 'done' }>;
  desk: ImportDesk;
  workbench: Desk;
}

const MOST_NAMES = 30;

/** What was brought in, the way back, and what was left out, to be copied. */
export function Done({ stage, desk, workbench }: Props) {
  const { review, brought, undone, changed, problem } = stage;
  const list = useRef<HTMLTextAreaElement>(null);
  const lines = leftOutLines(review);
  const copy = async (): Promise<void> => {
    const copied = await workbench.port.copy(lines.join('\n'));
    workbench.deeds.say(copied ? t('importing.copied') : t('importing.notCopied'), !copied);
    if (!copied) list.current?.select();
  };
  return (
    <>
      <p class={undone ? 'inote' : 'igood'} role="status">
        {undone ? t('importing.undone') : t('importing.done', countWords(brought.count))}
      </p>
      <div class="ideeds">
        <Button kind="go" onClick={() => desk.restart()}>
          {t('importing.another')}
        </Button>
        {!undone && <Button onClick={() => void desk.takeBack()}>{t('importing.undo')}</Button>}
      </div>
      {problem && (
        <p class="iproblem" role="alert">
          {problemWord(problem)}
        </p>
      )}
      {changed && (
        <section class="iproblem" role="alert">
          <p>{t('importing.changedSince')}</p>
          <ul class="inames">
            {changed.clients.slice(0, MOST_NAMES).map(({ clientId, name }) => (
              <li key={clientId}>
                <button type="button" class="wname" onClick={() => workbench.show(clientId)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
          {changed.clients.length > MOST_NAMES && (
            <p>{t('workbench.book.more', changed.clients.length - MOST_NAMES)}</p>
          )}
        </section>
      )}
      {!undone && lines.length > 0 && (
        <section aria-label={t('importing.leftOut')}>
          <h3>
            {t('importing.leftOut')} <span class="icount">{lines.length}</span>
          </h3>
          <textarea
            ref={list}
            class="ilines"
            readOnly
            autocomplete="off"
            aria-label={t('importing.leftOut')}
            rows={Math.min(12, lines.length + 1)}
            value={lines.join('\n')}
          />
          <Button onClick={() => void copy()}>{t('importing.copy')}</Button>
        </section>
      )}
    </>
  );
}
