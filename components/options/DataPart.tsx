import { useState } from 'preact/hooks';
import type { BookCounts, DeepVerdict } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { language, t } from '../ui/words';
import { DeepErase } from './DeepErase';
import type { OptionsDesk } from './desk';
import { Part } from './Part';

type Check = { state: 'idle' } | { state: 'running' } | { state: 'done'; verdict: DeepVerdict | null };

const grouped = (count: number): string => new Intl.NumberFormat(language()).format(count);

function Counted({ counts }: { counts: BookCounts }) {
  if (counts.state === 'counting') return <p class="ocount">{t('options.data.counting')}</p>;
  if (counts.state === 'error') return <p class="owarn owarn-late">{t(`popup.trouble.${counts.code}`)}</p>;
  const { clients, entries, quarantined, trouble } = counts;
  return (
    <>
      {trouble !== null && <p class="owarn owarn-late">{t(`popup.trouble.${trouble}`)}</p>}
      <dl class="ocounts">
        <div>
          <dt>{t('options.data.clients')}</dt>
          <dd>{grouped(clients)}</dd>
        </div>
        <div>
          <dt>{t('options.data.entries')}</dt>
          <dd>{grouped(entries)}</dd>
        </div>
      </dl>
      {quarantined > 0 && <p class="owarn">{t('options.data.quarantined', quarantined)}</p>}
    </>
  );
}

function Verdict({ verdict }: { verdict: DeepVerdict | null }) {
  if (verdict === null) return <p class="owarn owarn-late">{t('options.data.notChecked')}</p>;
  const { intact, entries, rows, findings } = verdict;
  if (intact) return <p class="ogood">{t('options.data.intact', grouped(entries), grouped(rows))}</p>;
  return (
    <div class="owarn owarn-late">
      <p>{t('options.data.broken')}</p>
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

const SAFETY = ['where', 'sealed', 'notReached', 'loss', 'deleted'] as const;

/** How much there is, whether it is whole, where it lies, and what does and does not protect it. */
export function DataPart({ desk }: { desk: OptionsDesk }) {
  const { port } = desk;
  const [check, setCheck] = useState<Check>({ state: 'idle' });
  const verify = async () => {
    setCheck({ state: 'running' });
    setCheck({ state: 'done', verdict: await port.verify().catch(() => null) });
  };
  return (
    <Part id="data" about={t('options.data.about')}>
      <Counted counts={port.counts.value} />
      <div class="orow">
        <span>{t('options.data.verifyAbout')}</span>
        <Button disabled={check.state === 'running'} onClick={() => void verify()}>
          {t(check.state === 'running' ? 'options.data.verifying' : 'options.data.verify')}
        </Button>
      </div>
      <div role="status">{check.state === 'done' && <Verdict verdict={check.verdict} />}</div>
      <DeepErase desk={desk} />
      <h3>{t('options.data.safety')}</h3>
      <ul class="osafety">
        {port.lock.state.value === 'none' && <li>{t('options.data.noPassphrase')}</li>}
        {SAFETY.map((line) => (
          <li key={line}>{t(`options.data.${line}`)}</li>
        ))}
      </ul>
    </Part>
  );
}
