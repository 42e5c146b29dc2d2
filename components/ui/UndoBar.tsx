import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button';
import type { Deeds, Said } from './deeds';
import { CloseIcon } from './icons';
import { t } from './words';

/** How long the bar stays; failures stay until they are closed. */
export const UNDO_MS = 8000;

/** What the bar needs of deeds; what undoing takes back is no affair of the bar's. */
type BarSaid = Pick<Said, 'text' | 'failed' | 'offer'> & { undo: unknown };
interface BarDeeds extends Pick<Deeds, 'undo' | 'dismiss'> {
  said: ReadonlySignal<BarSaid | null>;
}

function Bar({ said, deeds }: { said: BarSaid; deeds: BarDeeds }) {
  // Time stands still while the pointer or the focus is on the bar: no one has to race it.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || said.failed) return;
    const timer = setTimeout(() => deeds.dismiss(), UNDO_MS);
    return () => clearTimeout(timer);
  }, [held, said]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div
      class={said.failed ? 'undobar undobar-failed' : 'undobar'}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusCapture={hold}
      onBlurCapture={release}
    >
      <span>{said.text}</span>
      {said.offer && (
        <Button kind="link" onClick={() => said.offer?.take()}>
          {said.offer.label}
        </Button>
      )}
      {Boolean(said.undo) && (
        <Button kind="link" onClick={() => void deeds.undo()}>
          {t('ui.undo')}
        </Button>
      )}
      <button type="button" class="iconbtn" aria-label={t('ui.close')} onClick={() => deeds.dismiss()}>
        <CloseIcon />
      </button>
    </div>
  );
}

/** Says what was done, with an undo, and what was not. The live region is always there to be heard. */
export function UndoBar({ deeds }: { deeds: BarDeeds }) {
  const said = deeds.said.value;
  return (
    <div class="undobar-place" role="status" aria-live="polite">
      {said && <Bar said={said} deeds={deeds} />}
    </div>
  );
}
