import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible, settled } from '../setup';
import { card, fakePort, pageOf, subjectOf, WANG } from './fakePort';
import { finder, formOpen, open, press, settle, title, typeInto } from './hands';

afterEach(() => expectAccessible().finally(closed));

describe('finding', () => {
  const findable = async (typed: string) => {
    const fake = fakePort();
    await open(fake);
    await typeInto(finder(), typed);
    const options = screen.queryAllByRole('option').map((option) => option.textContent);
    return { fake, options };
  };

  it('has the focus at once where the page names no client', async () => {
    await open(fakePort());
    expect(document.activeElement).toBe(finder());
  });

  it.each([
    ['wlh', '王丽华'],
    ['wang li', '王丽华'],
    ['htfz', '恒通纺织有限公司'],
    ['6621', '王丽华'],
    ['10000002', '李建国'],
    ['ｃｙｔ', '陈雅婷'],
  ])('finds by %s', async (typed, name) => {
    const { options } = await findable(typed);
    expect(options).toHaveLength(1);
    expect(options[0]).toContain(name);
  });

  it('marks what was typed and says which number was found', async () => {
    await findable('wangl');
    expect(screen.getByRole('option').querySelector('mark')?.textContent).toBe('王丽');
    await typeInto(finder(), '6621');
    expect(screen.getByRole('option').textContent).toContain('手机尾号 6621');
  });

  it('moves with the arrow keys, picks with Enter, and logs for whom was picked', async () => {
    const { fake } = await findable('');
    await press('ArrowDown');
    const active = finder().getAttribute('aria-activedescendant');
    expect(document.getElementById(active ?? '')?.getAttribute('aria-selected')).toBe('true');
    await press('Enter');
    expect(title()).toBe('王丽华');
    expect(screen.getByText(/自己选的客户/)).toBeDefined();
    await press('t');
    await formOpen();
    await press('Enter');
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(WANG) });
  });

  it('tells two clients of one name apart', async () => {
    const twin = card(9, '王丽华', { numbers: ['20000009'] });
    const fake = fakePort();
    fake.book.value = fake.ready([WANG, twin]);
    await open(fake);
    await typeInto(finder(), 'wlh');
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options[0]).toContain('客户号 10000001');
    expect(options[1]).toContain('客户号 20000009');
  });

  it('says when nobody is found, and what to do', async () => {
    const { options } = await findable('xyz');
    expect(options).toEqual([]);
    expect(screen.getByText(/没有找到/)).toBeDefined();
  });

  it('says how many more of today there are, and shows them without leaving the search', async () => {
    const fake = fakePort();
    const late = Array.from({ length: 10 }, (_, n) => card(20 + n, `客户${n}`, { due: '2026-11-09' }));
    fake.book.value = fake.ready(late);
    await open(fake);
    expect(screen.getAllByRole('option')).toHaveLength(7);
    fireEvent.click(screen.getByRole('button', { name: '今天还有3位' }));
    await settled();
    expect(screen.getAllByRole('option')).toHaveLength(10);
    expect(document.activeElement).toBe(finder());
    expect(screen.getAllByRole('option')[7]?.getAttribute('aria-selected')).toBe('true');
    expect(screen.queryByRole('button', { name: /今天还有/u })).toBeNull();
    await typeInto(finder(), '客户');
    expect(screen.queryByRole('button', { name: /今天还有/u })).toBeNull();
  });

  it('offers promises due, then overdue, then recent clients when nothing is typed', async () => {
    const { options } = await findable('');
    expect(options.map((text) => text?.slice(0, 2))).toEqual(['李建', '王丽', '恒通', '陈雅']);
    expect(screen.getByText('超期未联系2位')).toBeDefined();
  });

  it('goes back to the client of the page', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('/');
    await typeInto(finder(), 'ljg');
    await press('Enter');
    expect(title()).toBe('李建国');
    await settle(() => fireEvent.click(screen.getByRole('button', { name: '回到当前页面的王丽华' })));
    expect(title()).toBe('王丽华');
    expect(screen.getByText(/当前页面的客户/)).toBeDefined();
  });
});

describe('the list of the day', () => {
  const long = () =>
    Array.from({ length: 12 }, (_, index) => card(100 + index, `客户${index}`, { due: '2026-11-09' }));

  it('shows the first and opens the rest, with digits that always name the row they stand on', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    fake.book.value = fake.ready([WANG, ...long()]);
    await open(fake);
    const list = screen.getByRole('region', { name: '今天' });
    expect(within(list).getAllByRole('button', { name: /客户/ })).toHaveLength(5);
    await settle(() => fireEvent.click(screen.getByRole('button', { name: '还有7位' })));
    const rows = within(list).getAllByRole('button', { name: /客户/ });
    expect(rows).toHaveLength(12);
    const seventh = rows[6]?.querySelector('.prow-name')?.textContent;
    expect(rows[6]?.getAttribute('aria-keyshortcuts')).toBe('7');
    await press('7');
    expect(title()).toBe(seventh);
  });

  it('names the best prompts of the book as they are worked out, each one key away', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    fake.book.value = fake.ready([WANG, card(7, '陈雅婷')]);
    await open(fake);
    expect(screen.getByText(/今天没有到期的承诺/)).toBeDefined();
    await settle(() => {
      fake.best.value = [{ client: card(7, '陈雅婷').clientId, rule: 'leaving', priority: 100 }];
    });
    const row = within(screen.getByRole('region', { name: '今天' })).getByRole('button', { name: /陈雅婷/ });
    expect(row.textContent).toContain('流失预警');
    expect(row.getAttribute('aria-keyshortcuts')).toBe('1');
    await press('1');
    expect(title()).toBe('陈雅婷');
  });

  it('says so when there is nothing to do', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    fake.book.value = fake.ready([card(7, '陈雅婷')]);
    await open(fake);
    expect(screen.getByText(/今天没有到期的承诺/)).toBeDefined();
  });
});
