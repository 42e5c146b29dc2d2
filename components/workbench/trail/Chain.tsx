import { useState } from 'preact/hooks';
import type { ChainVerdict, TrailPort } from '@/utils/app/outPort';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';

type Check = { state: 'idle' } | { state: 'running' } | { state: 'done'; verdict: ChainVerdict | null };

function Said({ verdict }: { verdict: ChainVerdict | null }) {
  if (verdict === null) return <p class="tverdict tverdict-late">{t('trail.notChecked')}</p>;
  const { intact, entries, rows, findings, erased = 0 } = verdict;
  if (intact)
    return (
      <div class="tverdict tverdict-good">
        <p>{t('trail.intact', entries, rows)}</p>
        {erased > 0 && <p>{t('trail.intactErased', erased)}</p>}
        <p class="tmeans">{t('trail.intactMeans')}</p>
      </div>
    );
  return (
    <div class="tverdict tverdict-late">
      <p>{t('trail.broken')}</p>
      <p class="tmeans">{t('trail.brokenMeans')}</p>
      <details>
        <summary>{t('options.data.findings', findings.length)}</summary>
        <ul>
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Whether the journal is whole, in plain words, and what that does and does not mean. */
export function Chain({ port }: { port: TrailPort }) {
  const [check, setCheck] = useState<Check>({ state: 'idle' });
  const verify = async () => {
    setCheck({ state: 'running' });
    setCheck({ state: 'done', verdict: await port.verify().catch(() => null) });
  };
  return (
    <>
      <Button disabled={check.state === 'running'} onClick={() => void verify()}>
        {t(check.state === 'running' ? 'trail.checking' : 'trail.check')}
      </Button>
      <div class="tsaid" role="status">
        {check.state === 'done' && <Said verdict={check.verdict} />}
      </div>
    </>
  );
}
