import { browser } from 'wxt/browser';

/** The extension was updated or removed under this page: nothing may be written from here (decision 7). */
export const isOrphaned = (): boolean => {
  try {
    return !browser.runtime?.id;
  } catch {
    return true;
  }
};
