import { useEffect, useState } from 'preact/hooks';
import type { TrailLine, TrailPort, TrailSpan } from '@/utils/app/outPort';
import type { Brief } from '@/utils/domain/brief';
import { addDays } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { t } from '../../ui/words';
import { ClientChoice } from '../ClientChoice';
import type { Desk } from '../desk';
import { Chain } from './Chain';
import { Entries } from './Entries';
import { SignedExport } from './SignedExport';
import './trail.css';

/** So many days back at first. */
const FIRST_DAYS = 29;

type Read = { state: 'loading' } | { state: 'ready'; lines: readonly TrailLine[] } | { state: 'failed' };

/** The entries of a span; read anew when the book changes. */
function useLines(port: TrailPort | null, { client, from, until }: TrailSpan, book: unknown): Read {
  const [read, setRead] = useState<Read>({ state: 'loading' });
  useEffect(() => {
    if (!port) return;
    let left = false;
    void port
      .lines({ client, from, until })
      .catch(() => null)
      .then((lines) => !left && setRead(lines ? { state: 'ready', lines } : { state: 'failed' }));
    return () => {
      left = true;
    };
    // The book is no part of what is asked: that it changed is.
  }, [port, client, from, until, book]);
  return read;
}

interface Props {
  desk: Desk;
  port: TrailPort;
  briefs: readonly Brief[];
  today: CivilDay;
}

function Trail({ desk, port, briefs, today }: Props) {
  const [client, setClient] = useState<Brief | null>(null);
  const [from, setFrom] = useState(addDays(today, -FIRST_DAYS));
  const [until, setUntil] = useState(today);
  const span: TrailSpan = { client: client?.clientId ?? null, from, until };
  const read = useLines(port, span, desk.port.book.value);
  const names = new Map(briefs.map(({ clientId, name }) => [clientId, name]));
  const nameOf = (id: Brief['clientId']) => names.get(id) ?? t('trail.goneClient');
  const lines = read.state === 'ready' ? read.lines : [];
  return (
    <>
      <p class="tabout noprint">{t('trail.about')}</p>
      <div class="tspan">
        <ClientChoice
          label={t('trail.client')}
          briefs={briefs}
          today={today}
          chosen={client}
          choose={(next) => setClient(next)}
        />
        <DateField
          label={t('trail.from')}
          showLabel
          value={from}
          max={until}
          onChange={(day) => day && day <= until && setFrom(day)}
        />
        <DateField
          label={t('trail.until')}
          showLabel
          value={until}
          min={from}
          max={today}
          onChange={(day) => day && day >= from && setUntil(day)}
        />
      </div>
      <div class="tdeeds noprint">
        <Chain port={port} />
        <SignedExport desk={desk} port={port} span={span} lines={lines} client={client} nameOf={nameOf} />
        <Button disabled={lines.length === 0} onClick={() => window.print()}>
          {t('visitsPage.print')}
        </Button>
      </div>
      {read.state === 'loading' && <p class="wempty">{t('trail.loading')}</p>}
      {read.state === 'failed' && (
        <p class="wempty" role="alert">
          {t('trail.failed')}
        </p>
      )}
      {read.state === 'ready' && lines.length === 0 && <p class="wempty">{t('trail.none')}</p>}
      {lines.length > 0 && (
        <Entries
          key={`${span.client} ${from} ${until}`}
          lines={lines}
          port={port}
          only={span.client}
          nameOf={nameOf}
          zone={desk.port.settings.value.zone}
        />
      )}
    </>
  );
}

/** The trail: what was done to whom, when, and what stood there before; whether it is whole; signed for others. */
export function TrailPage({ desk }: { desk: Desk }) {
  const [port, setPort] = useState<TrailPort | null>(null);
  useEffect(() => void desk.port.trail().then(setPort), [desk]);
  const book = desk.port.book.value;
  const briefs = book.state === 'ready' ? book.briefs : [];
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.trail')}</h2>
      </div>
      {port && book.state === 'ready' ? (
        <Trail desk={desk} port={port} briefs={briefs} today={desk.port.today.value} />
      ) : (
        book.state !== 'error' && <p class="wempty">{t('trail.loading')}</p>
      )}
    </>
  );
}
