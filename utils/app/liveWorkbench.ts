import { signal } from '@preact/signals';
import { saveSettings } from '@/utils/platform/settings';
import { newRowId } from './ids';
import { openImport } from './import/openImport';
import { watchBook } from './live/book';
import { copy } from './live/copy';
import { watchDay } from './live/day';
import { saveForms } from './live/drafts';
import { watchLockable } from './live/lockable';
import { openOptions } from './live/openPages';
import { run } from './live/orders';
import { followPresence } from './live/presence';
import { openForReading } from './live/reader';
import { sheetAddress } from './live/sheet';
import { openEvening } from './liveEvening';
import { liveLibrary } from './liveLibrary';
import { visitsPort } from './liveVisits';
import { openWorkload } from './liveWorkload';
import type { BookView } from './popupPort';
import type { PresencePort } from './presence';
import type { WorkbenchPort } from './workbenchPort';

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The workbench's port in a browser. */
export async function openWorkbenchPort(): Promise<WorkbenchPort & PresencePort> {
  const opening = openForReading();
  const [day, presence] = await Promise.all([watchDay(), followPresence()]);
  const book = signal<BookView>({ state: 'loading' });
  void opening.then((opened) =>
    watchBook(opened, (next) => {
      book.value = next;
    }),
  );
  return {
    ...presence,
    ...(await openWorkload(opening)),
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
    newRowId,
    evening: once(() => openEvening(opening, day)),
    festival: once(async () => (await import('./liveFestival')).openFestival(opening, day)),
    library: liveLibrary,
    candidates: once(async () => (await import('./liveEvents')).openCandidates(opening, day)),
    loadForms: async () => (await import('./liveEvents')).loadEventForms(opening),
    saveForms,
    importing: once(() => openImport(() => day.today.peek())),
    out: once(async () => (await import('./out/liveOut')).openOut(opening)),
    trail: once(async () => (await import('./out/liveTrail')).openTrailPort(opening)),
    handover: once(async () => (await import('./handover/live')).openHandover(opening)),
    sheetOf: sheetAddress,
    ...watchLockable(),
    openOptions,
    ...visitsPort(opening, day),
  };
}
