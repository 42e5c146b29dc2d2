import { useEffect, useState } from 'preact/hooks';
import type { HandoverPort } from '@/utils/app/handover/port';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Give } from './Give';
import { Given } from './Given';
import { Take } from './Take';
import '../out/out.css';
import './handover.css';

/** Handing over, taking over, and what was handed over. */
const SIDES = ['give', 'take', 'given'] as const;
type Side = (typeof SIDES)[number];

/** Handing clients over to a successor, and taking them over from somebody. */
export function HandoverPage({ desk }: { desk: Desk }) {
  const [port, setPort] = useState<HandoverPort | null>(null);
  const [side, setSide] = useState<Side>('give');
  useEffect(() => void desk.port.handover().then(setPort), [desk]);
  const book = desk.port.book.value;
  if (book.state === 'error') return null;
  const ready = port !== null && book.state === 'ready';
  return (
    <>
      <div class="wpage-head noprint">
        <h2>{t('workbench.page.handover')}</h2>
      </div>
      {ready ? (
        <>
          <div class="hsides noprint">
            <Segmented
              label={t('workbench.page.handover')}
              options={SIDES.map((value) => ({ value, label: t(`handover.side.${value}`) }))}
              value={side}
              onChange={(next: Side | null) => next && setSide(next)}
            />
          </div>
          {side === 'give' && <Give desk={desk} port={port} briefs={book.briefs} />}
          {side === 'take' && <Take desk={desk} port={port} />}
          {side === 'given' && <Given desk={desk} port={port} />}
        </>
      ) : (
        <p class="wempty">{t('popup.loading')}</p>
      )}
    </>
  );
}
