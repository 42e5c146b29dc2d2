import { readdirSync, readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { civilDay } from '@/utils/domain/schema/time';
import { readBook } from '@/utils/export/bookFile';
import { packetJson, readPacket } from '@/utils/export/handover/packet';
import { readReceipt } from '@/utils/export/handover/receipt';
import { broughtRow } from '@/utils/import/brought';
import { readCell } from '@/utils/import/cells';
import { fieldsOf } from '@/utils/import/fields/fieldsOf';
import { readSpreadsheet } from '@/utils/import/file/readFile';
import { CAPS, type Cell } from '@/utils/import/file/table';
import { guessMapping, understand } from '@/utils/import/guess';
import { readSheet } from '@/utils/import/readSheet';
import { SHEET_KINDS } from '@/utils/import/sheetKind';
import { policyIn } from '@/utils/platform/policy';
import { BackupFault } from '@/utils/store/backup/fault';
import { lineText, readLine } from '@/utils/store/backup/lines';
import { messagesLike } from '../e2e/support/fuzz';
import { aClient, aContact, aNote, aRecord, at } from '../unit/store/support/book';
import { asJson, garbled, garbledBytes, type Json, type Parser, parser, texts } from './inputs';

const TODAY = civilDay.parse('2026-11-18');
const MANNER = { order: 'ymd', currency: 'CNY', region: 'CN' } as const;

/** What cells hold that are none of their column's. */
const NASTY = [
  '2026-02-30',
  '2月30日',
  '农历八月三十一',
  '民国0年',
  '2026.2.9',
  '0000-01-01',
  '9999-12-31',
  '１２３',
  '٣٤٥',
  '6.2E+18',
  '=1+1',
  '#REF!',
  '138****1234',
  '\u202e王',
  '𠮷',
  '\ud800',
  '\0',
  '1,234.50',
  '1.234,50',
  '（100）',
  'T',
  'TEM',
  '电/微',
  '√',
  '本人',
  'C3',
  '万',
  '1e999',
  '-',
  'NaN',
  'Infinity',
  `${'9'.repeat(400)}`,
  '姓名',
  '客户',
  '日期',
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  nasty,
  fc.record({ is: fc.constant('number' as const), number: fc.double(), text: nasty }),
  fc.record({ is: fc.constant('fault' as const), text: nasty }),
  fc.record({
    is: fc.constant('day' as const),
    day: fc.constantFrom('2026-02-09', '2026-02-30', 'x'),
    minute: fc.constantFrom(null, 870),
    text: nasty,
  }),
);
const sheet = fc.record({ name: nasty, rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }) });

/** The spreadsheets that are read rightly elsewhere, in every encoding. */
const FILES = readdirSync('tests/fixtures/import').map(
  (name) => new Uint8Array(readFileSync(`tests/fixtures/import/${name}`)),
);
const rowsOfTexts = fc.array(fc.array(fc.oneof(nasty, texts), { maxLength: 6 }), { maxLength: 6 });
const quoted = (text: string, how: number): string =>
  how === 0 ? text : how === 1 ? `"${text.replaceAll('"', '""')}"` : `"${text}`;
/** Tables as programs write them: with this mark or that between cells, with quotation marks or without. */
const separated = fc
  .tuple(rowsOfTexts, fc.constantFrom(',', '\t', ';', '|'), fc.constantFrom('\n', '\r\n', '\r'), fc.nat(2))
  .map(([rows, between, end, how]) =>
    new TextEncoder().encode(rows.map((row) => row.map((text) => quoted(text, how)).join(between)).join(end)),
  );

/** A workbook of one sheet, as the library itself writes it. */
function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const book = utils.book_new();
  const cells = rows.map((row) => row.map((text) => text.slice(0, CAPS.cellText)));
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Sheet1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}
const workbooks = rowsOfTexts.map(workbook);
const PARTS = unzipSync(
  workbook([
    ['姓名', '手机', '生日'],
    ['王丽华', '13800001234', '1980-02-29'],
  ]),
);
/** What a part may say of rows and columns that are not there. */
const FAR = ['A1', 'XFD1', 'A1048576', 'XFD1048576', 'ZZZ9', 'A0', 'A1:XFD1048576', ''];
/** A whole zip in which one part says something else than Excel would. */
const disturbed = fc
  .tuple(fc.constantFrom(...Object.keys(PARTS)), fc.constantFrom(...FAR), fc.nat(3))
  .chain(([part, far, which]) => {
    const said = new TextDecoder().decode(PARTS[part]);
    const refs = [...said.matchAll(/ (?:r|ref)="[^"]*"/gu)];
    const found = refs[which % Math.max(1, refs.length)];
    const moved = found
      ? said.slice(0, found.index) +
        found[0].replace(/"[^"]*"/u, `"${far}"`) +
        said.slice(found.index + found[0].length)
      : said;
    return fc
      .oneof(fc.constant(moved), garbled(fc.constant(said)))
      .map((text) => zipSync({ ...PARTS, [part]: strToU8(text) }, { level: 0 }));
  });

/** A file is read into tables within the caps, or refused in words. */
function spreadsheetRead(bytes: Uint8Array): boolean {
  const file = readSpreadsheet(bytes, 'garbage', null);
  if (!file.ok) return file.error.why.length > 0;
  return file.value.sheets.every(
    ({ rows }) =>
      rows.length > 0 && rows.length <= CAPS.rows && rows.every((row) => row.length <= CAPS.columns),
  );
}

const client = aClient();
const ROWS = {
  clients: [client],
  links: [{ record: aRecord('1'), clientId: client.id }],
  contacts: [aContact(client.id)],
  notes: [aNote(client.id)],
  relations: [],
  holdings: [],
  policies: [],
  credits: [],
  opportunities: [],
  visits: [],
  actions: [],
  stamps: [],
};
const BOOK = {
  format: 'zhibi-book',
  version: 1,
  madeAt: at(1),
  anchor: { epoch: 'e', seq: 1, hash: 'ab' },
  rows: ROWS,
};
const PACKET = JSON.parse(
  packetJson({ id: 'ab'.repeat(12), from: '王', madeAt: at(1), receiptKey: 'ab'.repeat(16), rows: ROWS }),
);
const RECEIPT = {
  zhibi: 'handoverReceipt',
  format: 1,
  packet: 'ab'.repeat(32),
  by: '李',
  takenAt: 1,
  clients: [client.id],
  rows: 1,
  anchor: { epoch: 'e', seq: 1, hash: '' },
  mac: 'ab'.repeat(32),
};
const POLICY = {
  origins: ['https://crm.example'],
  adapters: [{}],
  adapterKeys: ['ab'],
  ownAdapters: false,
  exports: 'audited',
  retentionDays: 400,
  lock: { required: true, idleMinutes: 10 },
  sync: { url: 'https://couch.example', locked: true },
  wipeEpoch: 1,
};

/** JSON that is nearly right, as text, and text that is nearly JSON. */
const jsonLike = (whole: Json): fc.Arbitrary<string> => {
  const likes = messagesLike([whole]).map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(likes, garbled(likes), texts);
};

const LINES = [
  lineText('begin', { epoch: 'e' }),
  lineText('clients', { id: client.id, ck: 'ab', v: 1, seq: 1, schema: 4 }, JSON.stringify(client)),
  lineText('entry', { seq: 1, op: 'ab', at: 1, cause: 'log', n: 1, commit: 'ab', hash: 'ab' }),
  lineText('gone', { table: 'notes', id: 'ab' }),
];

/** Everything that reads a file, or what the bank's policy says. */
export const FILE_PARSERS: readonly Parser[] = [
  parser(
    'a text of cells',
    fc.oneof(separated, garbledBytes(fc.oneof(separated, fc.constantFrom(...FILES)))),
    spreadsheetRead,
  ),
  parser('a workbook', fc.oneof(disturbed, garbledBytes(fc.oneof(workbooks, disturbed))), spreadsheetRead),
  parser(
    'any bytes as a spreadsheet',
    fc
      .tuple(fc.constantFrom('', 'PK\u0003\u0004', '姓名,手机\n'), fc.uint8Array({ maxLength: 3000 }))
      .map(([begin, bytes]) => new Uint8Array([...new TextEncoder().encode(begin), ...bytes])),
    spreadsheetRead,
  ),
  parser(
    'a cell, whatever its column should hold',
    fc.tuple(cell, fc.constantFrom(...SHEET_KINDS)),
    ([each, kind]) =>
      fieldsOf(kind).every(({ reads }) => typeof readCell(each, reads, MANNER, 10_000) === 'object'),
  ),
  parser('a sheet', fc.tuple(sheet, fc.constantFrom(...SHEET_KINDS)), ([each, kind]) => {
    const mapping = guessMapping(each, 0, kind, 2026);
    const guessed = readSheet(each, understand(each, 2026), MANNER, TODAY);
    const told = readSheet(each, { kind, headings: 0, mapping }, MANNER, TODAY);
    return [...guessed.rows, ...told.rows].every((row) => broughtRow.safeParse(row).success);
  }),
  parser('a whole book', jsonLike(asJson(BOOK)), (input) => {
    const read = readBook(input);
    return read.ok || read.error.why.length > 0;
  }),
  parser('the packet of a handover', jsonLike(asJson(PACKET)), (input) => {
    const read = readPacket(input);
    return read.ok || read.error.why.length > 0;
  }),
  parser('a receipt', jsonLike(asJson(RECEIPT)), (input) => {
    const read = readReceipt(input);
    return read.ok || read.error.length > 0;
  }),
  parser('a line of a backup', fc.oneof(garbled(fc.constantFrom(...LINES)), texts), (input) => {
    try {
      return readLine(input).kind !== undefined;
    } catch (error) {
      // What it throws is its answer: the one who reads a backup tells it in words.
      return error instanceof BackupFault;
    }
  }),
  parser('what the bank has set', messagesLike([asJson(POLICY)]), (input) => {
    const managed = typeof input === 'object' && input !== null && !Array.isArray(input) ? input : {};
    const read = policyIn(managed);
    return read === null || Array.isArray(read.adapters);
  }),
];
