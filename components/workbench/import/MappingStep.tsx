import { ENCODINGS } from '@/utils/import/file/table';
import { SHEET_KINDS, type SheetKind } from '@/utils/import/sheetKind';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { phrase, t } from '../../ui/words';
import type { ImportDesk, Stage } from './desk';
import { columnLetter, fieldWord, problemWord } from './words';

interface Props {
  stage: Extract<Stage, { at: 'mapping' }>;
  desk: ImportDesk;
}

const ORDERS = ['ymd', 'dmy', 'mdy'] as const;
const REGIONS = ['CN', 'HK', 'MO', 'TW', 'SG'] as const;
/** Headings stand among so many first rows. */
const HEADING_ROWS = 15;

/** The value of a list as one of its members. */
const among = <Value extends string>(values: readonly Value[], value: string): Value | undefined =>
  values.find((each) => each === value);

function Reading({ stage, desk }: Props) {
  const { opened, view, manner, file } = stage;
  const { kind, headings } = view.understood;
  return (
    <div class="ireading">
      {opened.sheets.length > 1 && (
        <Field label={t('importing.sheet')}>
          {(wiring) => (
            <select
              {...wiring}
              value={String(view.index)}
              onChange={(event) => desk.chooseSheet(Number(event.currentTarget.value))}
            >
              {opened.sheets.map((sheet) => (
                <option key={sheet.index} value={String(sheet.index)}>
                  {t('importing.sheetOf', sheet.name, String(sheet.rows))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('importing.kind')}>
        {(wiring) => (
          <select
            {...wiring}
            value={kind}
            onChange={(event) => {
              const chosen: SheetKind | undefined = among(SHEET_KINDS, event.currentTarget.value);
              if (chosen) void desk.reread({ kind: chosen });
            }}
          >
            {SHEET_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`importing.kinds.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('importing.headings')}>
        {(wiring) => (
          <select
            {...wiring}
            value={String(headings)}
            onChange={(event) => void desk.reread({ headings: Number(event.currentTarget.value) })}
          >
            <option value="-1">{t('importing.noHeadings')}</option>
            {Array.from({ length: Math.min(HEADING_ROWS, view.rows) }, (_, row) => (
              <option key={columnLetter(row)} value={String(row)}>
                {t('importing.row', row + 1)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('importing.order')}>
        {(wiring) => (
          <select
            {...wiring}
            value={manner.order}
            onChange={(event) => {
              const order = among(ORDERS, event.currentTarget.value);
              if (order) desk.setManner({ order });
            }}
          >
            {ORDERS.map((each) => (
              <option key={each} value={each}>
                {t(`importing.orders.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('importing.region')}>
        {(wiring) => (
          <select
            {...wiring}
            value={manner.region}
            onChange={(event) => desk.setManner({ region: event.currentTarget.value })}
          >
            {REGIONS.map((each) => (
              <option key={each} value={each}>
                {t(`importing.regions.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {opened.encoding && (
        <Field
          label={t('importing.encoding')}
          error={
            opened.encoding.unreadable > 0 ? t('importing.unreadable', opened.encoding.unreadable) : null
          }
        >
          {(wiring) => (
            <select
              {...wiring}
              value={opened.encoding?.as}
              onChange={(event) => {
                const encoding = among(ENCODINGS, event.currentTarget.value);
                if (encoding) void desk.open(file, encoding);
              }}
            >
              {ENCODINGS.map((each) => (
                <option key={each} value={each}>
                  {phrase(`importing.encodings.${each.replace('-', '')}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}

function Column({ at, stage, desk }: Props & { at: number }) {
  const { view } = stage;
  const column = view.columns[at];
  const key = view.understood.mapping[at] ?? null;
  const heading = column?.heading === '' ? '' : (column?.heading ?? '');
  // A column of a calendar is its day, or nothing.
  const own = key !== null && !view.fields.includes(key) ? [key] : [];
  const name = heading === '' ? t('importing.columnOf', columnLetter(at)) : heading;
  return (
    <tr class={key === null ? 'ileft' : ''}>
      <td class="iletter">{columnLetter(at)}</td>
      <th scope="row">{heading === '' ? <span class="inone">{t('importing.noHeading')}</span> : heading}</th>
      <td class="isamples">{column?.samples.join(' · ')}</td>
      <td>
        <select
          aria-label={t('importing.holdsOf', name)}
          value={key ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            desk.map(at, chosen === '' ? null : chosen);
          }}
        >
          <option value="">{t('importing.leaveOut')}</option>
          {[...own, ...view.fields].map((each) => (
            <option key={each} value={each}>
              {fieldWord(each)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

/** How the sheet is read: of which kind it is, and what each of its columns holds. */
export function MappingStep({ stage, desk }: Props) {
  const { view, file, remembered, problem } = stage;
  const { mapping } = view.understood;
  const taken = mapping.filter((key) => key !== null).length;
  const named = mapping.includes('who.name') || mapping.includes('who.number');
  return (
    <>
      <p class="ifile">
        {file.name} <span class="icount">{t('importing.rows', view.rows)}</span>
      </p>
      <Reading stage={stage} desk={desk} />
      {remembered && <p class="inote">{t('importing.remembered')}</p>}
      {view.understood.kind === 'holdings' && <p class="inote">{t('importing.holdingsHere')}</p>}
      <div class="iscroll">
        <table class="itable">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {t('importing.column')}
              </th>
              <th scope="col">{t('importing.samples')}</th>
              <th scope="col">{t('importing.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.map((_, at) => (
              <Column key={columnLetter(at)} at={at} stage={stage} desk={desk} />
            ))}
          </tbody>
        </table>
      </div>
      {problem && (
        <p class="iproblem" role="alert">
          {problemWord(problem)}
        </p>
      )}
      <div class="ideeds">
        <Button kind="go" disabled={!named} onClick={() => void desk.check()}>
          {t('importing.check')}
        </Button>
        <Button kind="ghost" onClick={() => desk.restart()}>
          {t('importing.another')}
        </Button>
        <span class="icount">
          {named ? t('importing.taken', String(taken), String(mapping.length)) : t('importing.noWho')}
        </span>
      </div>
    </>
  );
}
