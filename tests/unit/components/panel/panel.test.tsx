import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Panel } from '@/components/panel/Panel';
import { REVEAL_MS } from '@/components/panel/who/Phone';
import type { PanelView } from '@/utils/app/panelPort';
import { addDays } from '@/utils/domain/day';
import { fail } from '@/utils/domain/result';
import type { CivilDay } from '@/utils/domain/schema/time';
import { aClientId, aContactId } from '../../../gallery/fixtures/people';
import { FULL, SIGHTING } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';
import { VIEWS } from '../../../gallery/fixtures/views';
import { expectAccessible, fallSilent, settled, speak } from '../setup';

async function show(view: PanelView) {
  const port = playPort(view);
  const drawn = render(<Panel port={port} />);
  await settled();
  return { port, ...drawn };
}
const press = async (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
  await settled();
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });

afterEach(() => void vi.useRealTimers());

const viewOf = (name: string): PanelView => {
  const make = (VIEWS as Record<string, () => PanelView>)[name];
  if (!make) throw new Error(`no view ${name}`);
  return make();
};

// The parts that come later are there at once: the tests are about what they do, not about loading.
beforeAll(async () => {
  await Promise.all([
    import('@/components/log/LogForm'),
    import('@/components/panel/history/History'),
    import('@/components/panel/profile/Profile'),
    import('@/components/panel/facts/Facts'),
    import('@/components/panel/notes/Notes'),
    import('@/components/panel/states/SeenContacts'),
  ]);
}, 60_000);

describe('each state', () => {
  const whole = async () => {
    await screen.findByRole('heading', { name: /联系记录|Contacts/ });
    await screen.findByRole('heading', { name: /知彼度|clarity/ });
    await screen.findByRole('heading', { name: /营销同意|Consent/ });
    await screen.findByRole('heading', { name: /备忘|Notes/ });
  };
  it.each(Object.keys(VIEWS).filter((name) => name !== 'long'))('%s is accessible', async (name) => {
    await show(viewOf(name));
    if (viewOf(name).state === 'client') await whole();
    await expectAccessible();
  });

  it.each(Object.keys(VIEWS).filter((name) => name !== 'long'))(
    '%s has all its words in English',
    async (name) => {
      speak('en');
      await show(viewOf(name));
      if (viewOf(name).state === 'client') await whole();
      expect(document.body.textContent).not.toMatch(
        /\b(ui|panel|log|history|profile|notes|when|rule|facts|people|holdings|policies|credit|opportunities|consent)\.[a-z]/,
      );
    },
  );

  it('no client shows no client’s data', async () => {
    const { port } = await show(VIEWS.client());
    act(() => {
      port.view.value = VIEWS.notRecognised();
    });
    await settled();
    expect(document.body.textContent).not.toContain('王丽华');
    expect(screen.getByRole('heading', { name: '没有认出是哪位客户' })).toBeTruthy();
  });

  it('frozen offers what was being written as text to copy', async () => {
    const { port } = await show(VIEWS.client());
    await press('t');
    fireEvent.input(await screen.findByLabelText('备注'), { target: { value: '想稳一点' } });
    await settled();
    act(() => {
      port.view.value = { state: 'frozen' };
    });
    await settled();
    expect(screen.getByText(/想稳一点/)).toBeTruthy();
    fireEvent.click(button('复制'));
    await settled();
    expect(port.copied.join()).toContain('想稳一点');
    expect(port.commands).toEqual([]);
  });

  it('locked names nobody, not even in what was just said, and keeps what is being written', async () => {
    const { port } = await show(VIEWS.client());
    const client = port.view.peek();
    await press('t');
    fireEvent.input(await screen.findByLabelText('备注'), { target: { value: '锁定之前' } });
    await settled();
    act(() => {
      port.view.value = { state: 'locked' };
    });
    await settled();
    expect(document.body.textContent).not.toContain('王丽华');
    expect(document.body.textContent).not.toContain('锁定之前');
    const opened = vi.spyOn(port, 'openOptions');
    fireEvent.click(button('解锁'));
    expect(opened).toHaveBeenCalledWith('lock');
    act(() => {
      port.view.value = client;
    });
    await settled();
    expect(await screen.findByLabelText('备注')).toHaveProperty('value', '锁定之前');
  });

  it('frozen still has its words, which went with the extension', async () => {
    const { port } = await show(VIEWS.client());
    await press('t');
    fireEvent.input(await screen.findByLabelText('备注'), { target: { value: '想稳一点' } });
    await act(async () => new Promise((resolve) => setTimeout(resolve)));
    fallSilent();
    act(() => {
      port.view.value = { state: 'frozen' };
    });
    await settled();
    expect(screen.getByRole('heading', { name: '知彼刚刚更新过' })).toBeTruthy();
    expect(screen.getByText(/给 .* 还没有保存的内容/)).toBeTruthy();
    expect(screen.getByText(/备注.*想稳一点/)).toBeTruthy();
    fireEvent.click(button('复制'));
    await settled();
    expect(screen.getByRole('status').textContent).toBe('已复制');
  });

  it('says how many records were set aside', async () => {
    await show(VIEWS.quarantined());
    expect(screen.getByText(/有2条记录打不开/)).toBeTruthy();
  });
});

describe('a client first seen', () => {
  it('is taken into the book by one press', async () => {
    const { port } = await show(VIEWS.firstSight());
    fireEvent.click(button('加入我的客户'));
    await settled();
    expect(port.commands).toEqual([{ do: 'track', subject: { type: 'sighted', sighting: SIGHTING } }]);
  });

  it('shows the CRM’s own contacts as the history will: newest first, none of those to come', async () => {
    const view = VIEWS.firstSight();
    if (view.state !== 'firstSight') throw new Error('another view');
    const seen = (day: CivilDay, text: string) => ({
      day,
      minute: null,
      channel: 'phone' as const,
      text,
      by: null,
    });
    const contacts = [
      seen(addDays(view.today, -9), '旧的'),
      seen(addDays(view.today, 3), '还没到'),
      seen(addDays(view.today, -1), '新的'),
    ];
    await show({ ...view, sighting: { ...view.sighting, contacts } });
    await screen.findByText('新的');
    expect(screen.getByText(/2/, { selector: 'h2' })).toBeTruthy();
    const words = [...document.querySelectorAll('.seen-contacts li')].map((line) => line.textContent);
    expect(words).toHaveLength(2);
    expect(words[0]).toContain('新的');
    expect(words[1]).toContain('旧的');
  });

  it('is logged with the sighting as the subject', async () => {
    const { port } = await show(VIEWS.firstSight());
    await press('t');
    await screen.findByRole('form');
    await press('Enter');
    expect(port.commands[0]).toMatchObject({ do: 'logContact', subject: { type: 'sighted' } });
  });
});

describe('who', () => {
  it('masks the phone until asked, and again after ten seconds', async () => {
    const { port } = await show(VIEWS.client());
    vi.useFakeTimers();
    expect(document.body.innerHTML).not.toContain('13800136621');
    fireEvent.click(screen.getAllByRole('button', { name: /显示完整号码/ })[0]!);
    expect(screen.getByText('13800136621')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(REVEAL_MS));
    expect(document.body.innerHTML).not.toContain('13800136621');
    fireEvent.click(screen.getAllByRole('button', { name: '复制号码' })[0]!);
    expect(port.copied).toEqual(['13800136621']);
  });

  it('sets the tier from its menu', async () => {
    const { port } = await show(VIEWS.client());
    fireEvent.click(button(/^级别/));
    expect(screen.getByRole('menuitemradio', { checked: true }).textContent).toBe('A级');
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'B级' }));
    await settled();
    expect(port.commands[0]).toMatchObject({ do: 'editClient', change: { tier: 'B' } });
    expect(screen.getByText('王丽华 已定为B级')).toBeTruthy();
  });

  it('adds and takes away class tags', async () => {
    const { port } = await show(VIEWS.client());
    fireEvent.click(button('设定分类'));
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'VIP' }));
    await settled();
    expect(port.commands[0]).toMatchObject({ change: { classes: ['channel'] } });
  });

  it('says how late it is, since when and how', async () => {
    await show(VIEWS.client());
    expect(screen.getByText('超期11天')).toBeTruthy();
    expect(screen.getByText('上次42天前，电话')).toBeTruthy();
  });

  it('shows the dimensions behind the score', async () => {
    await show(VIEWS.client());
    const ring = button(/^知彼度\d+分/);
    expect(ring.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(ring);
    expect(screen.getByText('人际关系')).toBeTruthy();
    await expectAccessible();
  });
});

describe('next actions', () => {
  it('shows three with digits; the rest is folded', async () => {
    await show(VIEWS.client());
    expect(screen.getAllByRole('heading', { level: 3 }).filter((h) => h.closest('.act'))).toHaveLength(3);
    fireEvent.click(button('还有5条'));
    expect(screen.getAllByRole('heading', { level: 3 }).filter((h) => h.closest('.act'))).toHaveLength(8);
  });

  it('opens a filled form by its digit and links the log to the prompt and the promise', async () => {
    const { port } = await show(VIEWS.client());
    await press('1');
    await screen.findByRole('form');
    await press('Enter');
    expect(port.commands[0]).toMatchObject({
      do: 'logContact',
      details: { channel: 'wechat', purpose: 'followUp' },
      keeps: aContactId(2),
      answers: { key: 'promiseDue|1', rule: 'promiseDue' },
    });
  });

  it('plans by its digit where the day lies ahead', async () => {
    const { port } = await show(VIEWS.client());
    await press('2');
    await screen.findByRole('button', { name: '存为 王丽华 的计划' });
    await press('Enter');
    expect(port.commands[0]).toMatchObject({ details: { result: null, day: '2026-11-26' } });
  });

  it('opens the field to ask for', async () => {
    await show(VIEWS.client());
    await screen.findByRole('heading', { name: '知彼度' });
    await press('3');
    expect(await screen.findByRole('form', { name: /子女/ })).toBeTruthy();
  });

  it('puts off to a day, to another day, and to the next contact', async () => {
    const { port } = await show(VIEWS.client());
    const later = () => fireEvent.click(screen.getAllByRole('button', { name: /^稍后/ })[0]!);
    later();
    fireEvent.click(screen.getByRole('menuitem', { name: /下周一/ }));
    await settled();
    expect(port.commands[0]).toMatchObject({
      do: 'answerAction',
      clientId: aClientId(1),
      key: 'promiseDue|1',
      answer: { state: 'snoozed', until: '2026-11-23' },
    });
    expect(screen.getByRole('button', { name: '撤销' })).toBeTruthy();
    later();
    fireEvent.click(screen.getByRole('menuitem', { name: '下次联系后' }));
    await settled();
    expect(port.commands[1]).toMatchObject({ answer: { state: 'snoozedToNextContact' } });
    later();
    fireEvent.click(screen.getByRole('menuitem', { name: '选一天…' }));
    const dialog = screen.getByRole('dialog');
    await expectAccessible();
    fireEvent.input(within(dialog).getByLabelText('推迟到'), { target: { value: '2026-12-01' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '稍后' }));
    await settled();
    expect(port.commands[2]).toMatchObject({ answer: { state: 'snoozed', until: '2026-12-01' } });
  });

  it('puts away with a reason, and offers no undo where it was not done', async () => {
    const { port } = await show(VIEWS.client());
    port.answer.outcome = fail({ code: 'changedSince', field: null });
    fireEvent.click(screen.getAllByRole('button', { name: /^不适用/ })[0]!);
    fireEvent.click(screen.getByRole('menuitem', { name: '客户不愿意' }));
    await settled();
    expect(port.commands[0]).toMatchObject({ answer: { state: 'dismissed', reason: 'clientDeclined' } });
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
    expect(screen.getByText(/没有执行/)).toBeTruthy();
  });

  it('shows the talk track in place and copies it', async () => {
    const { port } = await show(VIEWS.client());
    fireEvent.click(screen.getAllByRole('button', { name: '话术' })[0]!);
    const track = screen.getByText(/三季度的持仓明细我整理好了/);
    fireEvent.click(within(track.closest('.act')! as HTMLElement).getByRole('button', { name: '复制' }));
    await settled();
    expect(port.copied[0]).toContain('三季度的持仓明细');
  });

  it('explains the priority and what is held back', async () => {
    await show(VIEWS.client());
    fireEvent.click(screen.getAllByRole('button', { name: '优先度' })[0]!);
    expect(screen.getByText('127.9')).toBeTruthy();
    fireEvent.click(button('为什么不是别的'));
    expect(screen.getByText('已推迟到11月23日')).toBeTruthy();
    await expectAccessible();
  });
});

describe('drafts and clients', () => {
  it('a change of client closes the form, keeps the draft and says whose it is', async () => {
    const { port } = await show(VIEWS.client());
    await press('t');
    fireEvent.input(await screen.findByLabelText('备注'), { target: { value: '只属于王丽华' } });
    act(() => {
      port.view.value = VIEWS.bare();
    });
    await settled();
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.body.textContent).not.toContain('只属于王丽华');
    expect(screen.getByRole('status', { name: '' }).textContent).toContain('王丽华');
    expect([...port.drafts.keys()]).toEqual([`client:${aClientId(1)}`]);
    await press('t');
    await screen.findByRole('form');
    expect(screen.getByLabelText<HTMLTextAreaElement>('备注').value).toBe('');
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    await settled();
    expect(port.commands[0]).toMatchObject({ subject: { clientId: aClientId(2) }, details: { note: null } });
  });

  it('a redraw of the same client keeps the form as it is', async () => {
    const { port } = await show(VIEWS.client());
    await press('t');
    const note = await screen.findByLabelText<HTMLTextAreaElement>('备注');
    fireEvent.input(note, { target: { value: '还在写' } });
    act(() => {
      port.view.value = { ...VIEWS.client(), picture: { ...FULL } } as PanelView;
    });
    await settled();
    expect(screen.getByLabelText('备注')).toBe(note);
    expect(note.value).toBe('还在写');
  });
});

describe('the bank’s service level', () => {
  const withLevel = (serviceLevel: string | null) => {
    const { bundle } = FULL;
    const picture = { ...FULL, bundle: { ...bundle, client: { ...bundle.client, serviceLevel } } };
    const view = VIEWS.client();
    return view.state === 'client' ? { ...view, picture } : view;
  };

  it('is shown as the CRM says it, and is not the RM’s to change', async () => {
    await show(withLevel('财富'));
    expect(screen.queryByRole('button', { name: /^银行的客户等级/ })).toBeNull();
    expect(screen.getByText('财富')).toBeTruthy();
  });

  it('is noted by the RM where the CRM shows none', async () => {
    const { port } = await show(withLevel(null));
    fireEvent.click(button('银行的客户等级: 不清楚'));
    fireEvent.click(screen.getByRole('menuitemradio', { name: '私行' }));
    await settled();
    expect(port.commands).toMatchObject([{ do: 'editClient', change: { ownLevel: '私行' } }]);
    await expectAccessible();
  });
});
