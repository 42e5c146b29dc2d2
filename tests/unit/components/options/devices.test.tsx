import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DevicesPart } from '@/components/options/sync/DevicesPart';
import { JoinDevice } from '@/components/options/sync/JoinDevice';
import type {
  DeviceProblem,
  DeviceShown,
  DevicesPort,
  DevicesState,
  JoinPort,
} from '@/utils/app/sync/devicesPort';
import { instant } from '@/utils/domain/schema/time';
import { closed, expectAccessible } from '../setup';
import { button, click, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const AT = instant.parse(1_790_000_000_000);
const device = (changed: Partial<DeviceShown>): DeviceShown => ({
  id: '1'.repeat(16),
  kind: 'device',
  name: '行里',
  since: AT,
  out: null,
  own: false,
  ...changed,
});
const HERE = device({ own: true });
const THERE = device({ id: '2'.repeat(16), name: '家' });

interface Fake extends DevicesPort {
  calls: string[];
  answered: boolean[];
}

function fakePort(state: DevicesState, problem: DeviceProblem | null = null): Fake {
  const calls: string[] = [];
  const answered: boolean[] = [];
  const call = async (what: string): Promise<DeviceProblem | null> => {
    calls.push(what);
    return problem;
  };
  return {
    calls,
    answered,
    devices: signal(state),
    read: async () => {
      calls.push('read');
    },
    async invite({ name, showCode, compare }) {
      calls.push(`invite ${name}`);
      showCode('12345678', AT);
      await settle(() => undefined);
      answered.push(await compare('293077'));
      return problem ? { ok: false, error: problem } : { ok: true, value: '家' };
    },
    enter: (name) => call(`enter ${name}`),
    rename: (id, name) => call(`rename ${id} ${name}`),
    remove: (id) => call(`remove ${id}`),
    addWords: (words) => call(`words ${words}`),
  };
}

const said: string[] = [];
async function open(port: DevicesPort): Promise<void> {
  said.length = 0;
  await settle(() => {
    render(<DevicesPart port={port} zone="Asia/Shanghai" say={(text) => said.push(text)} />);
  });
}
const type = (label: RegExp | string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

describe('the devices', () => {
  it('are looked up at the server when the page opens, and said to be this one alone', async () => {
    const port = fakePort({ state: 'listed', devices: [] });
    await open(port);
    expect(port.calls).toEqual(['read']);
    expect(screen.getByText('这份数据只在这台设备上。')).toBeDefined();
    expect(screen.queryByText('启用恢复密钥')).toBeNull();
  });

  it('are not spoken of without a server', async () => {
    await open(fakePort({ state: 'off' }));
    expect(screen.queryByText('设备')).toBeNull();
  });

  it('are listed, this one marked, one that was taken out without deeds', async () => {
    const gone = device({ id: '3'.repeat(16), name: '旧', out: AT });
    await open(fakePort({ state: 'listed', devices: [HERE, THERE, gone] }));
    const [here, there, last] = screen.getAllByRole('listitem');
    if (!here || !there || !last) throw new Error('not listed');
    expect(within(here).getByText('本机')).toBeDefined();
    expect(within(here).queryByText('移出')).toBeNull();
    expect(within(there).getByText('移出')).toBeDefined();
    expect(within(last).queryByRole('button')).toBeNull();
  });

  it('take another in: a code, then six digits that are compared, and only then it is said to be done', async () => {
    const port = fakePort({ state: 'listed', devices: [] });
    await open(port);
    await click(button('添加设备'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '显示配对码' }).disabled).toBe(true);
    await type('这台设备叫什么？', ' 行里 ');
    await click(button('显示配对码'));
    expect(screen.getByText('293 077')).toBeDefined();
    expect(said).toEqual([]);
    await click(button('一样'));
    expect(port.calls).toContain('invite 行里');
    expect(port.answered).toEqual([true]);
    expect(said).toEqual(['已添加“家”，它正在取回数据']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('show the code in two groups while nobody has answered', async () => {
    const port = { ...fakePort({ state: 'listed', devices: [HERE] }) };
    port.invite = ({ showCode }) => {
      showCode('12345678', AT);
      return new Promise(() => undefined);
    };
    await open(port);
    await click(button('添加设备'));
    expect(screen.queryByLabelText('这台设备叫什么？')).toBeNull();
    await click(button('显示配对码'));
    expect(screen.getByText('1234 5678')).toBeDefined();
  });

  it('hand over nothing where the digits differ, and say so', async () => {
    const port = fakePort({ state: 'listed', devices: [HERE] }, 'different');
    await open(port);
    await click(button('添加设备'));
    await click(button('显示配对码'));
    await click(button('不一样'));
    expect(port.answered).toEqual([false]);
    expect(screen.getByRole('alert').textContent).toContain('什么都没有交出去');
    await click(button('再试一次'));
    expect(button('显示配对码')).toBeDefined();
    expect(said).toEqual([]);
  });

  it('go only once their name was typed', async () => {
    const port = fakePort({ state: 'listed', devices: [HERE, THERE] });
    await open(port);
    await click(button('移出“家”'));
    const dialog = within(screen.getByRole('dialog'));
    const go = dialog.getByRole<HTMLButtonElement>('button', { name: '移出' });
    expect(go.disabled).toBe(true);
    expect(dialog.getByText(/服务器上也改密码/)).toBeDefined();
    await type('输入“家”确认移出', '家');
    expect(go.disabled).toBe(false);
    await click(go);
    expect(port.calls).toContain(`remove ${THERE.id}`);
    expect(said).toEqual(['已移出“家”，请再到服务器上改密码']);
  });

  it('keep the dialog and the typed name where it did not work', async () => {
    const port = fakePort({ state: 'listed', devices: [HERE, THERE] }, 'server');
    await open(port);
    await click(button('给“家”改名'));
    await type('名称', '家里的笔记本');
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '改名' }));
    expect(port.calls).toContain(`rename ${THERE.id} 家里的笔记本`);
    expect(screen.getByText(/服务器没有应答/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('家里的笔记本');
    expect(said).toEqual([]);
  });

  it('can be lost where the words are in the list', async () => {
    const port = fakePort({ state: 'listed', devices: [HERE] });
    await open(port);
    expect(screen.getByText(/只有备份能找回数据/)).toBeDefined();
    await click(button('启用恢复密钥'));
    await type('恢复密钥', '一 二 三');
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '启用恢复密钥' }));
    expect(port.calls).toContain('words 一 二 三');
    expect(said).toEqual(['现在可以用恢复密钥打开服务器上的数据']);
  });

  it('lets a device whose book came out of a backup enter, and nothing else before', async () => {
    const port = fakePort({ state: 'listed', devices: [THERE] });
    await open(port);
    expect(within(screen.getByRole('listitem')).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('button', { name: '添加设备' })).toBeNull();
    await click(button('列入名单'));
    await type('这台设备叫什么？', '新电脑');
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '列入名单' }));
    expect(port.calls).toContain('enter 新电脑');
    expect(said).toEqual(['已列入名单']);
  });

  it('say what is wrong with the list, and look again', async () => {
    const port = fakePort({ state: 'problem', why: 'forked' });
    await open(port);
    expect(screen.getByText(/和本机知道的不一样/)).toBeDefined();
    await click(button('再试一次'));
    expect(port.calls).toEqual(['read', 'read']);
  });
});

describe('a device that joins', () => {
  const joinPort = (problem: DeviceProblem | null, calls: string[]): JoinPort => ({
    codeIn: (typed) => (/^\d{8}$/.test(typed) ? typed : null),
    async join({ code, name, compare }) {
      calls.push(`join ${code} ${name} ${await compare('000001')}`);
      return problem;
    },
    joinByWords: async () => null,
  });

  it('asks for code and name, compares, and is done', async () => {
    const calls: string[] = [];
    let done = 0;
    render(<JoinDevice port={joinPort(null, calls)} onClose={() => undefined} onDone={() => (done += 1)} />);
    await type('配对码', '1234');
    await type('这台设备叫什么？', '家');
    await click(button('加入'));
    expect(screen.getByText('配对码是8位数字')).toBeDefined();
    await type('配对码', '12345678');
    await click(button('加入'));
    expect(screen.getByText('000 001')).toBeDefined();
    await click(button('一样'));
    expect(calls).toEqual(['join 12345678 家 true']);
    expect(done).toBe(1);
  });

  it('says what went wrong, with what was typed', async () => {
    render(<JoinDevice port={joinPort('noOffer', [])} onClose={() => undefined} onDone={() => undefined} />);
    await type('配对码', '12345678');
    await type('这台设备叫什么？', '家');
    await click(button('加入'));
    await click(button('一样'));
    expect(screen.getByRole('alert').textContent).toContain('没有设备在显示这个配对码');
    await click(button('再试一次'));
    expect(screen.getByLabelText<HTMLInputElement>('配对码').value).toBe('12345678');
  });
});
