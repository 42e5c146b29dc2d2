import { signal } from '@preact/signals';
import { saveSettings } from '@/utils/platform/settings';
import { watchBook } from './live/book';
import { copy } from './live/copy';
import { watchDay } from './live/day';
import { watchLockable } from './live/lockable';
import { openOptions } from './live/openPages';
import { run } from './live/orders';
import { openForReading } from './live/reader';
import { sheetAddress } from './live/sheet';
import type { BookView } from './popupPort';
import type { WorkbenchPort } from './workbenchPort';

/** The workbench's port in a browser. */
export async function openWorkbenchPort(): Promise<WorkbenchPort> {
  const opening = openForReading();
  const day = await watchDay();
  const book = signal<BookView>({ state: 'loading' });
  void opening.then((opened) =>
    watchBook(opened, (next) => {
      book.value = next;
    }),
  );
  return {
    today: day.today,
    settings: day.settings,
    saveSettings: (next) =>
      saveSettings(next).then(
        () => true,
        () => false,
      ),
    book,
    run,
    copy,
    sheetOf: sheetAddress,
    ...watchLockable(),
    openOptions,
  };
}
