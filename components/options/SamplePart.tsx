import { useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import { problemText } from '../ui/deeds';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';
import { Part } from './Part';

/** The sample book: put in to try, taken out in one click. */
export function SamplePart({ desk }: { desk: OptionsDesk }) {
  const [busy, setBusy] = useState(false);
  const { port } = desk;
  const counts = port.counts.value;
  const samples = counts.state === 'counted' ? counts.samples : null;
  const writable = counts.state === 'counted' && counts.trouble === null;

  const perform = async (deed: 'add' | 'remove') => {
    setBusy(true);
    const outcome = await port
      .sample(deed)
      .catch(() => ({ ok: false as const, error: { code: 'unavailable' as const, field: null } }));
    setBusy(false);
    if (!outcome.ok) return desk.say(problemText(outcome.error), true);
    const { clients, entries } = outcome.value;
    desk.say(
      deed === 'add'
        ? t('sample.added', String(clients), String(entries))
        : t('sample.removed', String(clients)),
    );
  };
  return (
    <Part id="sample" about={t('sample.about')}>
      <div class="orow">
        <span>{samples !== null && (samples > 0 ? t('sample.present', samples) : t('sample.none'))}</span>
        {samples !== null && samples > 0 ? (
          <Button disabled={busy || !writable} onClick={() => void perform('remove')}>
            {t(busy ? 'sample.removing' : 'sample.remove')}
          </Button>
        ) : (
          <Button disabled={busy || !writable} onClick={() => void perform('add')}>
            {t(busy ? 'sample.adding' : 'sample.add')}
          </Button>
        )}
      </div>
      <p class="ofine">{t('sample.removeAbout')}</p>
    </Part>
  );
}
