import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrailLine, TrailPort, TrailStep } from '@/utils/app/outPort';
import type { ClientId } from '@/utils/domain/schema/ids';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import { actorWord, causeWord, storiesOf } from './changeWords';
import { deedWords } from './deedWords';
import { tableWord } from './fields';
import { sayInstant } from './trailTable';

/** Most lines shown at first, and how many more each time. */
const PAGE_LINES = 200;
/** Clients whose names stand in a line; the rest is counted. */
const MOST_NAMED = 3;

type Steps = ReadonlyMap<number, TrailStep> | null;

interface Shared {
  nameOf(id: ClientId): string;
  zone: string;
  /** The changes of a client by entry: read once, at the first line that is opened. Null where unreadable. */
  stepsOf(id: ClientId): Promise<Steps>;
}

function Changes({ step }: { step: TrailStep }) {
  return (
    <>
      {step.changes.map((change) => (
        <table key={`${change.table} ${change.id}`} class="tchange">
          <caption>
            {tableWord(change.table)}
            {change.before === null && <span> {t('trail.made')}</span>}
            {change.after === null && <span> {t('trail.removed')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('trail.column.field')}</th>
              {change.before !== null && <th scope="col">{t('trail.column.before')}</th>}
              {change.after !== null && <th scope="col">{t('trail.column.after')}</th>}
            </tr>
          </thead>
          <tbody>
            {storiesOf(change).map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                {before !== null && <td class="tbefore">{before}</td>}
                {after !== null && <td>{after}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {step.unreadable > 0 && <p class="tunread">{t('trail.unreadable')}</p>}
    </>
  );
}

/** What an entry changed, of each client it was about. */
function Told({ line, shared }: { line: TrailLine; shared: Shared }) {
  const [told, setTold] = useState<readonly (readonly [ClientId, TrailStep | null])[] | null>(null);
  useEffect(() => {
    let left = false;
    void Promise.all(
      line.clients.map(async (id) => [id, (await shared.stepsOf(id))?.get(line.seq) ?? null] as const),
    ).then((found) => !left && setTold(found));
    return () => {
      left = true;
    };
  }, [line, shared]);
  if (told === null) return <p class="tunread">{t('trail.loading')}</p>;
  return (
    <div class="ttold">
      {line.act && <p>{deedWords(line.act.deed)}</p>}
      {line.erased > 0 && <p class="tunread">{t('trail.erased')}</p>}
      {told.map(([id, step]) => (
        <div key={id}>
          {told.length > 1 && <h3>{shared.nameOf(id)}</h3>}
          {step ? <Changes step={step} /> : <p class="tunread">{t('trail.unreadable')}</p>}
        </div>
      ))}
    </div>
  );
}

function namesIn({ clients, erased, act }: TrailLine, nameOf: Shared['nameOf']): string {
  const named = clients.slice(0, MOST_NAMED).map(nameOf).join(t('trail.and'));
  if (clients.length > MOST_NAMED) return t('trail.andMore', named, clients.length);
  if (clients.length > 0) return named;
  return t(erased > 0 ? 'trail.erasedClient' : act ? 'trail.wholeBook' : 'trail.nobody');
}

function Line({ line, open, shared }: { line: TrailLine; open: boolean; shared: Shared }) {
  const [opened, setOpened] = useState(open);
  return (
    <li class="tline">
      <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>
          <time dateTime={new Date(line.at).toISOString()}>{sayInstant(line.at, shared.zone)}</time>
          <b>{namesIn(line, shared.nameOf)}</b>
          <span>{causeWord(line.cause)}</span>
          <span class="twho">{actorWord(line.cause)}</span>
          <span class="tseq">{line.seq}</span>
        </summary>
        {opened && <Told line={line} shared={shared} />}
      </details>
    </li>
  );
}

interface Props {
  lines: readonly TrailLine[];
  port: TrailPort;
  /** The one client looked at: then every line is open from the start. */
  only: ClientId | null;
  nameOf(id: ClientId): string;
  zone: string;
}

/** Entries, newest first; each opens to what it changed. Those out of sight are not laid out. */
export function Entries({ lines, port, only, nameOf, zone }: Props) {
  const [most, setMost] = useState(PAGE_LINES);
  const read = useRef(new Map<ClientId, Promise<Steps>>());
  // What was read is of these lines: with others it is read anew.
  const [shared, setShared] = useState<Shared | null>(null);
  useEffect(() => {
    read.current = new Map();
    const stepsOf = (id: ClientId): Promise<Steps> => {
      const known = read.current.get(id);
      if (known) return known;
      const reading = port
        .ofClient(id)
        .catch(() => null)
        .then((steps) => steps && new Map(steps.map((step) => [step.seq, step])));
      read.current.set(id, reading);
      return reading;
    };
    setShared({ nameOf, zone, stepsOf });
    // The names are those of the book that the lines were read with.
  }, [lines, port, zone]);
  if (!shared) return null;
  const rest = lines.length - most;
  return (
    <>
      <p class="tcount">{t('trail.count', lines.length)}</p>
      <ol class="tlines" aria-label={t('workbench.page.trail')}>
        {lines.slice(0, most).map((line) => (
          <Line key={line.seq} line={line} open={only !== null} shared={shared} />
        ))}
      </ol>
      {rest > 0 && (
        <Button kind="link" class="noprint" onClick={() => setMost(most + PAGE_LINES)}>
          {t('trail.more', rest)}
        </Button>
      )}
    </>
  );
}
