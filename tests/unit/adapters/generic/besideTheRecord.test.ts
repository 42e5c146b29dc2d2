import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

const OWN =
  '<dl><dt>Phone</dt><dd>01632 960 733</dd><dt>Birthday</dt><dd>1971-03-02</dd><dt>Remarks</dt><dd>Calls in the morning only, and never on a Friday</dd></dl>';
const OWN_FIELDS = [
  'Phone=01632 960 733',
  'Birthday=1971-03-02',
  'Remarks=Calls in the morning only, and never on a Friday',
];

describe('what stands beside a record and is no field of it', () => {
  it.each([
    [
      'what narrows a list down',
      '<div class="activity-search-options"><label for="t">Include</label><select id="t"><option selected>All types</option></select><label for="s">Status</label><select id="s"><option selected>Completed</option></select></div>',
    ],
    [
      'who was called when, by the class of the list',
      '<div class="follow-record-list"><div><div><span>2026-11-09</span><span>电话</span></div><div>约月底面谈</div></div></div>',
    ],
    [
      'who was called when, told in short sentences',
      '<div><div class="n"><div><span>2026-11-09</span><span>电话</span></div><div>谈购汇额度。</div></div><div class="n"><div><span>2026-10-14</span><span>到访</span></div><div>送体检券，签协议。</div></div></div>',
    ],
    [
      'who changed it',
      '<div><fieldset><legend>修改历史</legend></fieldset><ul><li><span>殷若渊</span> 更新 <span>11月12日</span></li></ul></div>',
    ],
    [
      'a heading with a button to add another',
      '<div><div><span>地址</span><button>新增地址</button></div><ul><li>南路一段 98 巷</li><li>編輯</li></ul></div>',
    ],
  ])('%s', async (_, beside) => {
    expect(await fieldsIn(`${OWN}${beside}`)).toEqual(OWN_FIELDS);
  });
});

describe('a client of whom only the name is shown', () => {
  const ADDRESS = 'https://crm.bank.test/contact/view?cid=204';
  const alone = (beside: string): string => `<main><h1>Mr. Alban Tregarrow</h1>${beside}</main>`;

  it.each([
    [
      'over a menu of what can be done',
      '<ul><li class="a"><a href="#">Actions</a></li><li class="b"><a href="#">Edit</a></li><li class="c"><a href="#">Delete Contact</a></li></ul>',
    ],
    [
      'over a list of what was done',
      '<table><thead><tr><th>Type</th><th>Subject</th><th>Date</th></tr></thead><tbody><tr><td>Phone Call</td><td>Legacy wording</td><td>12/11/2026</td></tr><tr><td>House Visit</td><td>Lunch with the trustees</td><td>02/11/2026</td></tr></tbody></table>',
    ],
  ])('is recognised %s', async (_, beside) => {
    const { page, identity } = await read(alone(beside), ADDRESS);
    expect({ page, id: identity?.id }).toEqual({ page: 'client', id: '204' });
  });
});
