import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { Popup } from '@/components/popup/Popup';
import type { Outcome } from '@/utils/app/command';
import type { fakePort } from './fakePort';

/* What a user does with the popup, and what a test waits for. */

export type Fake = ReturnType<typeof fakePort>;

/** Opens the popup and waits until what is asked at opening has been answered. */
export async function open(fake: Fake): Promise<void> {
  render(<Popup port={fake.port} />);
  await act(async () => {});
}

/** A key pressed where the focus is. */
export const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });
  });

/** Replaces the text of a field. */
export const typeInto = (element: HTMLElement, value: string) =>
  act(async () => {
    fireEvent.input(element, { target: { value } });
  });

export const settle = (work: () => unknown) =>
  act(async () => {
    work();
  });

/** Answers the command that waits longest and lets everything that hangs on it happen. */
export const answered = (fake: Fake, outcome?: Outcome): Promise<void> =>
  act(async () => {
    fake.answer(outcome);
    await new Promise((resolve) => setTimeout(resolve));
  });

export const title = () => screen.getByRole('heading', { level: 1 }).textContent;
export const finder = () => screen.getByRole('combobox', { name: '找客户' });
export const note = () => screen.getByRole('textbox', { name: '备注' });
export const formOpen = () => waitFor(() => screen.getByRole('form'));
