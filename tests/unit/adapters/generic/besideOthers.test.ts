import { describe, expect, it } from 'vitest';
import { savedPages } from '../savedPages';
import { CLIENT, fieldsIn, read } from './reading';

const FIELDS = '<dl><dt>Phone</dt><dd>+40 721 555 190</dd><dt>Email</dt><dd>m@mail.test</dd></dl>';
const valuesOf = async (body: string): Promise<string[]> =>
  (await read(`<main><h1>Skagen Cordage</h1>${FIELDS}${body}</main>`)).fields.map(({ value }) => value);

describe('what is another’s is not the client’s', () => {
  it('cards of the people around him', async () => {
    const values = await valuesOf(
      '<div><article class="o_kanban_record"><strong>Signe Overby</strong><span>0571-55509999</span><span>s@mail.test</span></article></div>',
    );
    expect(values).toContain('m@mail.test');
    expect(values).not.toContain('0571-55509999');
    expect(values).not.toContain('s@mail.test');
  });

  it('a list of other records that only the name of its element tells', async () => {
    const values = await valuesOf(
      '<crm-related-list-view><own-row><own-cell>0571-55509999</own-cell></own-row></crm-related-list-view>',
    );
    expect(values).not.toContain('0571-55509999');
  });

  it('the people who work at a company, named by another label than the company is', async () => {
    const pair = (label: string, value: string) => `<div><span>${label}</span><span>${value}</span></div>`;
    const company = pair('客户名称', '澜海机械有限公司') + pair('电话', '0571-55502002');
    const person = pair('姓名', '周牧') + pair('手机', '13900009999');
    const { name, fields } = await read(
      `<main><h2>澜海机械有限公司</h2><section>${company}</section><section>${person}</section></main>`,
    );
    expect(name?.value).toBe('澜海机械有限公司');
    expect(fields.map(({ value }) => value)).toContain('0571-55502002');
    expect(fields.map(({ value }) => value)).not.toContain('13900009999');
  });
});

describe('a person', () => {
  it('is named by his own name, and not by his employer’s', async () => {
    const { name } = await read(
      `<table><tr><th>姓名</th><td>漆雕远</td><th>性别</th><td>男</td></tr>
       <tr><th>出生日期</th><td>1970-10-06</td><th>手机</th><td>13700006688</td></tr>
       <tr><th>单位名称</th><td>潮阳港信冷链物流有限公司</td><th>客户号</th><td>10231</td></tr></table>`,
      CLIENT,
    );
    expect(name?.value).toBe('漆雕远');
  });
});

it('a telephone and an e-mail, and nothing else, are two fields', async () => {
  expect(await fieldsIn(FIELDS)).toEqual(['Phone=+40 721 555 190', 'Email=m@mail.test']);
});

describe('a page that is always a form', () => {
  const control = (label: string, value: string) =>
    `<div><label for="${label}">${label}</label><input id="${label}" value="${value}"></div>`;
  const page = (...values: readonly [string, string, string]) =>
    read(
      `<title>Lanhai Machinery</title><main><h2>Lanhai Machinery</h2>
       <div><div>Phone number</div><div>0571-55502002</div></div>
       ${control('City', values[0])}${control('Description', values[1])}${control('Street address', values[2])}</main>`,
    );

  it('is no new one where most of it is filled and who it is stands beside', async () => {
    expect((await page('Linlan', 'CNC machine tools', '9 Harbour Road')).identity?.id).toBe('10231');
  });

  it('shows a value that is pressed to be changed, and not the button beside it', async () => {
    const row = (label: string, value: string) =>
      `<li><div class="label">${label}</div><div role="button" class="own-dropdown"><span>${value}</span></div><button aria-label="Edit ${label}"><span>Details</span></button></li>`;
    expect(
      await fieldsIn(`<ul>${row('Industry', 'Machinery')}${row('Company owner', 'Shen Yan')}</ul>`),
    ).toEqual(['Industry=Machinery', 'Company owner=Shen Yan']);
  });
});

it('behind a record’s number “view/1” counts its views', async () => {
  const { identity } = await read(
    `<main><h1>Skagen Cordage</h1>${FIELDS}</main>`,
    'https://c.test/contacts/20418/record/0-2/7702/view/1',
  );
  expect(identity?.id).toBe('7702');
});

/** What the saved pages show of others, beside their client: a number, and who they are. */
const OTHERS = [
  ['0571-55509999', ''],
  ['13900009999', '周牧'],
  ['139 0000 9999', ''],
  ['zhou.mu@example.com', '周牧'],
];

describe('on the pages for which there is an adapter the reader without one', () => {
  const pages = savedPages().filter(({ adapter }) => !adapter.startsWith('demo-'));
  it.each(pages.map((page) => [`${page.adapter}/${page.scene}`, page] as const))(
    '%s: names nobody else',
    async (_, { html, url, expected }) => {
      const { identity, name, fields } = await read(html(), url);
      if (expected.state !== 'sighting') return;
      const { record, name: who } = expected.sighting;
      if (identity) expect(identity.id).toBe(record.recordId);
      if (identity) expect(name?.value).toContain(who);
      const strange = OTHERS.flatMap(([value, whose]) =>
        whose === who || who.endsWith('Zhou Mu') ? [] : [value],
      );
      expect(fields.map(({ value }) => value).filter((value) => strange.includes(value))).toEqual([]);
    },
  );
});
