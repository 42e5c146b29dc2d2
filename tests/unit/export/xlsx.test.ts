// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Table } from '@/utils/export/table';
import { xlsxOf } from '@/utils/export/xlsx';

const TABLE: Table = {
  name: '客户/名册: [1]',
  headings: ['姓名', '知彼度'],
  rows: [
    ['=HYPERLINK("http://evil.example")', 61],
    ['<b>&"王"\u0001\ud800 _x0041_', null],
    ['两行\n=1', -0.5],
  ],
};

/** The workbook's parts as documents, by name; fails where one is no XML. */
function open(tables: readonly Table[]) {
  const files = unzipSync(xlsxOf(tables));
  return new Map(
    Object.entries(files).map(([name, bytes]) => {
      const document = new DOMParser().parseFromString(strFromU8(bytes), 'application/xml');
      expect(document.querySelector('parsererror'), name).toBeNull();
      return [name, document];
    }),
  );
}

const cells = (sheet: Document | undefined) =>
  [...(sheet?.querySelectorAll('row') ?? [])].map((row) =>
    [...row.querySelectorAll('c')].map((cell) => [cell.getAttribute('r'), cell.textContent]),
  );

describe('a workbook', () => {
  it('holds texts as texts and numbers as numbers, and no formula', () => {
    const sheet = open([TABLE]).get('xl/worksheets/sheet1.xml');
    expect(sheet?.querySelectorAll('f').length).toBe(0);
    expect(cells(sheet)).toEqual([
      [
        ['A1', '姓名'],
        ['B1', '知彼度'],
      ],
      [
        ['A2', '\'=HYPERLINK("http://evil.example")'],
        ['B2', '61'],
      ],
      [['A3', '<b>&"王"_x0001__xD800_ _x005F_x0041_']],
      [
        ['A4', "两行\n'=1"],
        ['B4', '-0.5'],
      ],
    ]);
  });

  it('names its sheets as Excel takes them, none twice', () => {
    const long = { ...TABLE, name: '长'.repeat(40) };
    const workbook = open([TABLE, long, long, { ...TABLE, name: '' }]).get('xl/workbook.xml');
    const names = [...(workbook?.querySelectorAll('sheet') ?? [])].map((one) => one.getAttribute('name'));
    expect(names).toEqual(['客户 名册   1', '长'.repeat(31), `${'长'.repeat(27)} 3`, '4']);
  });

  it('has every part that it names', () => {
    const parts = open([TABLE, TABLE]);
    const named = [...(parts.get('[Content_Types].xml')?.querySelectorAll('Override') ?? [])];
    expect(
      named.map((one) => one.getAttribute('PartName')?.slice(1)).every((name) => parts.has(name ?? '')),
    ).toBe(true);
    const targets = [...(parts.get('xl/_rels/workbook.xml.rels')?.querySelectorAll('Relationship') ?? [])];
    expect(targets.map((one) => `xl/${one.getAttribute('Target')}`).every((name) => parts.has(name))).toBe(
      true,
    );
    expect(targets).toHaveLength(3);
  });
});
