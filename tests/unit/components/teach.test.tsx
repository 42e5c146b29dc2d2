import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Teach } from '@/components/teach/Teach';
import type { TeachView } from '@/utils/app/teachPort';
import { playTeachPort, TEACH_VIEWS } from '../../gallery/fixtures/teach';
import { expectAccessible, settled, speak } from './setup';

const STAGES = Object.entries(TEACH_VIEWS).map(([name, make]): [string, TeachView] => [name, make()]);

async function show(view: TeachView) {
  const port = playTeachPort(view);
  render(<Teach port={port} />);
  await settled();
  return port;
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const rowOf = (label: string): HTMLElement => {
  const row = screen.getByText(label).closest('li');
  if (!row) throw new Error(`no row ${label}`);
  return row;
};

describe('each stage of the wizard', () => {
  it.each(STAGES)('%s is accessible', async (_, view) => {
    await show(view);
    await expectAccessible();
  });

  it.each(STAGES)('%s has all its words in English', async (_, view) => {
    speak('en');
    await show(view);
    expect(document.body.textContent).not.toMatch(/\b(?:ui|teach|field)\.[a-z]/);
  });

  it('says which step it is at', async () => {
    await show(TEACH_VIEWS.other());
    const steps = within(screen.getByRole('list', { name: '进度' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null]);
  });
});

describe('what was understood', () => {
  it('names the client, the number and where it comes from', async () => {
    await show(TEACH_VIEWS.company());
    const who = screen.getByRole('region', { name: '客户' });
    expect(who.textContent).toContain('恒通纺织有限公司');
    expect(who.textContent).toContain('10000001取自“客户号”');
    expect(screen.getByRole('radio', { name: '企业' }).getAttribute('aria-checked')).toBe('true');
  });

  it('leaves out what it is unsure of, and what could not be found again', async () => {
    await show(TEACH_VIEWS.understood());
    expect(screen.getByLabelText('保留“手机号码”')).toHaveProperty('checked', true);
    expect(screen.getByLabelText('保留“最近登录”')).toHaveProperty('checked', false);
    expect(screen.getByLabelText('保留“开户机构”')).toHaveProperty('disabled', true);
    expect(screen.getByText('已选6项，共9项')).toBeTruthy();
  });

  it('says how sure it is in words', async () => {
    await show(TEACH_VIEWS.understood());
    expect(rowOf('手机号码').textContent).toContain('有把握');
    expect(rowOf('客户经理').textContent).toContain('可能对');
    expect(rowOf('最近登录').textContent).toContain('没把握');
  });

  it('drops a row, says what it is, and takes the other kind of client', async () => {
    const port = await show(TEACH_VIEWS.understood());
    fireEvent.click(screen.getByLabelText('保留“职业”'));
    fireEvent.change(screen.getByLabelText('“客户经理”是什么'), { target: { value: 'employer' } });
    fireEvent.change(screen.getByLabelText('“手机号码”是什么'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('radio', { name: '企业' }));
    expect(port.calls).toEqual(['kept 4 false', 'key 6 employer', 'key 1 null', 'kind company']);
  });

  it('outlines the row under the pointer or the focus in the page, and nothing once it is left', async () => {
    const port = await show(TEACH_VIEWS.understood());
    fireEvent.mouseEnter(rowOf('出生日期'));
    fireEvent.mouseLeave(rowOf('出生日期'));
    screen.getByLabelText('保留“职业”').focus();
    expect(port.calls).toEqual(['outline 2', 'outline null', 'outline 4']);
  });

  it('points at a row anew, says so, and stops with Escape', async () => {
    const port = await show(TEACH_VIEWS.understood());
    fireEvent.click(button('重新指出“开户机构”'));
    await settled();
    expect(screen.getByText('正在指“开户机构”')).toBeTruthy();
    await expectAccessible();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await settled();
    expect(port.calls).toEqual(['pick 7', 'stopPicking']);
    expect(button('没错，下一步')).toBeTruthy();
  });

  it('shows what the checker has against it, with its place', async () => {
    await show(TEACH_VIEWS.refusedDraft());
    expect(screen.getByRole('alert').textContent).toContain('pages.0.fields.3.find');
  });
});

describe('the trials', () => {
  it.each([
    ['second', /现在还是 王丽华（10000001）/],
    ['sameNumber', /编号没有变（10000001），姓名却变成了 李建国/],
    ['nobody', /没有认出客户/],
    ['ambiguous', /同时有两位客户/],
  ] as const)('%s says what the page in front is, to screen readers too', async (name, words) => {
    await show(TEACH_VIEWS[name]());
    expect(screen.getByText(words).closest('[role="status"]')).not.toBeNull();
    expect(screen.queryByRole('button', { name: '只是同名，继续' })).toBeNull();
  });

  it('lets namesakes through', async () => {
    const port = await show(TEACH_VIEWS.sameName());
    fireEvent.click(button('只是同名，继续'));
    expect(port.calls).toEqual(['goOn']);
  });

  it('shows the second client with what was read there, and can be skipped in plain words', async () => {
    const port = await show(TEACH_VIEWS.other());
    expect(screen.getByText(/认出了 李建国（10000002），读到3项资料/)).toBeTruthy();
    expect(screen.getByText('139****0021')).toBeTruthy();
    expect(screen.getByText(/跳过的话/)).toBeTruthy();
    fireEvent.click(button('跳过这一步'));
    expect(port.calls).toEqual(['skip']);
  });

  it('says who was wrongly seen', async () => {
    const port = await show(TEACH_VIEWS.wrong());
    expect(screen.getByText(/被认成了 陈雅婷（10000003）/)).toBeTruthy();
    fireEvent.click(button('从头再来'));
    expect(port.calls).toEqual(['startOver']);
  });
});

describe('keeping and leaving', () => {
  it('keeps it under the name given, and not without one', async () => {
    const port = await show(TEACH_VIEWS.naming());
    const name = screen.getByLabelText('系统名称');
    await act(async () => void fireEvent.input(name, { target: { value: '  ' } }));
    expect(button('保存并启用')).toHaveProperty('disabled', true);
    await act(async () => void fireEvent.input(name, { target: { value: ' 新一代CRM ' } }));
    fireEvent.submit(name);
    expect(port.calls).toEqual(['keep 新一代CRM']);
  });

  it('asks before work is lost, and only then', async () => {
    const port = await show(TEACH_VIEWS.second());
    fireEvent.click(button('退出'));
    const dialog = screen.getByRole('dialog');
    await expectAccessible();
    fireEvent.click(within(dialog).getByRole('button', { name: '继续教' }));
    await settled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(port.calls).toEqual([]);
    fireEvent.click(button('退出'));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退出，不保存' }));
    expect(port.calls).toEqual(['end']);
    port.works = false;
    fireEvent.click(button('退出'));
    expect(port.calls).toEqual(['end', 'end']);
  });

  it('offers to point at the number where none is sure', async () => {
    const port = await show(TEACH_VIEWS.notSure());
    fireEvent.click(button('我来指出客户编号'));
    await settled();
    expect(screen.getByText('请在页面里点一下客户编号')).toBeTruthy();
    fireEvent.click(button('不指了'));
    expect(port.calls).toEqual(['pick number', 'stopPicking']);
  });
});
