import { type ReadonlySignal, signal } from '@preact/signals';
import type { Counted, Shelved } from '@/utils/app/library';
import type { LibraryPort } from '@/utils/app/libraryPort';
import type { PieceFault } from '@/utils/domain/library/libraryText';
import type { Piece } from '@/utils/domain/library/piece';
import { t } from '../../ui/words';

/** What the bar says of a change; `undo` takes it back. */
interface Said {
  text: string;
  undo: (() => Promise<unknown>) | null;
  failed: boolean;
}

/** Changes the library, says so and can take the last change back. */
export interface LibraryDesk {
  port: LibraryPort;
  said: ReadonlySignal<Said | null>;
  /** Keeps a piece; `before` is how it stood, null for a new one. What is wrong with it, if anything. */
  keep(piece: unknown, before: Shelved | null): Promise<readonly PieceFault[]>;
  drop(shelved: Shelved): Promise<void>;
  take(text: string): Promise<readonly PieceFault[]>;
  count(id: string, what: Counted): Promise<void>;
  say(text: string, failed?: boolean): void;
  undo(): Promise<void>;
  dismiss(): void;
}

const failure: Said = {
  get text() {
    return t('library.notKept');
  },
  undo: null,
  failed: true,
};

/** One desk over a port. */
export function createLibraryDesk(port: LibraryPort): LibraryDesk {
  const said = signal<Said | null>(null);
  const put = (text: string, undo: Said['undo']) => {
    said.value = { text, undo, failed: false };
  };
  const back = (id: string, before: Piece | null) => () => (before ? port.keep(before) : port.drop(id));
  /** A storage that refuses is told, and what was typed stays where it is. */
  const orFail = async <Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await work();
    } catch {
      said.value = failure;
      return otherwise;
    }
  };

  return {
    port,
    said,
    keep: (piece, before) =>
      orFail(async () => {
        const kept = await port.keep(piece);
        if (!kept.ok) return kept.error;
        const id =
          before?.piece.id ?? (typeof piece === 'object' && piece && 'id' in piece ? String(piece.id) : '');
        put(t('library.kept'), back(id, before && before.from !== 'seed' ? before.piece : null));
        return [];
      }, [{ path: '', what: 'form', detail: t('library.notKept') }]),
    drop: ({ piece: { id }, from }) =>
      orFail(async () => {
        const former = await port.drop(id);
        put(t(from === 'changed' ? 'library.reset' : 'library.dropped'), former && (() => port.keep(former)));
      }, undefined),
    take: (text) =>
      orFail(async () => {
        const taken = await port.importText(text);
        if (!taken.ok) return taken.error;
        put(t('library.imported', taken.value), null);
        return [];
      }, [{ path: '', what: 'form', detail: t('library.notKept') }]),
    count: (id, what) =>
      orFail(async () => {
        await port.count(id, what);
        put(t(`library.counted.${what}`), () => port.count(id, what, -1));
      }, undefined),
    say(text, failed = false) {
      said.value = { text, undo: null, failed };
    },
    async undo() {
      const take = said.peek()?.undo;
      if (!take) return;
      said.value = null;
      await orFail(async () => {
        await take();
        put(t('ui.undone'), null);
      }, undefined);
    },
    dismiss() {
      said.value = null;
    },
  };
}
