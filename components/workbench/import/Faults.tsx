import { useState } from 'preact/hooks';
import type { CellFault } from '@/utils/import/brought';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import { faultWord, placeOf } from './words';

interface Props {
  faults: readonly CellFault[];
  /** Also those that are not listed one by one. */
  inAll: number;
  headings: readonly string[];
}

const FIRST = 20;
const MORE = 100;

/** What cannot be relied on, cell by cell: where it stands, what stands there, what to do. */
export function Faults({ faults, inAll, headings }: Props) {
  const [most, setMost] = useState(FIRST);
  const [rowsOnly, setRowsOnly] = useState(false);
  const out = faults.filter(({ rowOut }) => rowOut);
  const listed = rowsOnly ? out : faults;
  if (inAll === 0) return <p class="igood">{t('importing.noFaults')}</p>;
  return (
    <section aria-label={t('importing.faults')}>
      <h3>
        {t('importing.faults')} <span class="icount">{inAll}</span>
      </h3>
      {out.length > 0 && (
        <label class="icheck">
          <input
            type="checkbox"
            autocomplete="off"
            checked={rowsOnly}
            onChange={(event) => setRowsOnly(event.currentTarget.checked)}
          />
          {t('importing.rowsOut', out.length)}
        </label>
      )}
      <div class="iscroll">
        <table class="itable">
          <thead>
            <tr>
              <th scope="col">{t('importing.cell')}</th>
              <th scope="col">{t('importing.column')}</th>
              <th scope="col">{t('importing.found')}</th>
              <th scope="col">{t('importing.fix')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, most).map((fault) => (
              <tr key={`${fault.row} ${fault.column} ${fault.why}`}>
                <td class="iletter">{placeOf(fault)}</td>
                <td>{fault.column < 0 ? '' : headings[fault.column]}</td>
                <td class="isamples">{fault.found}</td>
                <td>
                  {fault.rowOut && <span class="iout">{t('importing.rowOut')}</span>} {faultWord(fault)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > most && (
        <Button kind="link" onClick={() => setMost(most + MORE)}>
          {t('workbench.book.more', listed.length - most)}
        </Button>
      )}
    </section>
  );
}
