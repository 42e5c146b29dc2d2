import { act } from '@testing-library/preact';
import type { Outcome } from '@/utils/app/command';
import type { fakePort } from './fakePort';

/** Answers the waiting command and lets everything that hangs on it happen. */
export const answered = (fake: ReturnType<typeof fakePort>, outcome?: Outcome): Promise<void> =>
  act(async () => {
    fake.answer(outcome);
    await new Promise((resolve) => setTimeout(resolve));
  });
