import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Panel } from '@/components/panel/Panel';
import { addDays } from '@/utils/domain/day';
import type { Action, ActionPlan } from '@/utils/domain/nba/action';
import type { Settings } from '@/utils/domain/schema/settings';
import { say } from '@/utils/domain/words';
import { TODAY } from '../../../gallery/fixtures/people';
import { FULL } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';
import { expectAccessible, settled, speak } from '../setup';

const [SERVICE] = FULL.actions.shown;
if (!SERVICE) throw new Error('the full picture shows no prompt');
const OFFER: Action = { ...SERVICE, key: 'offer|1', aim: 'sell' };
const OWED: Action = { ...SERVICE, key: 'postLoan|1', putOff: 3 };

async function show(plan: Partial<ActionPlan>, settings: Partial<Settings> = {}) {
  const actions = { ...FULL.actions, folded: [], silent: [], ...plan };
  const port = playPort({
    state: 'client',
    subject: { type: 'client', clientId: FULL.bundle.client.id },
    picture: { ...FULL, actions },
    sighting: null,
    quarantined: 0,
  });
  port.settings.value = { ...port.settings.value, ...settings };
  render(<Panel port={port} />);
  await settled();
  return port;
}
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const dismiss = async (reason: string) => {
  await press(/^不适用/);
  fireEvent.click(screen.getByRole('menuitem', { name: reason }));
  await settled();
};
/** A wall clock in Shanghai on that Friday. */
const at = (time: string) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(`2026-11-20T${time}:00+08:00`);
};

afterEach(() => void vi.useRealTimers());
beforeAll(async () => {
  await Promise.all([
    import('@/components/log/LogForm'),
    import('@/components/panel/profile/Profile'),
    import('@/components/panel/history/History'),
  ]);
}, 60_000);

describe('what is owed', () => {
  it('can be put off for three days at most, and not be put away', async () => {
    const port = await show({ shown: [OWED] });
    expect(screen.queryByRole('button', { name: /^不适用/ })).toBeNull();
    await press(/^稍后/);
    // On a Friday the next Monday is in three days: it is offered once.
    const offered = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(offered).toHaveLength(2);
    expect(offered.join()).not.toMatch(/选一天|下次联系后/);
    fireEvent.click(screen.getByRole('menuitem', { name: /下周一/ }));
    await settled();
    expect(port.commands[0]).toMatchObject({ answer: { state: 'snoozed', until: addDays(TODAY, 3) } });
    await expectAccessible();
  });
});

describe('putting a prompt away', () => {
  it('as done elsewhere opens the log form for today', async () => {
    const port = await show({ shown: [SERVICE] });
    await dismiss('已在别处做过');
    expect(port.commands[0]).toMatchObject({ answer: { state: 'dismissed', reason: 'doneElsewhere' } });
    expect(await screen.findByRole('button', { name: /^保存到 王丽华/ })).toBeTruthy();
  });

  it('as wrong opens the field on which it rests', async () => {
    await show({ shown: [{ ...SERVICE, fact: 'children' }] });
    await screen.findByRole('heading', { name: '知彼度' });
    await dismiss('数据不对');
    expect(await screen.findByRole('form', { name: /子女/ })).toBeTruthy();
  });

  it('as wrong leads to the part of the panel where there is no such field', async () => {
    await show({ shown: [{ ...SERVICE, part: 'history' }] });
    await screen.findByRole('heading', { name: '联系记录' });
    await dismiss('数据不对');
    expect(document.activeElement?.textContent).toBe('联系记录');
  });
});

describe('the words of an offer', () => {
  it.each([
    ['08:59', '09:00起再谈'],
    ['12:00', '14:00起再谈'],
    ['20:00', '下个工作日再谈'],
  ])('are not shown at %s', async (time, told) => {
    at(time);
    await show({ shown: [OFFER] });
    await press('话术');
    expect(screen.getByText(new RegExp(told))).toBeTruthy();
    expect(screen.queryByRole('button', { name: '复制' })).toBeNull();
  });

  it.each(['09:00', '11:59', '14:00', '19:59'])('are shown at %s', async (time) => {
    at(time);
    await show({ shown: [OFFER] });
    await press('话术');
    expect(screen.getByRole('button', { name: '复制' })).toBeTruthy();
  });

  it('go by the hours that are set, and say them', async () => {
    at('18:00');
    const offerHours = { from: 540, lunchFrom: 720, lunchTo: 720, until: 1080 };
    await show({ shown: [OFFER] }, { offerHours });
    await press('话术');
    expect(screen.getByText(/工作日09:00–18:00.*下个工作日再谈/)).toBeTruthy();
  });

  it('of service are shown at any time', async () => {
    at('07:00');
    await show({ shown: [SERVICE] });
    await press('话术');
    expect(screen.getByRole('button', { name: '复制' })).toBeTruthy();
  });

  it('are not copied with a word that may not be said', async () => {
    const talkTrack = say(
      'rule.promiseDue.track',
      { message: say('greeting.plain') },
      { day: TODAY },
      '保本的那款',
    );
    const port = await show({ shown: [{ ...SERVICE, talkTrack }] });
    await press('话术');
    await press('复制');
    expect(port.copied).toEqual([]);
    expect(screen.getByText(/话术里有不能说的“保本”/)).toBeTruthy();
  });
});

describe('cautions', () => {
  const cautions = [
    { id: 'discretion', why: [say('caution.discretion.whyField', '儿子')] },
    { id: 'older', why: [say('caution.older.why', 71)] },
  ];

  it('are marks; the words come on press', async () => {
    await show({ shown: [SERVICE], cautions });
    expect(document.body.textContent).not.toContain('儿子');
    await press('保密提醒');
    expect(screen.getByText('不可告知：儿子')).toBeTruthy();
    await expectAccessible();
    await press('年长客户');
    expect(document.body.textContent).not.toContain('儿子');
    expect(screen.getByText(/^71岁/)).toBeTruthy();
  });

  it('in English, too', async () => {
    speak('en');
    await show({ shown: [SERVICE], cautions });
    await press('Discretion');
    expect(screen.getByText('Must not be told: 儿子')).toBeTruthy();
  });
});

describe('a rule that was not relevant three times', () => {
  it('says why proactive prompts are folded when the book has had its share of the day', async () => {
    await show({ shown: [], folded: [SERVICE], beyondDay: [SERVICE.key] });
    expect(screen.getByText('今天的主动提示已满10条，其余先收起')).toBeDefined();
  });

  it('is offered to be switched off in the settings', async () => {
    const port = await show({ shown: [SERVICE], offerOff: ['insuranceGap'] });
    const opened = vi.spyOn(port, 'openOptions');
    const offer = screen.getByText(/“保障缺口”已三次标为与客户无关/);
    fireEvent.click(within(offer).getByRole('button', { name: '去设置' }));
    expect(opened).toHaveBeenCalledOnce();
    await expectAccessible();
  });
});

describe('what is held back', () => {
  it('tells until when a product that was declined is left alone', async () => {
    const silence = { reason: 'declined' as const, until: addDays(TODAY, 80) };
    await show({ shown: [SERVICE], silent: [{ action: OFFER, silence }] });
    await press('为什么不是别的');
    expect(screen.getByText(/客户不需要这项产品，.*前不再提/)).toBeTruthy();
  });
});
