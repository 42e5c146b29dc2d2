import { useState } from 'preact/hooks';
import type { Handout, OutPort } from '@/utils/app/outPort';
import type { VisitsView } from '@/utils/app/workbenchPort';
import type { Brief } from '@/utils/domain/brief';
import { addDays } from '@/utils/domain/day';
import type { ExportFormat, ExportKind } from '@/utils/domain/schema/act';
import { mayLeave } from '@/utils/domain/sensitivity';
import { csvOf } from '@/utils/export/csv';
import type { Table } from '@/utils/export/table';
import { Tick } from '../../panel/facts/inputs';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { t } from '../../ui/words';
import { ClientChoice } from '../ClientChoice';
import type { Desk } from '../desk';
import { saveFile } from '../saveFile';
import { bookTable, clientTables, contactsTable, standing } from './tables';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ics: 'text/calendar;charset=utf-8',
  zip: 'application/zip',
};
/** A month of contacts at first. */
const FIRST_DAYS = 29;

/** A file that is made and not handed out yet: its size is told before. */
interface Made extends Handout {
  name: string;
  /** What does not open is not in it, and is said. */
  closed: number;
  /** Notes that must not leave this device: not in it either. */
  keptHere: number;
}

interface Props {
  desk: Desk;
  port: OutPort;
  briefs: readonly Brief[];
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const rowsOf = (tables: readonly Table[]): number => tables.reduce((sum, { rows }) => sum + rows.length, 0);
const kilobytes = (bytes: Uint8Array): number => Math.max(1, Math.round(bytes.length / 1024));

async function asFile(format: 'csv' | 'xlsx', tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const [only] = tables;
  if (format === 'csv') return bytesOf(only ? csvOf(only) : '');
  // Packed by a library of its own, which comes only now.
  const { xlsxOf } = await import('@/utils/export/xlsx');
  return xlsxOf(tables);
}

/** The visits as they are planned now. */
function plannedNow(desk: Desk): Promise<VisitsView> {
  return new Promise((resolve) => {
    const stop = desk.port.watchVisits((view) => {
      if (view.state === 'loading') return;
      queueMicrotask(() => stop());
      resolve(view);
    });
  });
}

/** What can be taken out. Each is made first and says how much is in it; then it is handed out. */
export function Exports({ desk, port, briefs }: Props) {
  const today = desk.port.today.value;
  const [from, setFrom] = useState(addDays(today, -FIRST_DAYS));
  const [until, setUntil] = useState(today);
  const [client, setClient] = useState<Brief | null>(null);
  const [withNames, setWithNames] = useState(false);
  const [made, setMade] = useState<Made | 'making' | null>(null);
  const { deeds } = desk;

  const names = new Map(briefs.map(({ clientId, name }) => [clientId, name]));
  const nameOf = (id: Brief['clientId']) => names.get(id) ?? t('trail.goneClient');
  const none = { client: null, from: null, until: null };
  const stamp = `zhibi-%-${today}`;
  const file = (kind: ExportKind, format: ExportFormat) => `${stamp.replace('%', kind)}.${format}`;

  const makers: Readonly<
    Record<Exclude<ExportKind, 'trail'>, (format: ExportFormat) => Promise<Made | null>>
  > = {
    async book(format) {
      const table = bookTable(briefs);
      const bytes = await asFile(format === 'csv' ? 'csv' : 'xlsx', [table]);
      const deed = { kind: 'book', format, rows: table.rows.length, ...none } as const;
      return { name: file('book', format), bytes, deed, closed: 0, keptHere: 0 };
    },
    async contacts(format) {
      const read = await port.contacts(from, until);
      if (!read) return null;
      const table = contactsTable(standing(read, briefs), nameOf);
      const bytes = await asFile(format === 'csv' ? 'csv' : 'xlsx', [table]);
      const deed = { kind: 'contacts', format, rows: table.rows.length, client: null, from, until } as const;
      return { name: file('contacts', format), bytes, deed, closed: 0, keptHere: 0 };
    },
    async client(format) {
      const bundle = client && (await port.client(client.clientId));
      if (!bundle) return null;
      const notes = bundle.notes.filter(mayLeave);
      const keptHere = bundle.notes.length - notes.length;
      const tables = clientTables({ ...bundle, notes });
      const bytes = await asFile('xlsx', tables);
      const of = { client: bundle.client.id, from: null, until: null };
      const deed = { kind: 'client', format, rows: rowsOf(tables), ...of } as const;
      return { name: file('client', format), bytes, deed, closed: 0, keptHere };
    },
    async plans(format) {
      const view = await plannedNow(desk);
      if (view.state !== 'ready') return null;
      const visits = view.visits.filter(({ plan }) => plan.day >= today);
      const { calendarFile } = await import('../visits/calendarFile');
      const { zone } = desk.port.settings.peek();
      const bytes = bytesOf(calendarFile(visits, { withNames, zone, now: new Date() }));
      const deed = { kind: 'plans', format, rows: visits.length, ...none } as const;
      return { name: file('plans', format), bytes, deed, closed: 0, keptHere: 0 };
    },
    async whole(format) {
      const read = await port.wholeBook();
      if (!read) return null;
      const deed = { kind: 'whole', format, rows: read.rows, ...none } as const;
      const { json, closed, keptHere } = read;
      return { name: file('whole', format), bytes: bytesOf(json), deed, closed, keptHere };
    },
  };

  const make = async (kind: keyof typeof makers, format: ExportFormat) => {
    setMade('making');
    const ready = await makers[kind](format).catch(() => null);
    setMade(ready);
    if (!ready) deeds.say(t('out.notMade'), true);
  };
  const hand = async ({ name, bytes, deed }: Made) => {
    const refused = await port.handOut({ bytes, deed }).catch(() => 'notNoted' as const);
    setMade(null);
    if (refused) return deeds.say(t(`out.refused.${refused}`), true);
    saveFile(name, TYPES[deed.format], bytes);
    deeds.say(t('out.handed', name));
  };

  const buttons = (kind: keyof typeof makers, formats: readonly ExportFormat[], able = true) => (
    <span class="outformats">
      {formats.map((format) => (
        <Button
          key={format}
          disabled={made === 'making' || !able}
          aria-label={t('out.makeOf', t(`out.kind.${kind}`), format.toUpperCase())}
          onClick={() => void make(kind, format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </span>
  );
  const waiting = (kind: ExportKind) =>
    made !== null && made !== 'making' && made.deed.kind === kind ? (
      <div class="outready" role="status">
        <span>{t('out.ready', made.deed.rows, made.deed.format.toUpperCase(), kilobytes(made.bytes))}</span>
        {made.closed > 0 && <span class="outclosed">{t('out.closed', made.closed)}</span>}
        {made.keptHere > 0 && <span class="outclosed">{t('out.keptHere', made.keptHere)}</span>}
        <Button kind="go" onClick={() => void hand(made)}>
          {t('out.hand')}
        </Button>
        <Button kind="link" onClick={() => setMade(null)}>
          {t('ui.cancel')}
        </Button>
      </div>
    ) : null;

  return (
    <section aria-labelledby="out-exports">
      <h3 id="out-exports">{t('out.exports')}</h3>
      <p class="outnote">{t('out.safeAbout')}</p>
      <ul class="outlist">
        <li>
          <b>{t('out.kind.book')}</b>
          <span class="outnote">{t('out.clients', briefs.length)}</span>
          {buttons('book', ['csv', 'xlsx'])}
          {waiting('book')}
        </li>
        <li>
          <b>{t('out.kind.contacts')}</b>
          <span class="outdays">
            <DateField
              label={t('trail.from')}
              value={from}
              max={until}
              onChange={(day) => day && day <= until && setFrom(day)}
            />
            <DateField
              label={t('trail.until')}
              value={until}
              min={from}
              onChange={(day) => day && day >= from && setUntil(day)}
            />
          </span>
          {buttons('contacts', ['csv', 'xlsx'])}
          {waiting('contacts')}
        </li>
        <li>
          <b>{t('out.kind.client')}</b>
          <ClientChoice
            label={t('out.which')}
            briefs={briefs}
            today={today}
            chosen={client}
            choose={(next) => setClient(next)}
          />
          {buttons('client', ['xlsx'], client !== null)}
          {waiting('client')}
        </li>
        <li>
          <b>{t('out.kind.plans')}</b>
          <Tick label={t('visitsPage.withNames')} value={withNames} onChange={setWithNames} />
          {buttons('plans', ['ics'])}
          {waiting('plans')}
        </li>
        <li>
          <b>{t('out.kind.whole')}</b>
          <span class="outnote">{t('out.wholeAbout')}</span>
          {buttons('whole', ['json'])}
          {waiting('whole')}
        </li>
      </ul>
      {made === 'making' && (
        <p class="outready" role="status">
          {t('out.making')}
        </p>
      )}
    </section>
  );
}
