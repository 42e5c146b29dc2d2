import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { closed, expectAccessible } from '../setup';
import { fakePort, HENGTONG, LI, newPage, pageOf, subjectOf, WANG } from './fakePort';
import { answered, finder, formOpen, open, press, settle, title, typeInto } from './hands';

afterEach(() => expectAccessible().finally(closed));

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
    expect(title()).toBe('找客户');
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
    expect(title()).toBe('找客户');
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
    expect(fake.calls).toEqual(['options restore']);
  });
});
