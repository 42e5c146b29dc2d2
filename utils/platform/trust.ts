import { browser } from 'wxt/browser';

/**
 * Shuts content scripts out of the extension's local storage, where the master key lies. Firefox has
 * no such switch yet. Said at every start of the worker: it costs nothing and is not kept everywhere.
 */
export async function shutContentScriptsOut(): Promise<void> {
  const { local } = browser.storage;
  if ('setAccessLevel' in local && typeof local.setAccessLevel === 'function') {
    await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
