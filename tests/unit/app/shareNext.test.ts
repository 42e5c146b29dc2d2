import { describe, expect, it } from 'vitest';
import { shareNext } from '@/utils/app/shareNext';

/** Work whose runs end when the test says so. */
function runs() {
  const ends: ((error?: Error) => void)[] = [];
  const ask = shareNext(
    () =>
      new Promise((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve()));
      }),
  );
  return { ask, ends };
}

describe('work that is shared', () => {
  it('runs at once where nothing is under way', () => {
    const { ask, ends } = runs();
    void ask();
    expect(ends).toHaveLength(1);
  });

  it('runs once more for all who ask meanwhile, and only after the first has ended', async () => {
    const { ask, ends } = runs();
    const first = ask();
    const others = [ask(), ask(), ask()];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await first;
    await Promise.resolve();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await Promise.all(others);
    expect(ends).toHaveLength(2);
  });

  it('goes on after a run that failed', async () => {
    const { ask, ends } = runs();
    const first = ask();
    const second = ask();
    ends[0]?.(new Error('no'));
    await expect(first).rejects.toThrow('no');
    await new Promise((resolve) => setTimeout(resolve));
    ends[1]?.();
    await second;
    const third = ask();
    expect(ends).toHaveLength(3);
    ends[2]?.();
    await third;
  });
});
