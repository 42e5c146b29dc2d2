import type { TeachPort, TeachRow, TeachView, Understood } from '@/utils/app/teachPort';
import { Button } from '../ui/Button';
import { TargetIcon } from '../ui/icons';
import { isComposing } from '../ui/keys';
import { Segmented } from '../ui/Segmented';
import { useKeyDown } from '../ui/useKeyDown';
import { t } from '../ui/words';
import { Bar, Head } from './Head';
import { Problems } from './Problems';
import { RowItem } from './RowItem';

type View = Extract<TeachView, { stage: 'understood' }>;

function sourceWords({ source }: Understood): string {
  if (source.from === 'address') return t('teach.understood.fromAddress');
  if (source.from === 'label') return t('teach.understood.fromLabel', source.label);
  return t('teach.understood.fromPlace');
}

/** Whose page it is taken for, and how that is known. */
function Identity({ view, port }: { view: View; port: TeachPort }) {
  const label = t('teach.understood.kind');
  return (
    <section
      class="teach-who"
      aria-label={t('teach.understood.name')}
      onMouseEnter={() => port.outline('name')}
      onMouseLeave={() => port.outline(null)}
      onFocusIn={() => port.outline('name')}
      onFocusOut={() => port.outline(null)}
    >
      <div class="teach-name">
        <b>{view.name}</b>
        <button
          type="button"
          class="iconbtn"
          title={t('teach.understood.repointName')}
          aria-label={t('teach.understood.repointName')}
          onClick={() => port.pick('name')}
        >
          <TargetIcon />
        </button>
      </div>
      <p class="teach-number">
        <span>{t('teach.understood.number')}</span>
        <b>{view.recordId}</b>
        <span class="teach-from">{sourceWords(view)}</span>
      </p>
      <Segmented
        label={label}
        options={[
          { value: 'individual', label: t('teach.understood.individual') },
          { value: 'company', label: t('teach.understood.company') },
        ]}
        value={view.kind === 'individual' ? 'individual' : 'company'}
        onChange={(kind) => kind && port.setKind(kind)}
      />
    </section>
  );
}

function Rows({ rows, view, port }: { rows: readonly TeachRow[]; view: View; port: TeachPort }) {
  return (
    <ul class="teach-rows">
      {rows.map((row) => (
        <RowItem key={row.id} row={row} kind={view.kind} port={port} />
      ))}
    </ul>
  );
}

/** What the next click in the page is for, and how to take it back. */
function Picking({ view, port }: { view: View; port: TeachPort }) {
  const what = port.picking.value;
  useKeyDown((event) => {
    if (event.key === 'Escape' && !isComposing(event)) port.stopPicking();
  });
  const label =
    what === 'name' ? t('teach.understood.name') : (view.rows.find(({ id }) => id === what)?.label ?? null);
  return (
    <div class="teach-bar teach-picking">
      <div role="status">
        {label !== null && label !== '' && <b>{t('teach.understood.pickingOf', label)}</b>}
        <p>{t('teach.understood.picking')}</p>
      </div>
      <Button onClick={() => port.stopPicking()}>{t('teach.understood.stopPicking')}</Button>
    </div>
  );
}

/** One client's page as it was understood: to be confirmed, mended or dropped, row by row. */
export function UnderstoodPage({ view, port }: { view: View; port: TeachPort }) {
  const { rows, problems } = view;
  const likely = rows.filter(({ surety }) => surety !== 'unsure');
  const unsure = rows.filter(({ surety }) => surety === 'unsure');
  return (
    <>
      <Head title={t('teach.understood.title')} />
      <Identity view={view} port={port} />
      <section class="teach-fields">
        <div class="teach-fields-head">
          <h2>{t('teach.understood.fields')}</h2>
          <span class="teach-count">
            {t('teach.understood.count', String(rows.filter(({ kept }) => kept).length), String(rows.length))}
          </span>
        </div>
        <p class="teach-hint">
          {t(rows.length === 0 ? 'teach.understood.noFields' : 'teach.understood.hint')}
        </p>
        <Rows rows={likely} view={view} port={port} />
        {unsure.length > 0 && (
          <details class="teach-unsure">
            <summary>{t('teach.understood.unsureGroup', String(unsure.length))}</summary>
            <Rows rows={unsure} view={view} port={port} />
          </details>
        )}
        <Button kind="link" class="teach-add" onClick={() => port.pick('new')}>
          {t('teach.understood.add')}
        </Button>
      </section>
      {port.picking.value !== null ? (
        <Picking view={view} port={port} />
      ) : (
        <>
          <Problems problems={problems} />
          <Bar>
            <Button kind="go" class="teach-go" onClick={() => port.confirm()}>
              {t('teach.understood.confirm')}
            </Button>
          </Bar>
        </>
      )}
    </>
  );
}
