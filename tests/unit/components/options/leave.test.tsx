import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOptionsDesk } from '@/components/options/desk';
import { LeavePart } from '@/components/options/LeavePart';
import { t } from '@/components/ui/words';
import type { LeavePort, ToBeWiped } from '@/utils/app/leaving/port';
import { instant } from '@/utils/domain/schema/time';
import { closed, expectAccessible, settled } from '../setup';
import { fakeOptionsPort } from './fakePort';

vi.setConfig({ testTimeout: 30_000 });

afterEach(() => closed());

const FOUND: ToBeWiped = {
  at: instant.parse(1_790_000_000_000),
  version: '1.2.3',
  clients: 12,
  rows: 340,
  closed: 0,
  drafts: 0,
  held: [],
  anchor: { epoch: 'e', seq: 77, hash: 'a'.repeat(64) },
  hash: 'b'.repeat(64),
};

/** Opens the part over what would be wiped, and presses for a look. */
async function open(changed: Partial<ToBeWiped> = {}, wipes = true) {
  const hashed: string[] = [];
  const files: Blob[] = [];
  let wiped = 0;
  const port: LeavePort = {
    look: async () => ({ ...FOUND, ...changed }),
    async hashOf(text) {
      hashed.push(text);
      return 'c'.repeat(64);
    },
    async wipe() {
      wiped += 1;
      return wipes;
    },
  };
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${files.push(blob)}`,
      revokeObjectURL: () => {},
    }),
  );
  const desk = createOptionsDesk({ ...fakeOptionsPort().port, leave: async () => port });
  render(
    <main>
      <h1>知彼</h1>
      <LeavePart desk={desk} />
    </main>,
  );
  fireEvent.click(screen.getByRole('button', { name: t('leave.look') }));
  await settled();
  return { desk, hashed, files, wiped: () => wiped };
}

const go = () => screen.getByRole<HTMLButtonElement>('button', { name: t('leave.go') });
const typeWord = (word: string) =>
  fireEvent.input(screen.getByLabelText(t('handover.typeWord', t('leave.word'))), {
    target: { value: word },
  });

describe('leaving', () => {
  it('wipes only after the receipt and the word; the receipt ends with the hash of what it says', async () => {
    const { hashed, files, wiped } = await open();
    await expectAccessible();
    typeWord(t('leave.word'));
    expect(go().disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: t('leave.receiptGo') }));
    await settled();
    expect(files).toHaveLength(1);
    expect(hashed[0]).toContain('77');
    expect(hashed[0]).toContain('b'.repeat(64));
    typeWord('x');
    expect(go().disabled).toBe(true);
    typeWord(t('leave.word'));
    fireEvent.click(go());
    await settled();
    expect(wiped()).toBe(1);
  });

  it('names who is under a legal hold, and offers nothing then', async () => {
    await open({ held: ['王丽华', '李建国'] });
    expect(screen.getByRole('alert').textContent).toContain('王丽华');
    expect(screen.queryByRole('button', { name: t('leave.go') })).toBeNull();
  });

  it('says what was begun and not saved, and what does not open', async () => {
    await open({ drafts: 2, closed: 3 });
    expect(screen.getByText(t('leave.drafts', 2))).toBeDefined();
    expect(screen.getByText(t('leave.closed', 3))).toBeDefined();
  });

  it('says so where it was refused', async () => {
    const { desk } = await open({}, false);
    fireEvent.click(screen.getByRole('button', { name: t('leave.receiptGo') }));
    await settled();
    typeWord(t('leave.word'));
    fireEvent.click(go());
    await settled();
    expect(desk.said.value).toMatchObject({ failed: true, text: t('leave.refused') });
  });
});
