import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

const FIELDS = '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';

describe('rows drawn alike', () => {
  it('those the lexicon knows lend the others, whatever their values are made of', async () => {
    const row = (label: string, value: string): string =>
      `<div class="row"><span class="a">${label}</span>${value}</div>`;
    expect(
      await fieldsIn(
        row('手机', '<span class="b">13800571234</span>') +
          row('邮箱', '<a class="c" href="mailto:li@mail.test">li@mail.test</a>') +
          row('地址', '<span class="b">上海市宜山路 1 号</span>') +
          row('木材种别', '<em>红松</em>'),
      ),
    ).toEqual(['手机=13800571234', '邮箱=li@mail.test', '地址=上海市宜山路 1 号', '木材种别=红松']);
  });

  it('marked labels within one text', async () => {
    expect(
      await fieldsIn(
        '<p><b>手机</b> 13800571234<br><b>木材种别</b>: 红松<br><b>备用机</b> <br><b>邮箱：</b> <a href="mailto:li@mail.test">li@mail.test</a></p>',
      ),
    ).toEqual(['手机=13800571234', '木材种别=红松', '邮箱=li@mail.test']);
  });

  it('bold words in a text are no labels', async () => {
    const note = '<p>Called about the <b>CD</b> maturing in <b>January</b> and the loan.</p>';
    expect(await fieldsIn(`${FIELDS}${note}`)).toEqual(['手机=13800571234', '邮箱=li@mail.test']);
  });

  it('a field of a form that is a table of its own, in a table that lays them out', async () => {
    const field = (label: string, value: string): string =>
      `<td><table class="f"><tbody><tr><td><label>${label}:</label></td><td><div>${value}</div></td></tr></tbody></table></td>`;
    const page = `<table class="l"><tbody><tr>${field('客户编号', 'K0012-58301')}${field('客户名称', '沅溪市聚禾粮油有限公司')}${field('联系电话', '0745-2271806')}</tr><tr>${field('传真', '&nbsp;')}${field('木材种别', '红松')}${field('邮箱', 'li@mail.test')}</tr></tbody></table>`;
    const { identity, fields } = await read(page, 'https://c.test/ccms/main.do');
    expect(identity).toMatchObject({ id: 'K0012-58301', from: 'field' });
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '客户编号=K0012-58301',
      '客户名称=沅溪市聚禾粮油有限公司',
      '联系电话=0745-2271806',
      '木材种别=红松',
      '邮箱=li@mail.test',
    ]);
  });

  it('a row of tabs that only its own class names is no field', async () => {
    const tabs = ['跟进记录', '线索机会', '联 系 人', '操作记录'].map((tab) => `<li>${tab}</li>`).join('');
    expect(await fieldsIn(`${FIELDS}<ul class="layui-tab-title">${tabs}</ul>`)).toEqual([
      '手机=13800571234',
      '邮箱=li@mail.test',
    ]);
  });

  it('heads of columns that no table has are no field', async () => {
    expect(
      await fieldsIn(
        `${FIELDS}<div class="header-ct"><div class="column-header">名称</div><div class="column-header">值</div></div>`,
      ),
    ).toEqual(['手机=13800571234', '邮箱=li@mail.test']);
  });

  it('a label that floats over its control and stands behind it', async () => {
    const floating = (label: string, value: string): string =>
      `<div class="form-floating"><input class="form-control" value="${value}"><label>${label}</label></div>`;
    expect(await fieldsIn(floating('手机', '13800571234') + floating('邮箱', 'li@mail.test'))).toEqual([
      '手机=13800571234',
      '邮箱=li@mail.test',
    ]);
  });

  it('a line under the name says several things', async () => {
    const { fields } = await read(
      `<main><div><h1>Hollowell Feed & Seed LLC</h1><div>Farm supply retail · (402) 555-0133</div></div>${FIELDS}</main>`,
    );
    expect(fields.slice(0, 5).map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Hollowell Feed & Seed LLC', 'Farm supply retail', '(402) 555-0133']),
    );
    expect(fields.map(({ value }) => value)).not.toContain('Farm supply retail · (402) 555-0133');
  });
});

describe('a table of fields', () => {
  const rows = (cell: (label: string, value: string) => string): string =>
    cell('手机', '13800571234') + cell('邮箱', 'li@mail.test') + cell('木材种别', '红松');

  it.each([
    [
      'under heads that say just that',
      `<table><thead><tr><th>标题</th><th>内容</th></tr></thead><tbody>${rows((label, value) => `<tr><td>${label}</td><td>${value}</td></tr>`)}</tbody></table>`,
    ],
    [
      'drawn as a grid',
      `<table role="grid"><tbody>${rows((label, value) => `<tr role="row"><td role="gridcell"><label>${label}</label></td><td role="gridcell">${value}</td></tr>`)}</tbody></table>`,
    ],
    [
      'with a colon in a cell of its own',
      `<table>${rows((label, value) => `<tr><td>${label}</td><td>:</td><td>${value}</td></tr>`)}</table>`,
    ],
    [
      'with a cell for the gap',
      `<table>${rows((label, value) => `<tr><td>${label}</td><td></td><td>${value}</td></tr>`)}</table>`,
    ],
  ])('%s', async (_, html) => {
    expect(await fieldsIn(html)).toEqual(['手机=13800571234', '邮箱=li@mail.test', '木材种别=红松']);
  });

  it('a list of relatives is none', async () => {
    const list =
      '<table><thead><tr><th>关系</th><th>姓名</th></tr></thead><tbody><tr><td>配偶</td><td>丁海峤</td></tr><tr><td>父亲</td><td>丁予安</td></tr></tbody></table>';
    expect(await fieldsIn(`${FIELDS}${list}`)).toEqual(['手机=13800571234', '邮箱=li@mail.test']);
  });
});

describe('values with something beside them that is no part of them', () => {
  it.each([
    ['the letter of an avatar', '<i>V</i><span>Vroom Dredging BV</span>', 'Vroom Dredging BV'],
    ['what a number is for', 'li@mail.test<span> (工作)</span>', 'li@mail.test'],
    ['a mark that it was checked', '<a>li@mail.test</a><span class="badge">Verified</span>', 'li@mail.test'],
    [
      'a choice of what it is for, and a link for one more',
      '<input value="13800571234"><select><option selected>工作</option><option>家庭</option></select>',
      '13800571234',
    ],
    [
      'how to address somebody',
      '<select><option selected>Mrs.</option></select><input value="Imogen">',
      'Imogen',
    ],
  ])('%s', async (_, html, value) => {
    expect(
      await fieldsIn(`<dl><dt>备用联系</dt><dd>${html}</dd><dt>手机</dt><dd>13900001111</dd></dl>`),
    ).toEqual([`备用联系=${value}`, '手机=13900001111']);
  });

  it('a box that is pressed to change the value in it holds the value', async () => {
    const cell = (label: string, value: string): string =>
      `<div class="cell"><div class="l">${label}</div><div class="v"><div role="button" tabindex="0"><div><div><div>${value}</div></div></div></div></div></div>`;
    expect(
      await fieldsIn(cell('手机', '13800571234') + cell('木材种别', '红松') + cell('邮箱', 'li@mail.test')),
    ).toEqual(['手机=13800571234', '木材种别=红松', '邮箱=li@mail.test']);
  });

  it('tags drawn as headings are the value of their label, and no names', async () => {
    const { name, fields } = await read(
      `<main><div class="n">Coppergate Brewing Ltd</div>${FIELDS}<dl><dt>Tags</dt><dd><h3>Exporter</h3><h3>Seasonal</h3></dd></dl></main>`,
    );
    expect(name?.value).toBe('Coppergate Brewing Ltd');
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toContain('Tags=Exporter Seasonal');
  });

  it('a heading over a list is no label of it', async () => {
    const rows = ['尉迟昭', '丘慕遥']
      .map(
        (name, at) =>
          `<div class="r"><span>${at + 1}</span><span>${name}</span><span>${at}0.000</span></div>`,
      )
      .join('');
    expect(await fieldsIn(`${FIELDS}<div><label>销售团队</label><div class="g">${rows}</div></div>`)).toEqual(
      ['手机=13800571234', '邮箱=li@mail.test'],
    );
  });
});

describe('forms', () => {
  it('columns of one form that are forms of their own belong to the record', async () => {
    const column = (fields: [string, string][]): string =>
      `<div class="column"><form>${fields.map(([label, value]) => `<div><label>${label}</label><input value="${value}"></div>`).join('')}</form></div>`;
    expect(
      await fieldsIn(
        column([
          ['手机', '13800571234'],
          ['邮箱', 'li@mail.test'],
          ['地址', '宜山路 1 号'],
        ]) +
          column([
            ['性别', '女'],
            ['风险等级', 'R3'],
          ]),
      ),
    ).toEqual(['手机=13800571234', '邮箱=li@mail.test', '地址=宜山路 1 号', '性别=女', '风险等级=R3']);
  });

  it('of labels that lead to one id the one beside the control is meant', async () => {
    expect(
      await fieldsIn(
        '<div><label for="x">街道</label><textarea>宜山路 1 号</textarea></div><div><label for="x">城市</label><input id="x" value="上海"></div>',
      ),
    ).toEqual(['街道=宜山路 1 号', '城市=上海']);
  });

  it('of radios drawn as buttons only the one that was chosen is the value', async () => {
    const radio = (label: string, checked: boolean): string =>
      `<span><input type="button" role="radio" aria-checked="${checked}"><label>${label}</label></span>`;
    expect(
      await fieldsIn(
        `${FIELDS}<table><tr><td><label>经营状态:</label></td><td>${radio('存续', true)}${radio('停业', false)}</td></tr></table>`,
      ),
    ).toContain('经营状态=存续');
  });
});

describe('what happened, said as a day and by whom', () => {
  it('is no field', async () => {
    const entry = (head: string, text: string, by: string): string =>
      `<div class="e"><div><p>${head}</p><p>${text}</p></div><div>${by}</div></div>`;
    expect(
      await fieldsIn(
        `${FIELDS}<div>${entry('与配偶通话', '确认子女教育金，回拨给客户', '2026-11-17 · 司徒晚晴')}${entry('备注', '每月 8 号代发', '2026-11-02 · 澹台骏')}</div>`,
      ),
    ).toEqual(['手机=13800571234', '邮箱=li@mail.test']);
  });
});
