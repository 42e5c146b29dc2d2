import './backup/backup.css';
import { useState } from 'preact/hooks';
import type { DeepEraseState } from '@/utils/app/deepErase/port';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { Running } from './backup/Running';
import { grouped } from './backup/words';
import type { OptionsDesk } from './desk';

type Ended = Exclude<DeepEraseState, null | { state: 'running' }>;

/** What came of it. */
function Verdict({ ended, again }: { ended: Ended; again: () => void }) {
  if (ended.state === 'done')
    return (
      <div class="ogood">
        <p>{t('deepErase.done', grouped(ended.rows))}</p>
        <Button onClick={again}>{t('deepErase.again')}</Button>
      </div>
    );
  return <p class="owarn owarn-late">{t(`deepErase.failed.${ended.why}`)}</p>;
}

/** What was deleted leaves the files of the browser too. */
export function DeepErase({ desk }: { desk: OptionsDesk }) {
  const port = desk.port.deepErase;
  const [asked, setAsked] = useState(false);
  const state = port.state.value;
  const running = state?.state === 'running';
  const begin = async () => {
    setAsked(true);
    const begun = await port.begin().catch(() => false);
    setAsked(false);
    if (!begun) desk.say(t('deepErase.failed.unavailable'), true);
  };
  return (
    <>
      <div class="orow">
        <span>{t('deepErase.about')}</span>
        <Button disabled={running || asked} onClick={() => void begin()}>
          {t('deepErase.go')}
        </Button>
      </div>
      {running && <Running label={t('deepErase.running')} progress={state} stop={null} />}
      <div role="status">
        {state !== null && !running && <Verdict ended={state} again={port.startAnew} />}
      </div>
    </>
  );
}
