import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { button, click, enter, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const into = (label: string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

describe('cadence by class and of meetings', () => {
  it('sets a class apart, takes it back, and clears it by an empty field', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('VIP', '20');
    expect(fake.saved.at(-1)?.classCadence).toEqual({ vip: 20 });
    await enter('存量', '45');
    expect(fake.saved.at(-1)?.classCadence).toEqual({ vip: 20, base: 45 });
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.classCadence).toEqual({ vip: 20 });
    await enter('VIP', '');
    expect(fake.saved.at(-1)?.classCadence).toEqual({});
  });

  it.each(['0', '366', 'x', '1.5'])('does not take %j for meetings, and says what will do', async (typed) => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('A级面谈', typed);
    expect(fake.saved).toEqual([]);
    expect(part('联系频率').getByText('请填1到365之间的整数，或者留空')).toBeDefined();
  });

  it('stops asking for meetings of a tier, and keeps what the others had', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('A级面谈', '');
    expect(fake.saved.at(-1)?.visitCadence).toEqual({ A: null, B: 180, C: null, D: null });
  });

  it('changes what a day holds', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await enter('其他联系', '5');
    expect(fake.saved.at(-1)?.capacity).toEqual({ visits: 2, contacts: 5 });
  });
});

describe('leave', () => {
  const CHRISTMAS = [{ from: '2026-12-21', until: '2026-12-31', standIn: '李明' }];

  it('is entered with who stands in, and taken back', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await into('开始日期', '2026-12-21');
    await into('结束日期', '2026-12-31');
    await into('代班', ' 李明 ');
    await click(button('登记休假'));
    expect(fake.saved.at(-1)?.leave).toEqual(CHRISTMAS);
    expect(screen.getByText('李明代班')).toBeDefined();
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.leave).toBeUndefined();
    expect(screen.getByText('没有登记休假')).toBeDefined();
  });

  it.each([
    ['', '', '请填开始日期和结束日期'],
    ['2026-12-31', '2026-12-30', '结束日期早于开始日期'],
    ['2026-12-31', '2027-01-02', '与已登记的休假重叠'],
  ])('from %j to %j is not taken: %s', async (from, until, problem) => {
    const fake = fakeOptionsPort();
    await open(fake);
    await into('开始日期', '2026-12-21');
    await into('结束日期', '2026-12-31');
    await click(button('登记休假'));
    const before = fake.saved.length;
    await into('开始日期', from);
    await into('结束日期', until);
    await click(button('登记休假'));
    expect(screen.getByRole('alert').textContent).toBe(problem);
    expect(fake.saved).toHaveLength(before);
    expect(screen.getByLabelText('开始日期')).toHaveProperty('value', from);
  });

  it('is removed, and that can be taken back too', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await into('开始日期', '2026-12-21');
    await into('结束日期', '2026-12-31');
    await into('代班', '李明');
    await click(button('登记休假'));
    await click(button(/^删除休假/));
    expect(fake.saved.at(-1)?.leave).toEqual([]);
    await click(button('撤销'));
    expect(fake.saved.at(-1)?.leave).toEqual(CHRISTMAS);
  });
});
