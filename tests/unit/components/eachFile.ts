import { afterAll, afterEach, vi } from 'vitest';
import { closed, speak } from './setup';

/*
 * Files of component tests share a worker's modules and its window: what one of them leaves behind, or
 * puts in the place of something, is gone before the next.
 */

afterEach(async () => {
  await closed();
  speak('zh_CN');
});

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
