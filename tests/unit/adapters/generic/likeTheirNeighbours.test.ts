import { describe, expect, it } from 'vitest';
import { fieldsIn } from './reading';

const row = (label: string, value: string, more = ''): string =>
  `<tr${more}><td>${label}</td><td>${value}</td></tr>`;
const table = (...rows: string[]): string => `<table><tbody>${rows.join('')}</tbody></table>`;
const KNOWN = [row('Birthday', '1971-03-02'), row('Industry', 'Timber'), row('Language', 'English')];

describe('a row whose words nobody knows, among rows of labels and values', () => {
  it('is one of them, whatever class its row has', async () => {
    const fields = await fieldsIn(
      table(...KNOWN, row('Covenant review', '30/06/2027', ' class="extra limit"')),
    );
    expect(fields).toContain('Covenant review=30/06/2027');
  });

  it('is one of them also where those that are known are half as many', async () => {
    const unknown = ['Gristing', 'Ferrule', 'Quoin', 'Spandrel'].map((label) => row(label, `${label} works`));
    expect(await fieldsIn(table(...KNOWN, ...unknown))).toContain('Spandrel=Spandrel works');
  });

  it('is none where those that are known are fewer', async () => {
    const unknown = ['Gristing', 'Ferrule', 'Quoin', 'Spandrel', 'Corbel', 'Mullion', 'Transom'].map(
      (label) => row(label, `${label} works`),
    );
    expect(await fieldsIn(table(...KNOWN, ...unknown))).not.toContain('Spandrel=Spandrel works');
  });

  it('answers no, which is short for a number too', async () => {
    const fields = await fieldsIn(table(...KNOWN, row('Wants circulars', 'No')));
    expect(fields).toContain('Wants circulars=No');
  });

  it('has a place for a pencil beside its label', async () => {
    const label = (words: string): string =>
      `<table><tbody><tr><td>${words}</td><td class="right"><a href="#"><i title="Modify"></i></a></td></tr></tbody></table>`;
    const fields = await fieldsIn(
      table(...KNOWN, row(label('Workforce'), '51 - 100'), row(label('Ownership'), '')),
    );
    expect(fields).toContain('Workforce=51 - 100');
    expect(fields.filter((field) => field.startsWith('Ownership='))).toEqual([]);
  });
});

describe('a box of two parts among boxes made alike', () => {
  const item = (inner: string): string => `<div class="item">${inner}</div>`;
  const known = (label: string, value: string): string =>
    item(`<div class="item-label">${label}</div><div class="item-value">${value}</div>`);
  const lined = item(
    '<div class="line"><div class="a">经营情况</div><div>早稻入库已过八成，<br>十二月投产。</div></div>',
  );

  it('is a field where most of them are, however it is drawn', async () => {
    const others =
      known('行业', '稻谷加工') +
      known('部门', '公司业务二部') +
      known('来源', '转介') +
      known('备注', '无异常');
    expect(await fieldsIn(`<section>${others}${lined}</section>`)).toContain(
      '经营情况=早稻入库已过八成， 十二月投产。',
    );
  });

  it('is none where few of them are', async () => {
    const fields = await fieldsIn(`<section>${known('行业', '稻谷加工')}${lined}</section>`);
    expect(fields).toEqual(['行业=稻谷加工']);
  });
});

describe('a label that might be a name', () => {
  const one = (value: string): string =>
    `<div class="r"><div class="crm-label">Main Email</div><div>${value}</div></div>`;

  it('is a label before an address', async () => {
    expect(await fieldsIn(one('<a href="#">finance@sallowfield.example</a>'))).toEqual([
      'Main Email=finance@sallowfield.example',
    ]);
  });

  it('is none before anything else', async () => {
    expect(await fieldsIn(one('on Tuesdays'))).toEqual([]);
  });
});
