import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

const BOTH = ['手机=13800571234', '邮箱=li@mail.test'];

describe('a page without an adapter gives its fields', () => {
  it.each([
    [
      'th and td in rows',
      '<table><tr><th>手机</th><td>13800571234</td></tr><tr><th>邮箱</th><td>li@mail.test</td></tr></table>',
    ],
    [
      'th over td in columns',
      '<table><tr><th>手机</th><th>邮箱</th></tr><tr><td>13800571234</td><td>li@mail.test</td></tr></table>',
    ],
    [
      'a grid of four columns',
      '<table><tr><td>手机：</td><td>13800571234</td><td>邮箱：</td><td>li@mail.test</td></tr></table>',
    ],
    ['dt and dd', '<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>'],
    [
      'dt and dd in rows',
      '<dl><div><dt>手机</dt><dd>13800571234</dd></div><div><dt>邮箱</dt><dd>li@mail.test</dd></div></dl>',
    ],
    [
      'label over value',
      '<section><div><span>手机</span><b>13800571234</b></div><div><span>邮箱</span><b>li@mail.test</b></div></section>',
    ],
    [
      'headings over values',
      '<div><h4>手机</h4><hr><p>13800571234</p></div><div><h4>邮箱</h4><hr><p>li@mail.test</p></div>',
    ],
    ['one text each', '<p>手机：13800571234</p><p>邮箱：li@mail.test</p>'],
    ['one text for both', '<p>手机：13800571234　邮箱：li@mail.test</p>'],
    [
      'a colon in a column of its own',
      '<div><p>手机</p><p>:</p><p>13800571234</p></div><div><p>邮箱</p><p>:</p><p>li@mail.test</p></div>',
    ],
    [
      'label and value in one cell',
      '<table><tr><td><span>手机</span><span>13800571234</span></td><td><span>邮箱</span><span>li@mail.test</span></td></tr></table>',
    ],
    [
      'cells without rows',
      '<div><i></i><div class="k-label">手机</div><div>13800571234</div><div class="k-label">邮箱</div><div>li@mail.test</div></div>',
    ],
    [
      'inputs by for',
      '<label for="m">手机</label><input id="m" value="13800571234"><label for="e">邮箱</label><input id="e" value="li@mail.test">',
    ],
    [
      'a form that only shows',
      '<form><div><label>手机</label><div><input disabled value="13800571234"></div></div><div><label>邮箱</label><div><input readonly value="li@mail.test"></div></div></form>',
    ],
    [
      'wrapping labels',
      '<label>手机 <input value="13800571234"></label><label>邮箱 <input value="li@mail.test"></label>',
    ],
    [
      'aria-label',
      '<input aria-label="手机" value="13800571234"><input aria-label="邮箱" value="li@mail.test">',
    ],
    [
      'aria-labelledby',
      '<b id="a">手机</b><i></i><em>|</em><p aria-labelledby="a">13800571234</p><b id="b">邮箱</b><p aria-labelledby="b">li@mail.test</p>',
    ],
    [
      'contenteditable',
      '<div><label id="a">手机</label><p contenteditable="true">13800571234</p></div><div><label>邮箱</label><p contenteditable="true">li@mail.test</p></div>',
    ],
    [
      'buttons that hold the value',
      '<div><span>手机</span><div><button>13800571234</button></div></div><div><span>邮箱</span><div><button>li@mail.test</button></div></div>',
    ],
    [
      'links',
      '<div><span>手机</span><a href="tel:13800571234">13800571234</a></div><div><span>邮箱</span><a href="mailto:li@mail.test">li@mail.test</a></div>',
    ],
    [
      'a shadow root',
      '<x-card><template shadowrootmode="open"><dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl></template></x-card>',
    ],
    [
      'slotted values',
      '<x-row><template shadowrootmode="open"><p>手机</p><slot></slot></template><b>13800571234</b></x-row><x-row><template shadowrootmode="open"><p>邮箱</p><slot></slot></template><b>li@mail.test</b></x-row>',
    ],
    [
      'a select',
      '<div><label>手机</label><select><option selected>13800571234</option></select></div><div><label>邮箱</label><input value="li@mail.test"></div>',
    ],
  ])('%s', async (_, body) => {
    expect(await fieldsIn(body)).toEqual(BOTH);
  });

  it('in a frame of the same origin', async () => {
    const inner =
      '<h1>王丽华</h1><dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>';
    const reading = await read('<iframe src="inner.html"></iframe>', undefined, null, {
      'http://localhost/inner.html': inner,
    });
    expect(reading.fields.map(({ value }) => value)).toEqual(['王丽华', '13800571234', 'li@mail.test']);
  });

  it('without labels: links, shapes and icons', async () => {
    const { fields } = await read(
      '<h1>王丽华</h1><div><p><svg></svg><a href="tel:13800571234">13800571234</a></p><p><svg></svg><span>li@mail.test</span></p><p><svg></svg><span>浦东新区</span></p></div><dl><dt>性别</dt><dd>女</dd></dl>',
    );
    expect(fields.filter(({ label }) => label === '').map(({ value, kind }) => [value, kind])).toEqual([
      ['王丽华', 'name'],
      ['13800571234', 'phone'],
      ['li@mail.test', 'email'],
      ['浦东新区', 'other'],
    ]);
  });

  it('in traditional Chinese and English too', async () => {
    expect(await fieldsIn('<p>行動電話：0912-345-678</p><p>客戶等級：貴賓</p>')).toEqual([
      '行動電話=0912-345-678',
      '客戶等級=貴賓',
    ]);
    expect(await fieldsIn('<p>Date of birth: 14 March 1974</p><p>Relationship manager: Ann Lee</p>')).toEqual(
      ['Date of birth=14 March 1974', 'Relationship manager=Ann Lee'],
    );
  });
});

describe('labels that are easily taken for something else', () => {
  it.each([
    [
      'a colon within a label is none between label and value',
      '<label for="s">Address 1: Street</label><input id="s" value="9 Heriot Row"><label for="c">Address 1: City</label><input id="c" value="Edinburgh">',
      ['Address 1: Street=9 Heriot Row', 'Address 1: City=Edinburgh'],
    ],
    [
      'an abbreviation’s full stop ends no sentence',
      '<label for="n">No. of Employees</label><input id="n" value="112"><label for="e">Email</label><input id="e" value="li@mail.test">',
      ['No. of Employees=112', 'Email=li@mail.test'],
    ],
    [
      'what stands in a control is no button’s word',
      '<label for="p">Preferred Method of Contact</label><input id="p" value="Email"><label for="t">手机</label><input id="t" value="13800571234">',
      ['Preferred Method of Contact=Email', '手机=13800571234'],
    ],
    [
      'a dot between two words makes no pair of them',
      '<div><span>Contact</span> · <span>Main form</span></div><dl><dt>手机</dt><dd>13800571234</dd></dl>',
      ['手机=13800571234'],
    ],
    [
      'boxes made alike say value and label in one order',
      '<section><div><p>Borrower</p><p>Relationship Type</p></div><div><p>Leo Varga</p><p>Owner</p></div></section><dl><dt>手机</dt><dd>13800571234</dd></dl>',
      ['Relationship Type=Borrower', 'Owner=Leo Varga', '手机=13800571234'],
    ],
    [
      'a small note under a label is no value',
      '<div class="cell"><div class="cell-title"><b>手机</b><i>已实名</i></div><p>13800571234</p></div><div class="cell"><div class="cell-title"><b>邮箱</b></div><p>li@mail.test</p></div>',
      BOTH,
    ],
    [
      'a unit or a hint beside a field to type in is no part of its value',
      '<table><tr><th>年收入</th><td><input value="420"> 萬元</td></tr><tr><th>邮箱</th><td><input value="li@mail.test"> 用於寄送對帳單</td></tr><tr><th>月存</th><td><input value=""> 元</td></tr></table>',
      ['年收入=420', '邮箱=li@mail.test'],
    ],
    [
      'words of another language drawn as labels one like the other',
      '<div><p class="label">Rechtsform</p><b>GmbH</b></div><div><p class="label">Gründung</p><b>1991</b></div><div><p class="label">Handelsregister</p><b>HRB 20417</b></div><div><p class="label">Branche</p><b>Optik</b></div>',
      ['Rechtsform=GmbH', 'Gründung=1991', 'Handelsregister=HRB 20417', 'Branche=Optik'],
    ],
    [
      'one row of figures under heads of its own',
      '<dl><dt>手机</dt><dd>13800571234</dd></dl><table><thead><tr><th>存款余额</th><th>贷款余额</th></tr></thead><tbody><tr><td>18,604,551</td><td>9,200,000</td></tr></tbody></table>',
      ['手机=13800571234', '存款余额=18,604,551', '贷款余额=9,200,000'],
    ],
    [
      'a day in a list of cells, by words that elsewhere head a part',
      '<div class="c"><div class="c-title">手机</div><p>13800571234</p></div><div class="c"><div class="c-title">最近联系</div><p>2026-11-10</p></div><div class="c"><div class="c-title">邮箱</div><p>li@mail.test</p></div>',
      ['手机=13800571234', '最近联系=2026-11-10', '邮箱=li@mail.test'],
    ],
    [
      'a number behind the longest label there is',
      '<p><span>Client no. 4471-0928</span></p><dl><dt>手机</dt><dd>13800571234</dd></dl>',
      ['Client no.=4471-0928', '手机=13800571234'],
    ],
  ])('%s', async (_, body, fields) => {
    expect(await fieldsIn(body)).toEqual(fields);
  });

  it('the card of his company on a person’s page is the company’s', async () => {
    const { fields } = await read(
      '<main><h1>Ingrid Thackeray</h1><dl><dt>Mobile</dt><dd>+44 7700 900 641</dd><dt>Job Title</dt><dd>Chairman</dd></dl>' +
        '<section><h2>Company</h2><div><div><label>Phone</label><p>+44 131 496 0800</p></div><div><label>Primary Contact</label><p>Evadne Straker</p></div></div></section></main>',
      'https://crm.bank.test/contacts/10231',
    );
    expect(fields.map(({ label }) => label)).toEqual(['', 'Mobile', 'Job Title']);
  });
});

describe('what is not a value is not read', () => {
  it.each(['', '-', '—', '－', '暂无', 'N/A', '未填写', '尚未安排', 'Not scheduled', '请输入', '--None--'])(
    '"%s"',
    async (text) => {
      expect(
        await fieldsIn(`<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>${text}</dd></dl>`),
      ).toEqual(['手机=13800571234']);
    },
  );

  it('a placeholder, and the label that follows an empty one', async () => {
    expect(
      await fieldsIn(
        '<div><label>手机</label><input placeholder="请输入手机" value=""></div><div><label>邮箱</label><input value="li@mail.test"></div>',
      ),
    ).toEqual(['邮箱=li@mail.test']);
    expect(await fieldsIn('<dl><dt>手机</dt><dt>邮箱</dt><dd>li@mail.test</dd></dl>')).toEqual([
      '邮箱=li@mail.test',
    ]);
  });

  it('but 未婚 and 未成交 are', async () => {
    expect(await fieldsIn('<dl><dt>婚姻状况</dt><dd>未婚</dd><dt>成交状态</dt><dd>未成交</dd></dl>')).toEqual(
      ['婚姻状况=未婚', '成交状态=未成交'],
    );
  });

  it.each([
    ['a hidden tab', '<div style="display:none"><dl><dt>邮箱</dt><dd>li@mail.test</dd></dl></div>'],
    ['the program’s header', '<header class="app-header"><p>邮箱：li@mail.test</p></header>'],
    ['who is at the desk', '<p>当前用户：李四</p>'],
    [
      'a list of contacts',
      '<h3>联系人</h3><table><thead><tr><th>姓名</th><th>邮箱</th></tr></thead><tr><td>张三</td><td>z@mail.test</td></tr></table>',
    ],
    [
      'one row of another record',
      '<table><tr><th>邮箱</th><th>电话</th></tr><tr><td><a href="/contact/3">z@mail.test</a></td><td>021-55667788</td></tr></table>',
    ],
    [
      'cards of other records',
      '<div><div class="c"><p>邮箱：a@mail.test</p><p>职务：经理</p></div><div class="c"><p>邮箱：b@mail.test</p><p>职务：总监</p></div></div>',
    ],
    [
      'a feed',
      '<ul><li><b>李四</b><i>2026-11-02</i><p>邮箱：请发报价单到公司，对方要求尽快。</p></li><li><b>李四</b><i>2026-10-02</i><p>电话沟通了续约意向，下周再联系。</p></li></ul>',
    ],
    [
      'a panel of related records',
      '<div role="tablist"><a role="tab" id="t" aria-selected="true">联系人</a></div><div role="tabpanel" aria-labelledby="t"><p>邮箱：a@mail.test</p></div>',
    ],
    [
      'a note about to be written',
      '<form><div><label for="d">下次联系时间</label><input id="d" value="2026-12-01"></div><textarea placeholder="写跟进"></textarea></form>',
    ],
    [
      'a choice not made',
      '<div><label>性别</label><div role="radiogroup"><span role="radio" aria-checked="false">男</span></div></div>',
    ],
  ])('%s', async (_, body) => {
    expect(
      await fieldsIn(`<dl><dt>手机</dt><dd>13800571234</dd><dt>年龄</dt><dd>44</dd></dl>${body}`),
    ).toEqual(['手机=13800571234', '年龄=44']);
  });
});
