import type { Surety, TeachPort, TeachRow } from '@/utils/app/teachPort';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import type { ClientKind } from '@/utils/domain/schema/client';
import { fieldName } from '../panel/profile/valueWords';
import { TargetIcon } from '../ui/icons';
import { phrase, t } from '../ui/words';

/** Told by shape as well as by word: full, half, empty. */
function SuretyMark({ surety }: { surety: Surety }) {
  return (
    <span class={`surety surety-${surety}`}>
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true" focusable="false">
        <circle cx="5" cy="5" r="4" />
        {surety !== 'unsure' && (
          <path d={surety === 'sure' ? 'M5 1a4 4 0 0 1 0 8 4 4 0 0 1 0-8Z' : 'M5 1a4 4 0 0 0 0 8Z'} />
        )}
      </svg>
      {t(`teach.understood.${surety}`)}
    </span>
  );
}

/** The page's own word for a row, or what it seems to be. */
const labelOf = ({ label, own }: TeachRow): string => label || fieldName(own);

/** The fields a row can be: those of the catalogue that a form offers. */
function Keys({ row, kind, port }: { row: TeachRow; kind: ClientKind; port: TeachPort }) {
  const keys = catalogueFor(kind).filter(({ minor }) => !minor);
  return (
    <select
      class="teach-key"
      aria-label={t('teach.understood.as', labelOf(row))}
      value={row.key ?? ''}
      onChange={({ currentTarget }) => {
        const chosen = keys.find(({ key }) => key === currentTarget.value);
        port.setKey(row.id, chosen?.key ?? null);
      }}
    >
      <option value="">{t('teach.understood.asIs')}</option>
      {keys.map(({ key }) => (
        <option key={key} value={key}>
          {phrase(`field.${key}`)}
        </option>
      ))}
    </select>
  );
}

/** One field of the page: what it says, what it is taken for, whether it is kept. */
export function RowItem({ row, kind, port }: { row: TeachRow; kind: ClientKind; port: TeachPort }) {
  const { id, value, kept, lasting, surety } = row;
  const label = labelOf(row);
  const pointed = port.picking.value === id;
  return (
    <li
      class={`teach-row${kept ? '' : ' teach-row-off'}${pointed ? ' teach-row-pointed' : ''}`}
      onMouseEnter={() => port.outline(id)}
      onMouseLeave={() => port.outline(null)}
      onFocusIn={() => port.outline(id)}
      onFocusOut={() => port.outline(null)}
    >
      <input
        type="checkbox"
        class="teach-keep"
        checked={kept}
        disabled={!lasting}
        aria-label={t('teach.understood.keep', label)}
        onChange={({ currentTarget }) => port.setKept(id, currentTarget.checked)}
      />
      <div class="teach-what">
        <span class="teach-label">{label}</span>
        <span class="teach-value">{value === '' ? t('teach.understood.empty') : value}</span>
        {!lasting && <span class="teach-warn">{t('teach.understood.notLasting')}</span>}
      </div>
      <div class="teach-is">
        <SuretyMark surety={surety} />
        {kept && <Keys row={row} kind={kind} port={port} />}
      </div>
      <button
        type="button"
        class="iconbtn"
        title={t('teach.understood.repoint')}
        aria-label={t('teach.understood.repointOf', label)}
        onClick={() => port.pick(id)}
      >
        <TargetIcon />
      </button>
    </li>
  );
}
