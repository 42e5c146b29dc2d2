import { browser } from 'wxt/browser';
import { healthList, type PageHealth } from '@/utils/adapters/health';

const KEY = 'adapterHealth';

function parse(kept: unknown): readonly PageHealth[] | null {
  const read = healthList.safeParse(kept);
  return read.success ? read.data : null;
}

/** The adapters' health as it was last kept for good: all that is worth telling stands in it. */
export async function loadHealth(): Promise<readonly PageHealth[]> {
  return parse((await browser.storage.local.get(KEY))[KEY]) ?? [];
}

/** The same with the counts of this session, which do not go to the disk at every look. */
export async function loadCounts(): Promise<readonly PageHealth[]> {
  return parse((await browser.storage.session.get(KEY))[KEY]) ?? loadHealth();
}

/** Keeps the counts; for good too where there is something to tell. */
export async function saveHealth(list: readonly PageHealth[], forGood: boolean): Promise<void> {
  const kept = { [KEY]: healthList.parse(list) };
  await browser.storage.session.set(kept);
  if (forGood) await browser.storage.local.set(kept);
}

/** Calls back with what is kept for good, after each change. Returns how to stop. */
export function watchHealth(changed: (list: readonly PageHealth[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === 'local' && change) changed(parse(change.newValue) ?? []);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
