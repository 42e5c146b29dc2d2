import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { Panel } from '@/components/panel/Panel';
import type { PanelView } from '@/utils/app/panelPort';
import { aClientId } from '../../../gallery/fixtures/people';
import { playPort } from '../../../gallery/fixtures/port';
import { VIEWS } from '../../../gallery/fixtures/views';
import { expectAccessible, settled, speak } from '../setup';

/** What is on the screen: hidden parts are no part of it. */
function visible(): string {
  const copy = document.body.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('no body');
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove();
  return copy.textContent ?? '';
}

async function show(view: PanelView) {
  const port = playPort(view);
  render(<Panel port={port} />);
  await settled();
  return port;
}
/** What is there for the client has come. */
const besides = () => screen.findByText(/结束当面模式|Show everything/);
const press = async (key: string, target: Element = document.body) => {
  fireEvent.keyDown(target, { key });
  await settled();
};

beforeAll(async () => {
  await Promise.all([
    import('@/components/log/LogForm'),
    import('@/components/panel/states/Beside'),
    import('@/components/panel/notes/Notes'),
    import('@/components/panel/history/History'),
    import('@/components/panel/profile/Profile'),
    import('@/components/panel/facts/Facts'),
  ]);
}, 60_000);

describe('client present', () => {
  it('leaves the name, the masked number and the letters by one key, and brings all back by the same', async () => {
    const port = await show(VIEWS.client());
    await screen.findByRole('heading', { name: /备忘/ });
    await screen.findByRole('heading', { name: /联系记录/ });
    await screen.findByRole('heading', { name: /营销同意/ });
    const before = visible();
    expect(before).toContain('联系记录');
    await press('h');
    await besides();
    expect(port.clientPresent.value?.clientId).not.toBeNull();
    expect(visible()).toMatch(/^王丽华138\*\*\*\*\d{4}/);
    for (const word of ['联系记录', '知彼度', '备忘', '超期', '依据', 'A级', '渠道'])
      expect(visible()).not.toContain(word);
    await expectAccessible();
    await press('h');
    expect(port.clientPresent.value).toBeNull();
    expect(visible()).toBe(before);
  });

  it('logs in two keys, and leaves what was being written alone', async () => {
    const port = await show(VIEWS.client());
    await press('t');
    fireEvent.input(await screen.findByLabelText('备注'), { target: { value: '想稳一点' } });
    await press('h');
    expect(visible()).not.toContain('想稳一点');
    await besides();
    await press('b');
    await press('Enter');
    expect(port.commands).toMatchObject([
      { do: 'logContact', besideDraft: true, details: { channel: 'branch', note: null } },
    ]);
    await press('h');
    expect(screen.getByLabelText<HTMLTextAreaElement>('备注').value).toBe('想稳一点');
  });

  it('reaches nothing that is hidden by its keys', async () => {
    const port = await show(VIEWS.client());
    await press('h');
    await besides();
    for (const key of ['1', '2', '3', 'n', '/']) await press(key);
    expect(port.commands).toEqual([]);
    expect(visible()).toMatch(/^王丽华/);
  });

  it('does not act while something is typed or composed', async () => {
    const port = await show(VIEWS.client());
    await press('t');
    await press('h', await screen.findByLabelText('备注'));
    fireEvent.keyDown(document.body, { key: 'h', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'h', keyCode: 229 });
    expect(port.clientPresent.value).toBeNull();
  });

  it('shows nobody where another client than the one who sits there is in front', async () => {
    const port = await show(VIEWS.client());
    act(() => port.setClientPresent({ clientId: aClientId(0x777), record: null }));
    await besides();
    expect(visible()).not.toContain('王丽华');
    expect(visible()).toContain('内容已收起');
    await press('t');
    await press('Enter');
    expect(port.commands).toEqual([]);
  });

  it.each(['firstSight', 'frozen', 'loading'])('hides what %s shows', async (name) => {
    const make = (VIEWS as Record<string, () => PanelView>)[name];
    const port = await show(make?.() ?? VIEWS.client());
    act(() => port.setClientPresent({ clientId: null, record: null }));
    await besides();
    expect(visible()).not.toMatch(/加入我的客户|没有保存的内容/);
    await expectAccessible();
  });

  it('is said in English', async () => {
    speak('en');
    const port = await show(VIEWS.client());
    act(() => port.setClientPresent({ clientId: null, record: null }));
    expect((await besides()).textContent).toContain('Show everything');
  });

  it('says why a log could not be saved', async () => {
    const port = await show(VIEWS.client());
    port.answer.outcome = { ok: false, error: { code: 'full', field: null } };
    await press('h');
    await besides();
    await press('m');
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('磁盘空间不足');
  });
});
