import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { QuietPrompt, TriedPrompt } from '@/utils/domain/nba/whatIf';
import { PLAN } from '../../../gallery/fixtures/actions';
import { aClientId, d } from '../../domain/build';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { button, click, open, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const [ACTION] = PLAN.shown;
if (!ACTION) throw new Error('the plan of the gallery shows something');
const prompt = (was: number | null, is: number | null): TriedPrompt => ({
  action: { ...ACTION, rule: 'overdue' },
  was,
  is,
});
const client = (n: number, ...prompts: TriedPrompt[]) => ({
  id: aClientId(n),
  name: `客户${n}`,
  prompts,
  quiet: [] as readonly QuietPrompt[],
});

describe('what if', () => {
  it('plans tomorrow, tells how far it is, and shows the prompts by rule and by client', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(part('试一试规则').getByRole('button', { name: '明天' }));
    await click(button('看看会怎样'));
    expect(fake.trials[0]?.day).toBe(d('2026-11-21'));
    expect(fake.trials[0]?.tried).toBe(fake.trials[0]?.now);
    await settle(() => fake.tries[0]?.tell({ done: 10, of: 20, closed: 0 }));
    expect(screen.getByRole('progressbar')).toHaveProperty('value', 10);
    await settle(() =>
      fake.tries[0]?.resolve({
        clients: [client(1, prompt(1, 1))],
        done: 20,
        of: 20,
        closed: 1,
        stopped: false,
      }),
    );
    expect(screen.getByText(/看了20位客户，共1条提示/)).toBeDefined();
    expect(screen.getByText(/有1位客户的数据打不开/)).toBeDefined();
    await click(part('试一试规则').getByRole('button', { name: '超期联系' }));
    expect(screen.getByText('客户1')).toBeDefined();
    // Nothing was tried otherwise: there are no differences to be shown.
    expect(screen.queryByRole('radio', { name: '有变化的' })).toBeNull();
  });

  it('tries a rule the other way round without saving, and shows what differs', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await settle(() =>
      fireEvent.change(screen.getByRole('combobox', { name: '试改一条规则' }), {
        target: { value: 'overdue' },
      }),
    );
    await click(button('看看会怎样'));
    expect(fake.trials[0]?.tried.rulesOff).toEqual(['overdue']);
    expect(fake.saved).toEqual([]);
    await settle(() =>
      fake.tries[0]?.resolve({
        clients: [
          client(1, prompt(1, null)),
          client(2, prompt(null, 1)),
          client(3, prompt(2, 1)),
          client(4, prompt(1, 1)),
        ],
        done: 4,
        of: 4,
        closed: 0,
        stopped: false,
      }),
    );
    await click(screen.getByRole('radio', { name: '有变化的' }));
    for (const name of ['客户1', '客户2', '客户3']) expect(screen.getByText(name)).toBeDefined();
    expect(screen.queryByText('客户4')).toBeNull();
    expect(screen.getByText('原第2位')).toBeDefined();
  });

  it('shows what is held back and why, by rule and by client', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('看看会怎样'));
    const quiet: QuietPrompt[] = [
      { action: { ...ACTION, key: 'a', rule: 'overdue' }, why: { reason: 'folded', most: 3 } },
      { action: { ...ACTION, key: 'b', rule: 'crossSell' }, why: { reason: 'gate', gate: 'complaint' } },
    ];
    await settle(() =>
      fake.tries[0]?.resolve({
        clients: [{ ...client(1, prompt(1, 1)), quiet }, client(2, prompt(1, 1))],
        done: 2,
        of: 2,
        closed: 0,
        stopped: false,
      }),
    );
    await click(screen.getByRole('radio', { name: '未显示' }));
    expect(screen.getByText('每位客户最多显示3条，其余收起')).toBeDefined();
    expect(screen.getByText('有投诉还没有了结，先把投诉处理好')).toBeDefined();
    expect(screen.queryByText('客户2')).toBeNull();
    await click(screen.getByRole('radio', { name: '按规则' }));
    await click(button('“超期联系”有1条没有显示'));
    expect(screen.getByText('客户1')).toBeDefined();
    expect(screen.queryByText('有投诉还没有了结，先把投诉处理好')).toBeNull();
  });

  it('stops on request, and says where the book could not be read', async () => {
    const fake = fakeOptionsPort();
    await open(fake);
    await click(button('看看会怎样'));
    await click(button('停止'));
    expect(fake.tries[0]?.stopped.aborted).toBe(true);
    await settle(() => fake.tries[0]?.resolve(null));
    expect(screen.getByText('没能读取全部客户，请稍后再试')).toBeDefined();
  });
});
