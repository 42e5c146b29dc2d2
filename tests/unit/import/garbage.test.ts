import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { civilDay } from '@/utils/domain/schema/time';
import { broughtRow } from '@/utils/import/brought';
import { readCell } from '@/utils/import/cells';
import { fieldsOf } from '@/utils/import/fields';
import { readSpreadsheet } from '@/utils/import/file/readFile';
import type { Cell } from '@/utils/import/file/table';
import { guessMapping, understand } from '@/utils/import/guess';
import { readSheet } from '@/utils/import/readSheet';
import { SHEET_KINDS } from '@/utils/import/sheetKind';

const TODAY = civilDay.parse('2026-11-18');
const MANNER = { order: 'ymd', currency: 'CNY', region: 'CN' } as const;
/** Longest that one piece of garbage may take. */
const MOST_MS = 100;

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

/** Slow garbage is slow whenever it comes; what waited for the machine is not, and gets another turn. */
function inTime(work: () => void): void {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5 && best >= MOST_MS; turn += 1) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  expect(best).toBeLessThan(MOST_MS);
}

describe('garbage', () => {
  test.prop([cell, fc.constantFrom(...SHEET_KINDS)], { numRuns: 10_000 })(
    'no cell throws, whatever its column should hold',
    (each, kind) => {
      for (const { reads } of fieldsOf(kind).slice(0, 14)) readCell(each, reads, MANNER, 10_000);
    },
  );

  test.prop([sheet, fc.constantFrom(...SHEET_KINDS)], { numRuns: 2000 })(
    'no sheet throws, and what it brings stands up to the schema',
    (each, kind) => {
      inTime(() => {
        const guessed = readSheet(each, understand(each, 2026), MANNER, TODAY);
        const mapping = guessMapping(each, 0, kind, 2026);
        const told = readSheet(each, { kind, headings: 0, mapping }, MANNER, TODAY);
        for (const row of [...guessed.rows, ...told.rows]) broughtRow.parse(row);
      });
    },
  );

  test.prop([fc.uint8Array({ maxLength: 3000 }), fc.constantFrom('', 'PK\u0003\u0004', '姓名,手机\n')], {
    numRuns: 2000,
  })('no bytes throw', (bytes, begin) => {
    const head = new TextEncoder().encode(begin);
    const whole = new Uint8Array(head.length + bytes.length);
    whole.set(head);
    whole.set(bytes, head.length);
    inTime(() => void readSpreadsheet(whole, 'garbage', null));
  });
});
