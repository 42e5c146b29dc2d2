import * as z from 'zod/mini';
import { cleanText } from '@/utils/adapters/text';
import { parseMoney } from '@/utils/adapters/transforms/money';
import type { ClientKind } from '@/utils/domain/schema/client';
import { classTag, clientKind, tier } from '@/utils/domain/schema/client';
import { channel, contactResult, purpose } from '@/utils/domain/schema/contact';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { holdingKind, riskLevel } from '@/utils/domain/schema/holding';
import type { Money } from '@/utils/domain/schema/money';
import type { Place } from '@/utils/domain/schema/place';
import { policyKind } from '@/utils/domain/schema/policy';
import { relationRole, sparesMinors, stage } from '@/utils/domain/schema/relation';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { type Brought, type BroughtContact, broughtBy, type Who } from './brought';
import { codeOf, minuteIn, readCalendarCell, readSeveral } from './cells';
import { noteOf, textOf } from './file/table';
import type { Column, RowReader } from './rowReader';
import { CLASS_WORDS, HERE_WORDS, SELF_WORDS } from './words';

/*
 * What one row of each kind of sheet brings. A cell that cannot be relied on is left out and told; a row that is
 * nothing without it is left out as a whole.
 */

const COMPANY_NAME =
  /(?:公司|集团|集團|合作社|工厂|工廠|商行|有限合伙|co\.?,? ?ltd\.?|limited|inc\.?|llc|corp\.?)$/iu;
const MASKED = /[*＊]/u;

/** One of a schema's codes, null for anything else. */
const oneOf = <Code>(schema: z.ZodMiniType<Code>, code: string | null): Code | null => {
  const read = z.safeParse(schema, code);
  return read.success ? read.data : null;
};

function kindFor(row: RowReader, name: string | null): ClientKind | null {
  const said = oneOf(clientKind, row.code('who.kind'));
  if (said !== null) return said;
  return name !== null && COMPANY_NAME.test(name) ? 'company' : null;
}

/** Whose the row is; null where it names nobody. */
export function whoIn(row: RowReader): Who | null {
  const written = row.text('who.name');
  const name = written !== null && MASKED.test(written) ? null : written;
  const number = row.text('who.number');
  if (written !== null && name === null) row.fault('who.name', 'maskedName', number === null);
  if (name === null && number === null) {
    if (written === null) row.fault('who.name', 'noName', true);
    return null;
  }
  const phone = row.value('who.phone');
  const birthday = row.value('who.birthday');
  return { name, number, phone, birthday, kind: kindFor(row, name) };
}

function classesIn(row: RowReader): Brought['edit'] {
  const column = row.columnOf('edit.classes');
  const text = column ? textOf(row.cell(column)) : '';
  if (!column || text === '') return {};
  const read = readSeveral(text, CLASS_WORDS);
  if (!read.ok) {
    row.faultIn(column, 'unknownWord');
    return {};
  }
  const classes = read.value.flatMap((code) => oneOf(classTag, code) ?? []);
  return classes.length === 0 ? {} : { classes };
}

function editIn(row: RowReader): Brought['edit'] {
  const ownTier = oneOf(tier, row.code('edit.tier'));
  const ownLevel = row.text('edit.ownLevel');
  const prospect = row.code('edit.prospect');
  return {
    ...(ownTier === null ? {} : { tier: ownTier }),
    ...classesIn(row),
    ...(ownLevel === null ? {} : { ownLevel }),
    ...(prospect === null ? {} : { prospect: prospect === 'yes' }),
  };
}

/** A column kept under its own heading. */
function ownFact(row: RowReader, column: Column) {
  const text = cleanText(textOf(row.cell(column)), 2000);
  const value = fieldValue.safeParse({ type: 'text', text });
  // By its heading: what stands below "password" is one.
  if (row.refuses(column, `${column.own}: ${text}`)) return [];
  return text === '' || !value.success ? [] : [{ key: `crm.${column.own}`, value: value.data }];
}

/** A line of the client list. */
export function clientIn(row: RowReader, columns: readonly Column[], of: Who): Brought {
  const facts = columns.flatMap((column) => {
    if (column.own !== null) return ownFact(row, column);
    const key = column.field?.key ?? '';
    if (!key.startsWith('fact.')) return [];
    const value = row.valueIn(column);
    return value === null ? [] : [{ key: key.slice('fact.'.length), value }];
  });
  const note = row.text('note.text');
  return { ...broughtBy(of), edit: editIn(row), facts, notes: note === null ? [] : [note] };
}

/** A contact of a list of contacts; null without a day and a channel. */
export function contactIn(row: RowReader, of: Who, today: CivilDay): Brought | null {
  const day = row.day('contact.day');
  const said = oneOf(channel, row.code('contact.channel'));
  if (day === null) row.fault('contact.day', 'missing', true);
  if (said === null) row.fault('contact.channel', 'missing', true);
  if (day === null || said === null) return null;
  const dayColumn = row.columnOf('contact.day');
  const timeColumn = row.columnOf('contact.minute');
  const time = timeColumn ? row.valueIn(timeColumn) : null;
  const minute = time?.type === 'number' ? time.number : minuteBeside(row, dayColumn);
  const nextDue = row.day('contact.nextDue');
  const result = oneOf(contactResult, row.code('contact.result'));
  if (day > today && result !== null) row.fault('contact.result', 'ahead');
  if (nextDue !== null && nextDue < day) row.fault('contact.nextDue', 'order');
  const contact: BroughtContact = {
    day,
    minute,
    channel: said,
    result: day > today ? null : result,
    purpose: oneOf(purpose, row.code('contact.purpose')),
    note: row.text('contact.note'),
    metWith: row.text('contact.metWith'),
    place: row.text('contact.place'),
    next: row.text('contact.next'),
    nextDue: nextDue !== null && nextDue < day ? null : nextDue,
  };
  return { ...broughtBy(of), contacts: [contact] };
}

/** The time of day that stands behind a day in the same cell. */
function minuteBeside(row: RowReader, column: Column | undefined): number | null {
  if (!column) return null;
  const cell = row.cell(column);
  const text = textOf(cell);
  const [, behind] = /[\sT](\d{1,2}[:：]\d{2})(?::\d{2})?$/u.exec(text) ?? [];
  return behind === undefined && typeof cell === 'string' ? null : minuteIn(cell, behind ?? '');
}

/** A client's line of the contact calendar: a contact for each letter. */
export function calendarLineIn(row: RowReader, columns: readonly Column[], of: Who): Brought {
  const contacts = columns.flatMap((column): BroughtContact[] => {
    const day = civilDay.safeParse(column.day);
    const cell = row.cell(column);
    const text = cleanText(textOf(cell), 5000);
    if (!day.success || text === '') return [];
    const read = readCalendarCell(text);
    if (!read) {
      row.faultIn(column, 'unknownWord');
      return [];
    }
    const said = [read.note, cleanText(noteOf(cell), 4000)].filter((part) => part !== '').join(' · ');
    const note = row.refuses(column, said) ? '' : said;
    return read.codes.flatMap((code) => {
      const letter = oneOf(channel, code);
      return letter === null ? [] : [bareContact(day.data, letter, note)];
    });
  });
  return { ...broughtBy(of), contacts };
}

const bareContact = (day: CivilDay, by: BroughtContact['channel'], note: string): BroughtContact => ({
  day,
  minute: null,
  channel: by,
  result: null,
  purpose: null,
  note: note === '' ? null : note.slice(0, 5000).toWellFormed(),
  metWith: null,
  place: null,
  next: null,
  nextDue: null,
});

function moneyIn(row: RowReader, key: string): Money | null {
  const value = row.value(key);
  return value?.type === 'money' ? value.money : null;
}

const HERE = { here: HERE_WORDS };

/** At this bank, where no bank is named. */
function placeIn(row: RowReader): Place {
  const name = row.text('holding.place');
  return name === null || codeOf(HERE, name) !== undefined ? { at: 'here' } : { at: 'elsewhere', name };
}

/** The later of two days that must follow one another; told and left out where it does not. */
function inOrder(row: RowReader, from: CivilDay | null, key: string): CivilDay | null {
  const until = row.day(key);
  if (from === null || until === null || from <= until) return until;
  row.fault(key, 'order');
  return null;
}

/** A holding of the asset review; null where neither product, kind nor amount is told. */
export function holdingIn(row: RowReader, of: Who): Brought | null {
  const name = row.text('holding.name');
  const kind = oneOf(holdingKind, row.code('holding.kind'));
  const amount = amountIn(row);
  if (name === null && kind === null && amount === null) {
    row.fault(null, 'nothing', true);
    return null;
  }
  const since = row.day('holding.since');
  const holding = {
    kind: kind ?? 'other',
    name,
    place: placeIn(row),
    amount,
    since,
    maturity: inOrder(row, since, 'holding.maturity'),
    riskLevel: oneOf(riskLevel, row.code('holding.riskLevel')),
    productCode: row.text('holding.productCode'),
  } as const;
  return { ...broughtBy(of), holdings: [holding] };
}

/** An amount in the currency that another column names. */
function amountIn(row: RowReader): Money | null {
  const amount = moneyIn(row, 'holding.amount');
  const word = row.text('holding.currency');
  if (amount === null || word === null) return amount;
  const named = parseMoney(`1 ${word}`, amount.currency, 1);
  if (named?.type === 'money') return { ...amount, currency: named.money.currency };
  row.fault('holding.currency', 'unknownWord');
  // An amount of an unknown currency is no amount.
  return null;
}

const SELF = { self: SELF_WORDS };

/** A policy of the insurance table; null where it is nothing but a name. */
export function policyIn(row: RowReader, of: Who): Brought | null {
  const kind = oneOf(policyKind, row.code('policy.kind'));
  const name = row.text('policy.name');
  const insurer = row.text('policy.insurer');
  const cover = moneyIn(row, 'policy.cover');
  const premium = moneyIn(row, 'policy.premium');
  if (kind === null && name === null && insurer === null && cover === null && premium === null) {
    row.fault(null, 'nothing', true);
    return null;
  }
  const insured = row.text('policy.insured');
  const self = insured === null || insured === of.name || codeOf(SELF, insured) !== undefined;
  const from = row.day('policy.from');
  const policy = {
    kind: kind ?? 'other',
    insurer,
    name,
    insured: self ? null : insured,
    from,
    until: inOrder(row, from, 'policy.until'),
    cover,
    premium,
    nextDue: row.day('policy.nextDue'),
    criticalIllness: row.code('policy.criticalIllness') === 'yes' || kind === 'criticalIllness',
  } as const;
  return { ...broughtBy(of), policies: [policy] };
}

/** A person of the client; null where not even the relation is told. */
export function relationIn(row: RowReader, of: Who): Brought | null {
  const role = oneOf(relationRole, row.code('relation.role'));
  if (role === null) {
    row.fault('relation.role', 'missing', true);
    return null;
  }
  const phone = row.value('relation.phone');
  const person = {
    role,
    name: row.text('relation.name'),
    phone: phone?.type === 'phone' && !phone.masked ? phone.raw : null,
    stage: oneOf(stage, row.code('relation.stage')),
    note: row.text('relation.note'),
  };
  if (sparesMinors(person)) return { ...broughtBy(of), relations: [person] };
  row.fault('relation.name', 'minor');
  return { ...broughtBy(of), relations: [{ ...person, name: null, phone: null, note: null }] };
}
