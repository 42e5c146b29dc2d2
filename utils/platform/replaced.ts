import { browser } from 'wxt/browser';
import { watchKeys } from './watchKeys';

const KEY = 'bookReplaced';

/** Tells every page that the whole book was replaced or mended: what they hold of it is of the former one. */
export const tellReplaced = (now: number): Promise<void> => browser.storage.session.set({ [KEY]: now });

/** Begins this page anew when that is told. */
export const reloadWhenReplaced = (): void => void watchKeys('session', [KEY], () => location.reload());
