import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDesk } from '@/components/panel/desk';
import { Tracks } from '@/components/panel/library/Tracks';
import type { Shelved } from '@/utils/app/library';
import type { Piece, TrackKind } from '@/utils/domain/library/piece';
import { playPort } from '../../../gallery/fixtures/port';
import { VIEWS } from '../../../gallery/fixtures/views';
import { aClientId, aContact } from '../../domain/build';
import { closed, expectAccessible, settled } from '../setup';

const shelved = (piece: Piece): Shelved => ({ piece, from: 'seed', used: 0, worked: 0 });
const track = (kind: TrackKind, title: string, text: string): Shelved =>
  shelved({ type: 'track', id: `a-${kind.toLowerCase()}`, kind, title, text });

async function open() {
  const view = VIEWS.client();
  if (view.state !== 'client') throw new Error('no client');
  const port = playPort(view);
  port.shelf = [
    track('care', '问候', '{title}，天凉了，多穿一件。'),
    track('fabe', '好处', '到期可以错开。'),
  ];
  const desk = createDesk(port);
  render(<Tracks plan={view.picture.actions} desk={desk} />);
  await settled();
  return port;
}

afterEach(async () => {
  vi.useRealTimers();
  await expectAccessible();
  await closed();
});

describe('talk tracks beside a client', () => {
  it('open by K, are said by name, copied, counted, and one tap says that they worked', async () => {
    const port = await open();
    expect(screen.queryByText('问候')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'k' });
    await settled();
    fireEvent.click(screen.getByRole('button', { name: /问候/ }));
    await settled();
    fireEvent.click(screen.getByRole('button', { name: '复制' }));
    await settled();
    expect(port.copied).toEqual(['王女士，天凉了，多穿一件。']);
    fireEvent.click(screen.getByRole('button', { name: '这句有效' }));
    await settled();
    fireEvent.click(screen.getByRole('button', { name: '已记有效' }));
    await settled();
    expect(port.counted).toEqual(['+used a-care', '+worked a-care', '-worked a-care']);
  });

  it('are asked about once something was logged, and the answer counts', async () => {
    const port = await open();
    const question = '刚才用的“问候”，这次有效吗？';
    const log = (day: string, n: number) => {
      const view = port.view.peek();
      if (view.state !== 'client') throw new Error('no client');
      const { bundle } = view.picture;
      const contacts = [...bundle.contacts, aContact(day, n)];
      port.view.value = { ...view, picture: { ...view.picture, bundle: { ...bundle, contacts } } };
    };
    fireEvent.keyDown(document.body, { key: 'k' });
    await settled();
    fireEvent.click(screen.getByRole('button', { name: /问候/ }));
    await settled();
    fireEvent.click(screen.getByRole('button', { name: '复制' }));
    await settled();
    expect(screen.queryByText(question, { exact: false })).toBeNull();
    log('2026-11-20', 901);
    await settled();
    expect(screen.getByRole('status').textContent).toContain(question);
    fireEvent.click(within(screen.getByRole('status')).getByRole('button', { name: '这句有效' }));
    await settled();
    expect(port.counted).toEqual(['+used a-care', '+worked a-care']);
    expect(document.activeElement?.textContent).toBe('话术');
    log('2026-11-20', 902);
    await settled();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('are not asked about beside another client', async () => {
    const port = await open();
    fireEvent.keyDown(document.body, { key: 'k' });
    await settled();
    fireEvent.click(screen.getByRole('button', { name: /问候/ }));
    await settled();
    fireEvent.click(screen.getByRole('button', { name: '复制' }));
    await settled();
    const view = port.view.peek();
    if (view.state !== 'client') throw new Error('no client');
    const { bundle } = view.picture;
    const client = { ...bundle.client, id: aClientId(77) };
    const contacts = [...bundle.contacts, aContact('2026-11-20', 903)];
    port.view.value = { ...view, picture: { ...view.picture, bundle: { ...bundle, client, contacts } } };
    await settled();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('are no letters of an input method', async () => {
    await open();
    fireEvent.keyDown(document.body, { key: 'k', isComposing: true });
    await settled();
    expect(screen.queryByText('问候')).toBeNull();
  });

  it('offer nothing to a client who never agreed to it', async () => {
    await open();
    fireEvent.keyDown(document.body, { key: 'k' });
    await settled();
    expect(screen.getByRole('button', { name: /问候/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: /好处/ })).toBeNull();
  });
});
