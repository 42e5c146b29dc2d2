import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OptionsPort } from '@/utils/app/optionsPort';
import type { Settings } from '@/utils/domain/schema/settings';
import { t } from '../ui/words';

/** What the bar says; `undo` are the values before, for the settings that were changed. */
export interface OptionsSaid {
  text: string;
  undo: Partial<Settings> | null;
  failed: boolean;
}

/** Worked out when its turn comes: the screen may show an older state than the one that is kept. */
export type Change = (now: Settings) => Partial<Settings>;

/** Changes settings one after the other, announces each and can take the last one back. */
export interface OptionsDesk {
  port: OptionsPort;
  said: ReadonlySignal<OptionsSaid | null>;
  /**
   * Saves what `change` makes of the settings as they then are; only after that `text` is said, with
   * an undo.
   */
  save(change: Change, text: string): Promise<void>;
  undo(): Promise<void>;
  say(text: string, failed?: boolean): void;
  dismiss(): void;
  close(): void;
}

/** The values of `settings` that `change` would replace; one that was not set is left out again by an undo. */
function formerOf(settings: Settings, change: Partial<Settings>): Partial<Settings> {
  const former = new Map<string, unknown>(Object.entries(settings));
  return Object.fromEntries(Object.keys(change).map((key) => [key, former.get(key)]));
}

/** One desk over a port. */
export function createOptionsDesk(port: OptionsPort): OptionsDesk {
  const said = signal<OptionsSaid | null>(null);
  /** What is kept, as far as is known here: two quick changes must not undo each other. */
  let latest: Settings | null = null;
  let line: Promise<unknown> = Promise.resolve();
  const stop = effect(() => {
    latest = port.settings.value;
  });

  const put = (work: Change, told: (former: Partial<Settings>) => OptionsSaid): Promise<void> => {
    const done = line.then(async () => {
      if (!latest) return;
      const change = work(latest);
      const former = formerOf(latest, change);
      const next = { ...latest, ...change };
      const kept = await port.saveSettings(next).catch(() => false);
      batch(() => {
        if (kept) latest = next;
        said.value = kept ? told(former) : { text: t('options.notSaved'), undo: null, failed: true };
      });
    });
    line = done.catch(() => {});
    return done;
  };

  return {
    port,
    said,
    save: (change, text) => put(change, (undo) => ({ text: t('options.saved', text), undo, failed: false })),
    async undo() {
      const former = said.peek()?.undo;
      if (!former) return;
      said.value = null;
      await put(
        () => former,
        () => ({ text: t('ui.undone'), undo: null, failed: false }),
      );
    },
    say(text, failed = false) {
      said.value = { text, undo: null, failed };
    },
    dismiss() {
      said.value = null;
    },
    close: stop,
  };
}
