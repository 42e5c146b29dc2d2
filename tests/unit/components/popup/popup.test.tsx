// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '@/components/popup/Popup';
import { expectAccessible, speak } from '../setup';
import { answered } from './answered';
import { card, fakePort, HENGTONG, LI, newPage, ORIGIN, pageOf, subjectOf, WANG } from './fakePort';

type Fake = ReturnType<typeof fakePort>;

/** Opens the popup and waits until what is asked at opening has been answered. */
async function open(fake: Fake) {
  const shown = render(<Popup port={fake.port} />);
  await act(async () => {});
  return shown;
}

/** A key pressed where the focus is. */
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });
  });

const typeInto = (element: HTMLElement, value: string) =>
  act(async () => {
    fireEvent.input(element, { target: { value } });
  });

const settle = (work: () => void) =>
  act(async () => {
    work();
  });

const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const finder = () => screen.getByRole('combobox', { name: '找客户' });
const formOpen = () => waitFor(() => screen.getByRole('form'));

// The accessibility check looks at the whole page after each test.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

afterEach(() => expectAccessible().finally(cleanup));

describe('logging for the client in front', () => {
  it('takes three keys: open, T, Enter', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await press('Enter');
    expect(fake.commands).toHaveLength(1);
    expect(fake.commands[0]).toMatchObject({
      do: 'logContact',
      subject: subjectOf(WANG),
      details: { channel: 'phone', result: 'reached', day: '2026-11-20', goalReached: null },
      keeps: null,
    });
  });

  it('takes T, N for a call that no one answered', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('T');
    await press('n');
    expect(fake.commands[0]).toMatchObject({ details: { channel: 'phone', result: 'noAnswer' } });
  });

  it('says “saved” only after the transaction, and then offers to undo it', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await press('Enter');
    expect(screen.queryByText('已保存到 王丽华')).toBeNull();
    expect(screen.getByRole('button', { name: /正在保存/ })).toHaveProperty('disabled', true);
    await answered(fake);
    expect(screen.getByText('已保存到 王丽华')).toBeDefined();
    expect(screen.queryByRole('form')).toBeNull();
    await settle(() => fireEvent.click(screen.getByRole('button', { name: '撤销' })));
    expect(fake.commands[1]).toMatchObject({ do: 'undo' });
  });

  it('keeps the form and what was written when it was not saved', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t');
    await formOpen();
    await typeInto(screen.getByRole('textbox', { name: '备注' }), '答应给方案');
    await press('Enter', { ctrlKey: true });
    await answered(fake, { ok: false, error: { code: 'full', field: null } });
    expect(screen.getByRole('alert').textContent).toContain('磁盘空间不足');
    expect(screen.getByRole('textbox', { name: '备注' })).toHaveProperty('value', '答应给方案');
    expect(fake.drafts.get(WANG.clientId)?.details.note).toBe('答应给方案');
    expect(screen.queryByText('已保存到 王丽华')).toBeNull();
  });

  it('makes a client of someone seen for the first time', async () => {
    const fake = fakePort({ tab: newPage('赵启明', '777') });
    await open(fake);
    expect(screen.getByText(/第一次见到/)).toBeDefined();
    await press('w');
    await formOpen();
    await press('Enter');
    expect(fake.commands[0]).toMatchObject({
      subject: { type: 'sighted', sighting: { record: { recordId: '777' } } },
      details: { channel: 'wechat' },
    });
  });

  it('does not wait for the book', async () => {
    const fake = fakePort({ tab: newPage('赵启明', '777', 'reading'), book: { state: 'loading' } });
    await open(fake);
    expect(title()).toBe('赵启明');
    await press('t');
    await formOpen();
    await press('Enter');
    expect(fake.commands).toHaveLength(1);
  });

  it('says how late one is and when one last talked', async () => {
    await open(fakePort({ tab: pageOf(WANG) }));
    expect(screen.getByText('超期11天')).toBeDefined();
    expect(screen.getByText('当前页面的客户 · 上次 10月9日 电话')).toBeDefined();
  });

  it('keeps a promise when told to', async () => {
    const fake = fakePort({ tab: pageOf(LI) });
    await open(fake);
    const keep = screen.getByRole('button', { name: '这次兑现' });
    expect(keep.getAttribute('aria-pressed')).toBe('false');
    await settle(() => fireEvent.click(keep));
    await press('t');
    await formOpen();
    await press('Enter', { ctrlKey: true });
    expect(fake.commands[0]).toMatchObject({ keeps: LI.promise?.contactId });
  });
});

describe('keys', () => {
  it('do nothing while an input method composes', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('t', { isComposing: true });
    await press('/', { isComposing: true });
    await press('1', { isComposing: true });
    await press('Process', { keyCode: 229 });
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(title()).toBe('王丽华');
  });

  it('do not pick from the search while the input method composes', async () => {
    const fake = fakePort();
    await open(fake);
    finder().focus();
    await typeInto(finder(), "wang'li");
    await press('Enter', { isComposing: true });
    expect(fake.port.tab.value.state).toBe('notClientPage');
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
    await press('Enter');
    expect(title()).toBe('王丽华');
  });

  it('are letters where something is written', async () => {
    const fake = fakePort();
    await open(fake);
    finder().focus();
    await press('t');
    await press('1');
    await press('/');
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
  });

  it('with / change the client, with Escape go back', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('/');
    expect(document.activeElement).toBe(finder());
    await press('Escape');
    expect(title()).toBe('王丽华');
  });

  it('with a digit go to a client of the list, without the one shown already', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('2');
    expect(title()).toBe('恒通纺织有限公司');
    await press('m');
    await formOpen();
    await press('Enter');
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(HENGTONG), details: { channel: 'meeting' } });
  });

  it('with a digit on a promise make the next log keep it', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    await press('1');
    expect(title()).toBe('李建国');
    expect(screen.getByRole('button', { name: '这次兑现' }).getAttribute('aria-pressed')).toBe('true');
    await press('w');
    await formOpen();
    await press('Enter');
    expect(fake.commands[0]).toMatchObject({ subject: subjectOf(LI), keeps: LI.promise?.contactId });
  });

  it('do not log while the book cannot be written', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    const { value } = fake.book;
    if (value.state === 'ready') fake.book.value = { ...value, trouble: 'damaged' };
    await open(fake);
    await press('t');
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('已停止写入');
    await settle(() => fireEvent.click(screen.getByRole('button', { name: '看看怎么办' })));
    expect(fake.calls).toEqual(['options data']);
  });
});

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

  it('says so when there is nothing to do', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    fake.book.value = fake.ready([card(7, '陈雅婷')]);
    await open(fake);
    expect(screen.getByText(/今天没有到期的承诺/)).toBeDefined();
  });
});

describe('other surfaces', () => {
  it('opens the side panel in the click itself, before anything else', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    await open(fake);
    fireEvent.click(screen.getByRole('button', { name: '侧边栏打开' }));
    expect(fake.calls).toEqual(['openBeside']);
  });

  it('shows or folds the panel in the page, and says where there is none', async () => {
    const fake = fakePort({ tab: pageOf(WANG) });
    fake.port.togglePanel = async () => false;
    await open(fake);
    await settle(() => fireEvent.click(screen.getByRole('button', { name: '显示或收起页内面板' })));
    expect(screen.getByText(/还没有面板/)).toBeDefined();
  });

  it('leads to the settings', async () => {
    const fake = fakePort({ tab: { state: 'restricted' } });
    await open(fake);
    fireEvent.click(screen.getByRole('button', { name: '设置' }));
    expect(fake.calls).toEqual(['options']);
    expect(screen.queryByRole('button', { name: '显示或收起页内面板' })).toBeNull();
  });

  it('speaks English', async () => {
    speak('en');
    await open(fakePort({ tab: pageOf(WANG) }));
    expect(screen.getByText('11 days overdue')).toBeDefined();
    expect(screen.getByText(/^Client of this page · Last .*Oct.*, phone/i)).toBeDefined();
  });
});

describe('pages that name no client', () => {
  it.each([
    [{ state: 'restricted' } as const, /浏览器自己的页面/],
    [{ state: 'notClientPage', origin: ORIGIN } as const, /当前页不是客户页/],
    [{ state: 'notRecognised', origin: ORIGIN } as const, /谁也不显示/],
  ])('says why: %j', async (tab, words) => {
    await open(fakePort({ tab }));
    expect(screen.getByText(words)).toBeDefined();
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
    expect(finder()).toBeDefined();
  });

  it('offers to reload a page that was open before its CRM was connected', async () => {
    const fake = fakePort({ tab: { state: 'silent', origin: ORIGIN } });
    await open(fake);
    fireEvent.click(screen.getByRole('button', { name: '刷新此页' }));
    expect(fake.calls).toEqual(['reload']);
  });

  it('shows nobody and says so while the store does not open', async () => {
    const fake = fakePort({ book: { state: 'error', code: 'unavailable' } });
    await open(fake);
    expect(screen.getByRole('alert').textContent).toContain('打不开本机数据');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says what to do with an empty book', async () => {
    const fake = fakePort();
    fake.book.value = fake.ready([]);
    await open(fake);
    expect(screen.getByText(/名册还是空的/)).toBeDefined();
  });
});
