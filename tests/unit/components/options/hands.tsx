import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { Options } from '@/components/options/Options';
import type { fakeOptionsPort } from './fakePort';

/* What a user does with the options page. */

/** Lets everything that hangs on what was done happen. */
export const settle = (work: () => unknown) =>
  act(async () => {
    work();
    await new Promise((resolve) => setTimeout(resolve));
  });

/** Opens the page, at a part if one is named. */
export function open(fake: ReturnType<typeof fakeOptionsPort>, hash = ''): Promise<void> {
  history.replaceState(null, '', `#${hash}`);
  return settle(() => render(<Options port={fake.port} />));
}

export const click = (element: HTMLElement) => settle(() => fireEvent.click(element));
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const part = (name: string) => within(screen.getByRole('region', { name }));

/** Types into a field and leaves it. */
export const enter = (label: string, value: string) =>
  settle(() => {
    const field = screen.getByRole('textbox', { name: label });
    fireEvent.input(field, { target: { value } });
    fireEvent.blur(field);
  });
