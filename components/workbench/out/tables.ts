import type { Brief } from '@/utils/domain/brief';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Cell, Table } from '@/utils/export/table';
import { tierWord } from '../../popup/clientWords';
import { clockTime } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { storiesOf } from '../trail/changeWords';
import { FIELDS, tableWord } from '../trail/fields';
import { asItIs } from '../trail/valueWords';

/** The list of the book, as its cards say it. */
export function bookTable(briefs: readonly Brief[]): Table {
  const columns: readonly (readonly [string, (brief: Brief) => Cell])[] = [
    [t('workbench.book.column.name'), ({ name }) => name],
    [t('trail.field.kind'), ({ kind }) => t(`trail.kind.${kind}`)],
    [t('workbench.book.column.tier'), (brief) => tierWord(brief)],
    [t('trail.field.record'), ({ numbers }) => numbers.join(t('trail.and')) || null],
    [t('workbench.book.column.last'), ({ last }) => last?.day ?? null],
    [t('trail.field.channel'), ({ last }) => (last ? t(`channel.${last.channel}`) : null)],
    [t('workbench.book.column.lastMeeting'), ({ lastMeeting }) => lastMeeting],
    [t('workbench.book.column.due'), ({ due }) => due],
    [t('workbench.book.column.score'), ({ score }) => score],
    [t('workbench.book.column.promise'), ({ promise }) => promise?.text ?? null],
    [t('log.due'), ({ promise }) => promise?.due ?? null],
  ];
  const rows = briefs.toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
  return {
    name: t('workbench.page.book'),
    headings: columns.map(([heading]) => heading),
    rows: rows.map((brief) => columns.map(([, cell]) => cell(brief))),
  };
}

/** Contacts that hold: neither undone nor corrected, also where the correction stands on another day. */
export function standing(contacts: readonly Contact[], briefs: readonly Brief[]): Contact[] {
  const gone = new Set<string>([
    ...contacts.flatMap(({ supersedes }) => supersedes ?? []),
    ...briefs.flatMap(({ workload }) => workload?.moved ?? []),
  ]);
  return contacts.filter(({ id, state }) => state !== 'voided' && !gone.has(id));
}

/** Fields of a contact that have a column of their own. */
const CONTACT_FIELDS = Object.keys(FIELDS.contacts).filter((field) => field !== 'day' && field !== 'minute');

/** Contacts of a period, a line each. */
export function contactsTable(contacts: readonly Contact[], nameOf: (id: ClientId) => string): Table {
  const told = CONTACT_FIELDS.map((field) => ({ field, ...FIELDS.contacts[field] }));
  return {
    name: t('out.kind.contacts'),
    headings: [
      t('log.day'),
      t('log.time'),
      t('workbench.book.column.name'),
      ...told.map(({ key }) => (key ? t(key) : '')),
    ],
    rows: contacts.map((contact) => {
      const values = new Map<string, unknown>(Object.entries(contact));
      return [
        contact.day,
        contact.minute === null ? null : clockTime(contact.minute),
        nameOf(contact.clientId),
        ...told.map(({ field, say }): Cell => cellOf(values.get(field), say ?? asItIs)),
      ];
    }),
  };
}

/** Nothing is an empty cell, and numbers stay numbers. */
function cellOf(value: unknown, say: (value: unknown) => string): Cell {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'number' ? value : say(value);
}

/** All that is kept of one client: a sheet of what he is, and one of each kind of row. */
export function clientTables(bundle: ClientBundle): Table[] {
  const { client } = bundle;
  const profile = storiesOf({ table: 'clients', id: client.id, before: null, after: client }, true);
  const sheet = (table: keyof typeof FIELDS, rows: readonly object[]): Table[] => {
    if (rows.length === 0) return [];
    const told = Object.entries(FIELDS[table]);
    const cells = rows.map((row) => {
      const values = new Map<string, unknown>(Object.entries(row));
      return told.map(([field, { say }]): Cell => cellOf(values.get(field), say ?? asItIs));
    });
    return [{ name: tableWord(table), headings: told.map(([, { key }]) => t(key)), rows: cells }];
  };
  return [
    {
      name: tableWord('clients'),
      headings: [t('trail.column.field'), t('out.value')],
      rows: profile.map(({ field, after }) => [field, after]),
    },
    ...sheet('contacts', standing(bundle.contacts, [])),
    ...sheet('notes', bundle.notes),
    ...sheet('relations', bundle.relations),
    ...sheet('holdings', bundle.holdings),
    ...sheet('policies', bundle.policies),
    ...sheet('credits', bundle.credits),
    ...sheet('opportunities', bundle.opportunities),
    ...sheet('visits', bundle.visits),
  ];
}
