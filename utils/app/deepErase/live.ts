import { signal } from '@preact/signals';
import { askBackground } from '../askBackground';
import { loadDeepErase, watchDeepErase } from './kept';
import type { DeepErasePort, DeepEraseState } from './port';

/** The port of deep erases in a browser. */
export function openDeepErase(): DeepErasePort {
  const state = signal<DeepEraseState>(null);
  watchDeepErase((now) => {
    state.value = now;
  });
  void loadDeepErase().then((now) => {
    state.value ??= now;
  });
  return {
    state,
    begin: async () => 'done' in (await askBackground({ kind: 'deepErase' })),
    startAnew: () => location.reload(),
  };
}
