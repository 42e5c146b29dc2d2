import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '@/utils/domain/nba/learning';
import { NOTHING_LOCKED } from '@/utils/domain/schema/locked';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { button, click, enter, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const adjust = (name: string) => click(button(`调整“${name}”`));

describe('a rule', () => {
  it('has a weight in per cent, which is announced and can be taken back', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await adjust('生日祝福');
    await enter('权重', '120');
    expect(fake.saved.at(-1)?.weights).toEqual({ birthday: 1.2 });
    expect(screen.getByText('权重120 %')).toBeDefined();
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.weights).toBeUndefined();
  });

  it.each(['49', '151', 'x'])('takes no weight of %s', async (typed) => {
    const fake = fakeOptionsPort();
    await open(fake);
    await adjust('生日祝福');
    await enter('权重', typed);
    expect(fake.saved).toEqual([]);
    expect(part('提示规则').getByText('请填50到150之间的整数')).toBeDefined();
  });

  it('has its numbers, and says in its words what they are now', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await adjust('生日祝福');
    await enter('提前天数', '10');
    expect(fake.saved.at(-1)?.thresholds).toEqual({ 'birthday.daysAhead': 10 });
    expect(screen.getByText('10天之内过生日，公历或农历')).toBeDefined();
    await enter('提前天数', '7');
    expect(fake.saved.at(-1)?.thresholds).toEqual({});
  });

  it('that law asks for has neither switch nor weight', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    expect(screen.queryByRole('switch', { name: '贷后检查' })).toBeNull();
    await adjust('贷后检查');
    expect(screen.queryByRole('textbox', { name: '权重' })).toBeNull();
    expect(screen.getByRole('textbox', { name: '首次检查' })).toBeDefined();
    expect(screen.getByText('法定或投诉事项：权重不变，也不按回答调整。')).toBeDefined();
  });

  it('goes back to its starting values with the others, and that can be taken back', async () => {
    const fake = fakeOptionsPort({ settings: { weights: { birthday: 1.2 }, rulesOff: ['dormant'] } });
    await open(fake);
    await click(part('提示规则').getByRole('button', { name: '恢复默认' }));
    expect(fake.saved.at(-1)).toMatchObject({ weights: {}, rulesOff: [], thresholds: {} });
    await click(button('撤销'));
    expect(fake.saved.at(-1)).toMatchObject({ weights: { birthday: 1.2 }, rulesOff: ['dormant'] });
  });
});

describe('what is learned', () => {
  const learned = { birthday: { ...NO_ANSWERS, taken: 7, refused: 1 } };

  it('stands with its rule, can be forgotten, and had back', async () => {
    const fake = fakeOptionsPort({ learned });
    await open(fake);
    expect(screen.getByText('按回答+13 %')).toBeDefined();
    await adjust('生日祝福');
    expect(screen.getByText(/采纳7次、不适用1次、推迟0次：权重\+13 %/)).toBeDefined();
    await click(button('重新统计“生日祝福”'));
    expect(fake.calls).toContain('forget birthday');
    expect(screen.getByText('还没有回答过这条规则的提示')).toBeDefined();
    await click(button('撤销'));
    expect(fake.learned.value).toEqual(learned);
  });

  it('can be switched off; the counts stay and change nothing', async () => {
    const fake = fakeOptionsPort({ learned });
    await open(fake);
    await click(screen.getByRole('switch', { name: '按你的回答调整权重' }));
    expect(fake.saved.at(-1)?.learning).toBe(false);
    expect(screen.queryByText('按回答+13 %')).toBeNull();
  });

  it('asks about a rule that was three times not relevant, and keeps it on request', async () => {
    const fake = fakeOptionsPort({ learned: { birthday: { ...NO_ANSWERS, refused: 3, unwanted: 3 } } });
    await open(fake);
    expect(screen.getByText(/已有3次标为与客户无关/)).toBeDefined();
    await click(button('保留“生日祝福”'));
    expect(fake.calls).toContain('keep birthday');
  });
});

describe('what the bank has set', () => {
  it('is shown and cannot be changed', async () => {
    const fake = fakeOptionsPort({
      settings: {
        rulesOff: ['overdue'],
        weights: { birthday: 0.8 },
        promptsPerClient: 2,
        recordedSales: 'every',
      },
      locked: {
        locked: {
          ...NOTHING_LOCKED,
          rules: { overdue: false },
          weights: { birthday: 0.8 },
          thresholds: { 'birthday.daysAhead': 3 },
          promptsPerClient: 2,
          learning: false,
          products: [],
          events: [],
          serviceLines: [5_000_000],
          offerHours: { from: 540, lunchFrom: 720, lunchTo: 840, until: 1080 },
          recordedSales: 'every',
        },
        garbled: ['proactivePerDay'],
      },
    });
    await open(fake);
    expect(screen.getByRole('switch', { name: '超期联系' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('switch', { name: '按你的回答调整权重' })).toHaveProperty('disabled', true);
    expect(screen.getByText('本行策略里有读不懂的内容，没有生效：proactivePerDay')).toBeDefined();
    await adjust('生日祝福');
    for (const label of ['权重', '提前天数', '每位客户最多显示几条提示'])
      expect(screen.getByRole('textbox', { name: label }), label).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: '添加产品' })).toBeNull();
    expect(part('产品与活动').getAllByText('由本行设定')).toHaveLength(3);
    const hours = part('营销时段');
    expect(hours.getByText('由本行设定')).toBeDefined();
    for (const label of ['从几点', '午休从', '午休到', '到几点'])
      expect(hours.getByLabelText(label), label).toHaveProperty('disabled', true);
    const recorded = part('双录');
    expect(recorded.getByText('由本行设定')).toBeDefined();
    expect(recorded.getByText('每次签约都要填')).toBeDefined();
    expect(recorded.queryByRole('radio')).toBeNull();
    // Nothing of one's own is left to be put back.
    expect(part('提示规则').queryByRole('button', { name: '恢复默认' })).toBeNull();
  });
});

describe('the hours of offers', () => {
  const leave = (label: string, value: string) =>
    settle(() => {
      const field = part('营销时段').getByLabelText(label);
      fireEvent.input(field, { target: { value } });
      fireEvent.blur(field);
    });

  it('are saved once they go together, and can be put back', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    const hours = part('营销时段');
    expect(hours.queryByRole('button', { name: '恢复默认' })).toBeNull();
    // Lunch from 15 to 16: the first end alone lies behind the other.
    await leave('午休从', '15:00');
    expect(fake.saved).toEqual([]);
    expect(hours.getByText('请按一天的先后填，并在08:00到21:00之间，这次没有保存')).toBeDefined();
    expect(hours.getByLabelText('午休从')).toHaveProperty('value', '15:00');
    await leave('午休到', '16:00');
    expect(fake.saved.at(-1)?.offerHours).toEqual({ from: 540, lunchFrom: 900, lunchTo: 960, until: 1200 });
    expect(hours.queryByRole('alert')).toBeNull();
    await click(hours.getByRole('button', { name: '恢复默认' }));
    expect(fake.saved.at(-1)?.offerHours).toEqual({ from: 540, lunchFrom: 720, lunchTo: 840, until: 1200 });
    expect(hours.getByLabelText('午休从')).toHaveProperty('value', '12:00');
  });

  it('end at 21 at the latest', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await leave('到几点', '21:01');
    expect(fake.saved).toEqual([]);
    await leave('到几点', '21:00');
    expect(fake.saved.at(-1)?.offerHours?.until).toBe(1260);
  });
});

it('the recording of sales is asked as the user sets it', async () => {
  const fake = fakeOptionsPort();
  await open(fake);
  const recorded = part('双录');
  expect(recorded.getByRole('radio', { name: '要填，无需双录的产品除外' }).ariaChecked).toBe('true');
  await click(recorded.getByRole('radio', { name: '每次签约都要填' }));
  expect(fake.saved.at(-1)?.recordedSales).toBe('every');
});

describe('what the bank sells', () => {
  it('is a list of products with risk and least amount, each name once', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('添加产品'));
    const form = within(screen.getByRole('dialog'));
    await click(form.getByRole('button', { name: '保存' }));
    expect(form.getByText('请填产品名称')).toBeDefined();
    await enter('名称', '云澜稳健');
    await enter('起购金额', '1万');
    await click(form.getByRole('button', { name: '保存' }));
    expect(fake.saved.at(-1)?.products).toEqual([
      { name: '云澜稳健', kind: 'wealth', risk: null, least: { minor: '1000000', currency: 'CNY' } },
    ]);
    await click(button('添加产品'));
    await enter('名称', '云澜稳健');
    await enter('起购金额', '2万');
    await click(button('保存'));
    expect(screen.getByText('清单里已有这个名称')).toBeDefined();
    await click(button('取消'));
    await click(button('去掉“云澜稳健”'));
    expect(fake.saved.at(-1)?.products).toEqual([]);
  });

  it('has the lines of its service levels, in ten thousand yuan', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('资产门槛（万元），用顿号隔开', '50，500');
    expect(fake.saved.at(-1)?.serviceLines).toEqual([5_000_000, 500_000]);
    await enter('资产门槛（万元），用顿号隔开', '很多');
    expect(fake.saved).toHaveLength(1);
    expect(screen.getByText(/请填1到10个万元数/)).toBeDefined();
  });
});
