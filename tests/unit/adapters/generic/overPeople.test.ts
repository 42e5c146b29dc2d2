import { describe, expect, it } from 'vitest';
import { read } from './reading';

const COMPANY = 'https://crm.bank.test/vaults/9a41f0c6/companies/31';
const HEAD = '<h1>沅湘茶行股份有限公司</h1>';

const PEOPLE = [
  [
    'a list of links with what each does there',
    '<ul><li><a href="#">翁靜嫻</a><span>董事</span></li><li><a href="#">涂若蘭</a><span>財務主管</span></li></ul>',
  ],
  ['one alone', '<ul><li><a href="/contacts/12">翁靜嫻</a><span>財務主管</span></li></ul>'],
  [
    'letters of avatars before the names',
    '<div><div><i>翁</i><a href="#">翁靜嫻</a><p>財務主管</p></div><div><i>涂</i><a href="#">涂若蘭</a><p>茶師</p></div></div>',
  ],
  [
    'names that are buttons, with labels in their rows',
    '<div><div><button>Jane Roe</button><dl><dt>Position</dt><dd>Buyer</dd></dl></div><div><button>John Doe</button><dl><dt>Position</dt><dd>Taster</dd></dl></div></div>',
  ],
  [
    'a table',
    '<table><thead><tr><th>姓名</th><th>職稱</th></tr></thead><tbody><tr><td>翁靜嫻</td><td>董事</td></tr><tr><td>涂若蘭</td><td>財務主管</td></tr></tbody></table>',
  ],
] as const;

describe('a company that is only a heading over people', () => {
  it.each(PEOPLE)('%s: nobody is shown', async (_, people) => {
    const { page, identity, fields } = await read(
      `<main>${HEAD}<div>在此公司工作的聯絡人</div><div>茶葉批發</div>${people}</main>`,
      COMPANY,
    );
    expect(page).not.toBe('client');
    expect({ identity, fields }).toEqual({ identity: null, fields: [] });
  });

  it.each(PEOPLE)('%s: shown where a fact of its own stands beside', async (_, people) => {
    const { identity, fields } = await read(
      `<main>${HEAD}<dl><dt>統一編號</dt><dd>24536806</dd><dt>電話</dt><dd>02-2771-0846</dd></dl>${people}</main>`,
      COMPANY,
    );
    expect(identity?.id).toBe('31');
    expect(fields.map(({ value }) => value)).toEqual(expect.arrayContaining(['24536806', '02-2771-0846']));
  });

  it.each([
    ['a number to ring', '<p><a href="tel:0227710846">02-2771-0846</a></p>'],
    [
      'labels without values',
      '<dl><dt>電話</dt><dd>未設定</dd><dt>地址</dt><dd>未設定</dd></dl><p>茶葉批發</p>',
    ],
    ['a tier', '<p>茶葉批發</p><span class="badge">VIP</span>'],
  ])('%s is a fact', async (_, fact) => {
    const { identity } = await read(`<main>${HEAD}${fact}${PEOPLE[0][1]}</main>`, COMPANY);
    expect(identity?.id).toBe('31');
  });

  it('others’ rows before the heading, and tabs below it, are no people of his', async () => {
    const { identity } = await read(
      `<div class="recent">${PEOPLE[0][1]}</div><main>${HEAD}<p>茶葉批發</p><div><a href="#">基本資料</a><a href="#">往來紀錄</a></div></main>`,
      COMPANY,
    );
    expect(identity?.id).toBe('31');
  });
});
