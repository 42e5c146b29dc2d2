import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OptionsPort } from '@/utils/app/optionsPort';
import type { Settings } from '@/utils/domain/schema/settings';
import { t } from '../ui/words';

/** What the bar says; `undo` are the values before, for the settings that were changed, or how else it is taken back. */
export interface OptionsSaid {
  text: string;
  undo: Partial<Settings> | (() => Promise<boolean>) | null;
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
  /** Does something that is no setting; only after that `text` is said, with `back` as its undo. */
  perform(work: () => Promise<boolean>, text: string, back: (() => Promise<boolean>) | null): Promise<void>;
  undo(): Promise<void>;
  say(text: string, failed?: boolean): void;
  dismiss(): void;
  close(): void;
}

/** The values of `settings` that `change` would replace; undefined for what was not set. */
function formerOf(settings: Settings, change: Partial<Settings>): Partial<Settings> {
  const values = new Map<string, unknown>(Object.entries(settings));
  return Object.fromEntries(Object.keys(change).map((key) => [key, values.get(key)]));
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
    async perform(work, text, back) {
      const done = await work().catch(() => false);
      said.value = done
        ? { text, undo: back, failed: false }
        : { text: t('options.notSaved'), undo: null, failed: true };
    },
    async undo() {
      const former = said.peek()?.undo;
      if (!former) return;
      said.value = null;
      if (typeof former === 'function') {
        const done = await former().catch(() => false);
        said.value = { text: t(done ? 'ui.undone' : 'options.notSaved'), undo: null, failed: !done };
        return;
      }
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
