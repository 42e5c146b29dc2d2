import { useEffect, useState } from 'preact/hooks';
import type { Confirmed, ConfirmPort } from '@/utils/app/confirmPort';
import { graveOf } from '@/utils/app/grave';
import type { Pending } from '@/utils/app/pending';
import { Button } from '../ui/Button';
import { problemText } from '../ui/deeds';
import { t } from '../ui/words';
import './confirm.css';

/** How long what came of it stays to be read; as long as a number stays uncovered in the panel. */
export const TOLD_MS = 10_000;

/** What would be done, as its button would say it. */
function deedWord({ deed }: Pending): string {
  if (deed.do !== 'order') return t(`confirm.deed.${deed.do}`);
  const grave = graveOf(deed.order.command);
  return grave === null ? t('confirm.deed.other') : t(`confirm.deed.${grave}`);
}

function toldWord(told: Confirmed): string {
  switch (told.state) {
    case 'done':
      return t('confirm.done');
    case 'revealed':
      return told.text;
    case 'gone':
      return t('confirm.gone');
    case 'notCopied':
      return t('ui.notCopied');
    case 'failed':
      return problemText(told.problem);
  }
}

function Waiting({ pending, onYes, onNo }: { pending: Pending; onYes(): void; onNo(): void }) {
  const { whom, row, deed } = pending;
  const text = deed.do === 'copy' ? deed.text : row;
  return (
    <>
      <h2>{t('confirm.title')}</h2>
      <p class="confirm-deed">
        <b>{deedWord(pending)}</b>
        {whom !== null && <span>{whom}</span>}
      </p>
      {text !== null && <p class="confirm-text">{text}</p>}
      <p class="confirm-why">{t('confirm.why')}</p>
      <div class="editor-row">
        <Button kind="go" onClick={onYes}>
          {t('confirm.yes')}
        </Button>
        <Button kind="ghost" onClick={onNo}>
          {t('confirm.no')}
        </Button>
      </div>
    </>
  );
}

/** Asks once more, where no page can cover it, for what was pressed in a panel that was not in sight. */
export function Confirm({ port }: { port: ConfirmPort }) {
  const [told, setTold] = useState<Confirmed | null>(null);
  const waiting = port.waiting.value;
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => setTold(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  // What is new is asked for before what came of the last is read to its end.
  useEffect(() => {
    if (waiting !== null) setTold(null);
  }, [waiting]);
  return (
    <div class="confirm-place" role="status" aria-live="polite">
      {waiting !== null && (
        <section class="confirm" aria-label={t('confirm.title')}>
          <Waiting
            pending={waiting}
            onYes={() => void port.confirm(waiting).then(setTold)}
            onNo={() => port.drop()}
          />
        </section>
      )}
      {waiting === null && told !== null && <p class="confirm confirm-told">{toldWord(told)}</p>}
    </div>
  );
}
