import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { lookFor } from '@/utils/adapters/generic/lookFor';
import { TRIAL } from '@/utils/platform/trial';

const isAdapter = (value: unknown): value is CompiledAdapter => typeof value === 'object' && value !== null;

/**
 * What an adapter that nobody has saved yet makes of this page. The adapter lies in the world that scripts of
 * ours share, put there just before; the page sees neither. Answers whoever injects it, and leaves nothing.
 */
export default defineUnlistedScript(async () => {
  const handed: unknown = Reflect.get(globalThis, TRIAL);
  Reflect.deleteProperty(globalThis, TRIAL);
  const adapter: unknown = typeof handed === 'string' ? JSON.parse(handed) : null;
  return isAdapter(adapter) ? lookFor(document, adapter) : null;
});
