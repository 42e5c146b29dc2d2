import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

const label = (text: string): string => `<td class="gray">${text}</td>`;
const input = (value: string): string => `<td><input type="text" readonly value="${value}"></td>`;
const KNOWN =
  `<tr>${label('手机')}<td>13800571234</td>${label('邮箱')}<td>li@mail.test</td></tr>` +
  `<tr>${label('地址')}<td colspan="3">上海市宜山路 1 号</td></tr>`;
const READ = ['手机=13800571234', '邮箱=li@mail.test', '地址=上海市宜山路 1 号'];
const table = (rows: string): string => `<table><tbody>${rows}</tbody></table>`;

describe('a table of fields', () => {
  it('has labels wherever a cell is drawn as those that are known, however many stand in its row', async () => {
    const row = `<tr>${label('林场')}${input('东山')}${label('木材种别')}${input('红松')}${label('共管')}${input('')}</tr>`;
    expect(await fieldsIn(table(KNOWN + row))).toEqual([...READ, '林场=东山', '木材种别=红松']);
  });

  it('has none where cells of labels are drawn as those of values', async () => {
    const row = '<tr><td>林场</td><td>东山</td><td>木材种别</td><td>红松</td><td>共管</td><td>无</td></tr>';
    const plain = KNOWN.replaceAll(' class="gray"', '');
    expect(await fieldsIn(table(plain + row))).toEqual(READ);
  });

  it('says long texts in a row of their own under one that is their label', async () => {
    const wide = (text: string): string => `<tr><td colspan="4">${text}</td></tr>`;
    expect(
      await fieldsIn(
        table(
          `${KNOWN}${wide('<strong>林场沿革</strong>')}${wide('三代经营，自有冷库两座。')}` +
            `${wide('<strong>砍伐计划</strong>')}${wide('<strong>说明</strong>')}${wide('霜降前后备齐。')}`,
        ),
      ),
    ).toEqual([...READ, '林场沿革=三代经营，自有冷库两座。', '说明=霜降前后备齐。']);
  });

  it('that is all of the page is no part of one, whatever its heading', async () => {
    const { fields, name } = await read(
      `<form><h3>联系人信息</h3>${table(
        `<tr>${label('客户名称')}<td colspan="3">沅溪市聚禾粮油有限公司</td></tr>` +
          `<tr>${label('姓名')}<td>王丽华</td>${label('生日')}<td>1979-09-21</td></tr>${KNOWN}`,
      )}</form>`,
      'https://crm.bank.test/customer/contact/view/id/1408',
    );
    expect(name?.value).toBe('王丽华');
    expect(fields.map(({ value }) => value)).toContain('13800571234');
  });

  it('holds in the value of a label a list, of which there may be one', async () => {
    const family =
      '<table><tbody><tr><th>成员姓名</th><th>成员关系</th></tr><tr><td>惠子涵</td><td>女儿</td></tr></tbody></table>';
    expect(
      await fieldsIn(table(`${KNOWN}<tr>${label('家庭成员')}<td colspan="3">${family}</td></tr>`)),
    ).toEqual(READ);
  });

  it('of people on a client’s page is still none of his', async () => {
    const people = `<div><h3>联系人</h3>${table(`<tr>${label('姓名')}<td>李建国</td>${label('手机')}<td>13911112222</td></tr>`)}</div>`;
    expect(await fieldsIn(table(KNOWN) + people)).toEqual(READ);
  });
});
