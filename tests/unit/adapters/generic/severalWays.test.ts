import { describe, expect, it } from 'vitest';
import { fieldsIn } from './reading';

const block = (label: string, rows: string): string =>
  `<div class="block"><div class="block-title"><label>${label}</label></div><div class="inner">${rows}</div></div>`;

const way = (use: string, value: string, href: string): string =>
  `<div class="multi"><span class="multi-type">${use}</span><span class="multi-value"><a href="${href}">${value}</a></span></div>`;

describe('several ways to reach a client under one label', () => {
  it('bear the label, and not the word for what each is for', async () => {
    const phones = way('行動', '+886 912 ***-274', 'callto:1') + way('公司', '+886 2 2771-***', 'callto:2');
    expect(await fieldsIn(block('電話', phones))).toEqual(['電話=+886 912 ***-274', '電話=+886 2 2771-***']);
  });

  it('bear it too where there is one alone', async () => {
    expect(await fieldsIn(block('電話', way('行動', '+886 933 ***-018', 'callto:1')))).toEqual([
      '電話=+886 933 ***-018',
    ]);
    expect(await fieldsIn(block('電子郵件', way('公司', 'a@b.example', 'mailto:a@b.example')))).toEqual([
      '電子郵件=a@b.example',
    ]);
  });

  it('are each read of the form in which they are changed', async () => {
    const row = (value: string, ticked: string): string =>
      `<div class="row"><div class="holder"><input type="text" value="${value}"><label class="oro-radio"><input type="radio" name="p"${ticked}> Primary</label></div><button type="button"></button></div>`;
    const rows = `<div class="collection">${row('+44 1326 550 184', ' checked')}${row('+44 7700 900 417', '')}</div><a href="javascript:void(0);">+ Add</a>`;
    expect(await fieldsIn(block('Phones', rows))).toEqual([
      'Phones=+44 1326 550 184',
      'Phones=+44 7700 900 417',
    ]);
  });

  it('keep labels of their own under the heading of a part', async () => {
    const rows = way('手机', '13800571234', 'tel:1') + way('邮箱', 'a@b.example', 'mailto:a@b.example');
    expect(await fieldsIn(block('联系方式', rows))).toEqual(['手机=13800571234', '邮箱=a@b.example']);
  });
});

describe('who looks after a client', () => {
  const owner = (rest: string): string =>
    block(
      '負責人',
      `<div class="employee"><span class="employee-change">變更</span><a href="/user/17/"></a><span><a href="/user/17/">戴允中</a>${rest}</span></div>`,
    );

  it('is the one named in the link, without his position', async () => {
    expect(await fieldsIn(owner('<span class="employee-position">資深理財專員</span>'))).toEqual([
      '負責人=戴允中',
    ]);
  });

  it('is read with the house he belongs to', async () => {
    const said = block('Assigned To', '<a href="/user/4">Rafe Penwarden</a> <span>Private Office</span>');
    expect(await fieldsIn(said)).toEqual(['Assigned To=Rafe Penwarden Private Office']);
  });
});

describe('when something was done and by whom', () => {
  it('is one value', async () => {
    const said =
      '<ul><li>Created: Mar 8, 2023, 10:14 AM <a href="/user/view/38">Imogen Tresco</a></li><li>Updated: Nov 17, 2026</li></ul>';
    expect(await fieldsIn(said)).toEqual([
      'Created=Mar 8, 2023, 10:14 AM Imogen Tresco',
      'Updated=Nov 17, 2026',
    ]);
  });
});
