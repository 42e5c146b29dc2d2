import { signal } from '@preact/signals';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Confirm } from '@/components/confirm/Confirm';
import type { Confirmed, ConfirmPort } from '@/utils/app/confirmPort';
import { GRAVE } from '@/utils/app/grave';
import type { Pending } from '@/utils/app/pending';
import { opId } from '@/utils/domain/schema/ids';
import { aClientId, aNoteId } from '../../gallery/fixtures/people';
import { wordsOf } from '../../gallery/words';
import { expectAccessible, settled } from './setup';

const WAITING: Pending = {
  deed: {
    do: 'order',
    order: {
      op: opId.parse('0'.repeat(24)),
      command: { do: 'removeNote', clientId: aClientId(1), noteId: aNoteId(1) },
    },
  },
  whom: '王丽华',
  row: '喜欢喝普洱',
  expires: Number.MAX_SAFE_INTEGER,
};

async function show(pending: Pending, becomes: Confirmed) {
  const waiting = signal<Pending | null>(pending);
  const confirmed: Pending[] = [];
  const port: ConfirmPort = {
    waiting,
    async confirm(shown) {
      confirmed.push(shown);
      waiting.value = null;
      return becomes;
    },
    drop: () => {
      waiting.value = null;
    },
  };
  render(<Confirm port={port} />);
  await settled();
  return { waiting, confirmed };
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};

describe('what waits to be confirmed', () => {
  it('says what would be done, to whom, and about what, and is accessible', async () => {
    await show(WAITING, { state: 'done' });
    const text = document.body.textContent ?? '';
    for (const word of ['删除备忘', '王丽华', '喜欢喝普洱']) expect(text).toContain(word);
    await expectAccessible();
  });

  it('is done once it is confirmed, and says so', async () => {
    const { confirmed } = await show(WAITING, { state: 'done' });
    await press('确认');
    expect(confirmed).toEqual([WAITING]);
    expect(document.body.textContent).toBe('已照办');
  });

  it('is not done where nobody wanted it', async () => {
    const { confirmed } = await show(WAITING, { state: 'done' });
    await press('不是我要的');
    expect(confirmed).toEqual([]);
    expect(document.body.textContent).toBe('');
  });

  it('says why it was not done', async () => {
    await show(WAITING, { state: 'failed', problem: { code: 'changedSince', field: null } });
    await press('确认');
    expect(document.body.textContent).toContain('之后又改过');
  });

  it('shows a masked number only after it was confirmed, and gives way to what comes next', async () => {
    const number: Pending = { ...WAITING, deed: { do: 'reveal', text: '13800000000' }, row: null };
    const { waiting } = await show(number, { state: 'revealed', text: '13800000000' });
    expect(document.body.textContent).not.toContain('13800000000');
    await press('确认');
    expect(document.body.textContent).toBe('13800000000');
    act(() => {
      waiting.value = WAITING;
    });
    await settled();
    expect(document.body.textContent).not.toContain('13800000000');
  });

  it('has a word for everything that may wait, in every language', () => {
    for (const locale of ['zh_CN', 'zh_TW', 'en'] as const) {
      const words = wordsOf(locale);
      for (const deed of [...GRAVE, 'copy', 'reveal']) expect(words[`confirm_deed_${deed}`]).toBeTruthy();
    }
  });
});
