import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

const FIELDS =
  '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd><dt>职业</dt><dd>牙科医生</dd><dt>地址</dt><dd>宜山路 1 号</dd></dl>';
const OWN = ['手机=13800571234', '邮箱=li@mail.test', '职业=牙科医生', '地址=宜山路 1 号'];

describe('other people on a client’s page', () => {
  it.each([
    [
      'whom to ask for, in a card beside the fields',
      '<div><div>首要联系人</div><div><span>梁丘野</span><span>庄园主</span></div><div>手机：15000004402</div></div>',
    ],
    [
      'a son with labels of his own',
      '<dl><dt>姓名</dt><dd>王砺</dd><dt>手机</dt><dd>18600009013</dd><dt>工作单位</dt><dd>海珠设计院</dd></dl>',
    ],
    [
      'directors, under a first row that is a head by its looks',
      '<table><tr><td class="t" colspan="3">其他人</td></tr><tr><td class="h">姓名</td><td class="h">关系</td><td class="h">电话</td></tr><tr><td class="c">李强</td><td class="c">董事</td><td class="c">13900001111</td></tr><tr><td class="c">周敏</td><td class="c">董事</td><td class="c">13900002222</td></tr></table>',
    ],
    [
      'a list named by its first row',
      '<table><tr><td colspan="3">董事</td></tr><tr><td>李强</td><td>董事</td><td>13900001111</td></tr></table>',
    ],
  ])('%s: nothing of theirs is his', async (_, html) => {
    expect(await fieldsIn(`<p>客户姓名：王丽华</p>${FIELDS}${html}`)).toEqual(['客户姓名=王丽华', ...OWN]);
  });

  it('who looks after him is no heading of his page', async () => {
    const card =
      '<div class="card"><div class="card-title">管户经理</div><div><h4>陈思远</h4><p>工号 80213</p></div></div>';
    const { name } = await read(`<main><div>王丽华</div>${FIELDS}${card}</main>`);
    expect(name?.value).toBe('王丽华');
  });

  it('of two plain texts that look like names either may be the user’s', async () => {
    const page = (user: string): string =>
      `<div><span>${user}</span></div><main><div>王丽华</div>${FIELDS}</main>`;
    expect(await read(page('陈思远'))).toMatchObject({ identity: null, fields: [] });
    expect((await read(page('工作区'))).name?.value).toBe('王丽华');
  });
});

describe('what heads a page', () => {
  it('stands in a head that only has crumbs', async () => {
    const { name, fields } = await read(
      `<main><div class="page-header has-breadcrumb"><span class="page-header-title">王丽华</span><dl><dt>客户等级</dt><dd>金卡</dd></dl></div>${FIELDS}</main>`,
    );
    expect(name?.value).toBe('王丽华');
    expect(fields.map(({ value }) => value)).toContain('金卡');
  });

  it('is not what the program calls itself over its menu', async () => {
    const page = `<title>修改客户 - 明川客户关系管理系统</title><div class="sidebar-container"><div><h1>明川客户关系管理</h1></div><ul role="menubar"><li role="menuitem">首页</li></ul></div><main>${FIELDS}<p>客户姓名：王丽华</p></main>`;
    expect((await read(page)).name?.value).toBe('王丽华');
  });

  it('is no label of the line under it, whatever its pieces are called', async () => {
    const { fields } = await read(
      `<main><div><div><h4><span class="recordLabel">Corvane Instrument Makers LLC</span></h4></div><div><span>+1 (555) 017-6604</span></div></div>${FIELDS}</main>`,
    );
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toEqual(
      expect.arrayContaining(['=Corvane Instrument Makers LLC', '=+1 (555) 017-6604']),
    );
  });

  it('is the whole name where a form says only the surname beside it', async () => {
    const { name } = await read(
      `<main><p>Name: HALLIDAY GWENDOLEN MARY</p><dl><dt>Surname</dt><dd>HALLIDAY</dd></dl>${FIELDS}</main>`,
    );
    expect(name?.value).toBe('HALLIDAY GWENDOLEN MARY');
  });

  it('is behind a crumb and no value of it', async () => {
    const { name, fields } = await read(
      `<title>Coppergate Brewing Co.</title><main><div><span>Companies</span><span>/</span><div>Coppergate Brewing Co.</div></div>${FIELDS}</main>`,
      'https://c.test/object/company/5b0f6f8e-7c1d-4e0a-a1b9-0d3f5a7c9e12',
    );
    expect(name?.value).toBe('Coppergate Brewing Co.');
    expect(fields.map(({ label }) => label)).not.toContain('Companies');
  });
});

describe('fields of one record in several boxes', () => {
  it('some labels that return in a small box beside it make no card of the record', async () => {
    const box = (rows: string): string => `<div class="box"><dl>${rows}</dl></div>`;
    const small = box('<dt>手机</dt><dd>18600009013</dd><dt>邮箱</dt><dd>q@mail.test</dd>');
    const large = box(
      '<dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd><dt>职业</dt><dd>牙科医生</dd><dt>地址</dt><dd>宜山路 1 号</dd><dt>性别</dt><dd>女</dd><dt>国籍</dt><dd>中国</dd>',
    );
    expect(await fieldsIn(large + small)).toEqual(expect.arrayContaining(OWN));
  });

  it('a label whose value is missing is no value of the part over it', async () => {
    const row = (label: string, value: string): string =>
      `<div class="f"><div><label>${label}</label></div><div class="v">${value}</div></div>`;
    expect(
      await fieldsIn(
        `<div class="card"><div><h5>Address</h5></div><div>${row('Mailing Street', '17 Slipway Close')}${row('Mailing City', 'Balmain')}${row('Other Street', '')}</div></div>`,
      ),
    ).toEqual(['Mailing Street=17 Slipway Close', 'Mailing City=Balmain']);
  });

  it('a state that waits is a state', async () => {
    expect(
      await fieldsIn(`${FIELDS}<dl><dt>KYC 状态</dt><dd>待更新</dd><dt>传真</dt><dd>待更新</dd></dl>`),
    ).toEqual([...OWN, 'KYC 状态=待更新']);
  });
});
