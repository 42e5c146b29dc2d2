import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createOptionsDesk } from '@/components/options/desk';
import { SyncPart } from '@/components/options/sync/SyncPart';
import type { BankReading } from '@/utils/domain/bank/bankSettings';
import { instant } from '@/utils/domain/schema/time';
import type { SyncDiagnosis, SyncStatus } from '@/utils/domain/sync/syncStatus';
import { closed, expectAccessible } from '../setup';
import { fakeOptionsPort } from './fakePort';
import { type FakeSync, fakeSync } from './fakeSync';
import { button, click, part, settle } from './hands';

afterEach(() => expectAccessible().finally(closed));

const URL_TYPED = 'couch.bank.example/zhibi-7731';
const AT = { state: 'at', url: `https://${URL_TYPED}`, by: 'basic', user: 'rm' } as const;

const type = (label: string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

async function show(sync: FakeSync, bank?: BankReading): Promise<void> {
  const { port } = fakeOptionsPort({ sync, ...(bank ? { bank } : {}) });
  const desk = createOptionsDesk(port);
  await settle(() => render(<SyncPart desk={desk} zone="Asia/Shanghai" />));
  // Its code is fetched, and then what it says is drawn.
  await settle(() => undefined);
}

/** Opens the form of a book that has no server. */
const setUp = () => click(button('开始设置'));

async function fillIn(): Promise<void> {
  await setUp();
  await type('数据库地址', URL_TYPED);
  await type('用户名', 'rm');
  await type('密码', '暗号');
  await type('这台设备叫什么？', '行里');
}

describe('synchronisation that is not set up', () => {
  it('asks for the server’s origin in the click, tries it and begins', async () => {
    const sync = fakeSync();
    await show(sync);
    await fillIn();
    await click(button('测试并开始'));
    expect(sync.calls).toEqual(['ask for https://couch.bank.example']);
    expect(sync.tried).toEqual([
      {
        access: { url: `https://${URL_TYPED}`, signIn: { by: 'basic', user: 'rm', password: '暗号' } },
        name: '行里',
        create: false,
      },
    ]);
    expect(part('同步').getByText('马上开始')).toBeTruthy();
  });

  it.each([
    ['', '请填写数据库地址'],
    ['http://couch.bank.example/a', '只能用https'],
    ['https://rm:secret@couch.bank.example/a', '地址里不要带用户名和密码'],
    ['couch.bank.example', '缺少数据库名'],
  ])('says what is wrong with the address “%s”, and asks nobody', async (typed, said) => {
    const sync = fakeSync();
    await show(sync);
    await fillIn();
    await type('数据库地址', typed);
    await click(button('测试并开始'));
    expect(part('同步').getByText(said, { exact: false })).toBeTruthy();
    expect(sync.calls).toEqual([]);
  });

  it.each<[SyncDiagnosis, string]>([
    ['unreachable', '没有应答'],
    ['signIn', '不认这个用户名和密码'],
    ['forbidden', '无权读写'],
    ['notCouch', '不是CouchDB'],
    ['old', '版本太旧'],
    ['bank', '只允许另一台服务器'],
  ])('says plainly what a try came to: %s, and keeps what was typed', async (found, said) => {
    const sync = fakeSync();
    sync.says.found = found;
    await show(sync);
    await fillIn();
    await click(button('测试并开始'));
    expect(part('同步').getByText(said, { exact: false })).toBeTruthy();
    expect((screen.getByLabelText('用户名') as HTMLInputElement).value).toBe('rm');
  });

  it('sets nothing up where the user refuses the permission', async () => {
    const sync = fakeSync();
    sync.says.granted = false;
    await show(sync);
    await fillIn();
    await click(button('测试并开始'));
    expect(part('同步').getByText('没有这个权限', { exact: false })).toBeTruthy();
    expect(sync.tried).toEqual([]);
  });

  it('makes the database only when asked to', async () => {
    const sync = fakeSync();
    sync.says.found = 'missing';
    await show(sync);
    await fillIn();
    await click(button('测试并开始'));
    sync.says.found = 'ready';
    await click(button('创建数据库并开始'));
    expect(sync.tried.map(({ create }) => create)).toEqual([false, true]);
  });

  it('is joined by a code or by the words of a recovery key where a book is there already', async () => {
    const sync = fakeSync();
    sync.says.found = 'foreign';
    await show(sync);
    await fillIn();
    await click(button('测试并开始'));
    await click(button('用恢复密钥加入'));
    const dialog = within(screen.getByRole('dialog'));
    await settle(() => fireEvent.input(dialog.getByLabelText('恢复密钥'), { target: { value: 'wrong' } }));
    await click(dialog.getByRole('button', { name: '加入' }));
    expect(dialog.getByText('这些字打不开这份数据')).toBeTruthy();
    await settle(() => fireEvent.input(dialog.getByLabelText('恢复密钥'), { target: { value: '春 江' } }));
    await click(dialog.getByRole('button', { name: '加入' }));
    expect(sync.calls).toContain(`words https://${URL_TYPED} 春 江 行里`);
    await fillIn();
    await click(button('测试并开始'));
    await click(button('用配对码加入'));
    const asked = within(screen.getByRole('dialog'));
    expect((asked.getByLabelText('这台设备叫什么？') as HTMLInputElement).value).toBe('行里');
    await settle(() => fireEvent.input(asked.getByLabelText('配对码'), { target: { value: '1234 5678' } }));
    await click(asked.getByRole('button', { name: '加入' }));
    expect(sync.calls).toContain(`join https://${URL_TYPED} 12345678 行里`);
  });
});

describe('synchronisation that is set up', () => {
  const now = instant.parse(Date.now());
  it.each<[string, SyncStatus]>([
    ['已全部安全存到服务器', { state: 'safe', at: now, refused: 0 }],
    ['有3条等待发送：服务器暂无应答', { state: 'waiting', why: 'busy', open: 3, next: now, turn: 0 }],
    ['请重新登录', { state: 'stopped', why: 'signIn', open: 3 }],
    ['已暂停', { state: 'paused', by: 'user' }],
    ['有2条服务器没有收下', { state: 'safe', at: now, refused: 2 }],
  ])('says: %s', async (said, status) => {
    await show(fakeSync({ place: AT, status }));
    expect(part('同步').getByText(said, { exact: false })).toBeTruthy();
  });

  it('is paused, goes on, runs now and is turned off after a question', async () => {
    const sync = fakeSync({ place: AT, status: { state: 'safe', at: now, refused: 0 } });
    await show(sync);
    await click(button('立即同步'));
    await click(button('暂停'));
    expect(screen.queryByRole('button', { name: '立即同步' })).toBeNull();
    await click(button('继续'));
    await click(part('同步').getByRole('button', { name: '关闭同步' }));
    expect(sync.calls).toEqual(['now', 'pause', 'resume']);
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: '关闭同步' }));
    expect(sync.calls.at(-1)).toBe('off');
    expect(part('同步').getByText('未开启，数据只在这台设备上。')).toBeTruthy();
  });

  it('takes another sign-in, and asks for no name again', async () => {
    const sync = fakeSync({ place: AT, status: { state: 'stopped', why: 'signIn', open: 1 } });
    await show(sync);
    await click(button('更改服务器或登录'));
    const dialog = within(screen.getByRole('dialog'));
    expect((dialog.getByLabelText('数据库地址') as HTMLInputElement).value).toBe(AT.url);
    await click(dialog.getByRole('radio', { name: '令牌' }));
    await click(dialog.getByRole('button', { name: '测试并保存' }));
    expect(dialog.getByText('请填写令牌')).toBeTruthy();
    await settle(() => fireEvent.input(dialog.getByLabelText('令牌'), { target: { value: 'a.b.c' } }));
    await click(dialog.getByRole('button', { name: '测试并保存' }));
    expect(sync.tried).toEqual([
      { access: { url: AT.url, signIn: { by: 'token', token: 'a.b.c' } }, name: '', create: false },
    ]);
  });
});

describe('what the bank says of synchronisation', () => {
  it('is final where it forbids it', async () => {
    await show(fakeSync(), { bank: { sync: { allowed: false } }, garbled: [] });
    expect(part('同步').getByText('你的银行不允许同步。')).toBeTruthy();
    expect(part('同步').queryByLabelText('数据库地址')).toBeNull();
  });

  it('stands in the address where it names the database', async () => {
    const sync = { url: 'https://couch.bank.example/', database: 'zhibi-7731' };
    await show(fakeSync(), { bank: { sync }, garbled: [] });
    await setUp();
    const field = part('同步').getByLabelText('数据库地址') as HTMLInputElement;
    expect([field.value, field.readOnly]).toEqual([`https://${URL_TYPED}`, true]);
    expect(part('同步').getByText('由本行设定')).toBeTruthy();
  });
});
