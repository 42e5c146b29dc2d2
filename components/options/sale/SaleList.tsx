import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { t } from '../../ui/words';

/** One line of a list of what the bank has: its name, what is to be said of it, and what can be done. */
interface SaleRow {
  key: string;
  name: string;
  about: string;
  edit(): void;
  remove(): void;
}

interface Props {
  title: string;
  none: string;
  add: string;
  rows: readonly SaleRow[];
  /** Set by the bank: to be read, not changed. */
  locked: boolean;
  onAdd(): void;
}

/** A list that is edited line by line in a dialog. */
export function SaleList({ title, none, add, rows, locked, onAdd }: Props) {
  return (
    <>
      <h3 class="osale-title">
        {title} {locked && <Chip tone="accent">{t('options.byBank')}</Chip>}
      </h3>
      {rows.length === 0 && <p class="oempty">{none}</p>}
      {rows.length > 0 && (
        <ul class="ocrms osale-rows">
          {rows.map((row) => (
            <li key={row.key} class="ocrm">
              <div class="ocrm-what">
                <b>{row.name}</b>
                <span>{row.about}</span>
              </div>
              {!locked && (
                <div class="oadapter-deeds">
                  <Button aria-label={t('options.sale.editOf', row.name)} onClick={row.edit}>
                    {t('options.sale.edit')}
                  </Button>
                  <Button aria-label={t('options.sale.removeOf', row.name)} onClick={row.remove}>
                    {t('options.sale.remove')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {!locked && <Button onClick={onAdd}>{add}</Button>}
    </>
  );
}
