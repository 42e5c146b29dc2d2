import type { Draft } from '@/utils/app/draft';
import type { PanelPort } from '@/utils/app/panelPort';
import { subjectKey } from './subjects';

/** How long typing rests before the draft is kept (decision 11). */
export const REST_MS = 300;

/** Whoever writes on without a rest is not left unkept for longer than this. */
const LONGEST_MS = 1000;

type DraftPort = Pick<PanelPort, 'loadDraft' | 'saveDraft' | 'discardDraft'>;

/**
 * Keeps drafts in order: a save that was begun before a discard can never come after it. Each is sent at once, for
 * the page may be gone before the one before it is answered; who keeps them takes them in the order they were sent.
 */
export interface DraftShelf {
  /** Keeps the draft once typing rests. */
  keepSoon(draft: Draft): void;
  /** Keeps at once what still waits. */
  flush(): void;
  keepNow(draft: Draft): void;
  discard(draft: Pick<Draft, 'subject'>): void;
  load(subject: Draft['subject']): Promise<Draft | null>;
}

/**
 * The drafts of one screen.
 * @param onTrouble told when a draft could not be kept or read; the form still holds it.
 */
export function createDraftShelf(port: DraftPort, onTrouble: () => void): DraftShelf {
  let waiting: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const sent = (deed: Promise<void>, orElse: () => void) => {
    line = Promise.all([line, deed.catch(orElse)]);
  };
  const save = (draft: Draft) => sent(port.saveDraft(draft), onTrouble);
  const waitsFor = (subject: Draft['subject']): boolean =>
    waiting !== null && subjectKey(waiting.subject) === subjectKey(subject);
  const stopWaiting = () => {
    clearTimeout(timer);
    clearTimeout(limit);
    limit = undefined;
    waiting = null;
  };
  const flush = () => {
    const draft = waiting;
    stopWaiting();
    if (draft) save(draft);
  };

  return {
    flush,
    keepSoon(draft) {
      // Another client's draft must not be lost to this one.
      if (waiting && !waitsFor(draft.subject)) flush();
      clearTimeout(timer);
      waiting = draft;
      timer = setTimeout(flush, REST_MS);
      limit ??= setTimeout(flush, LONGEST_MS);
    },
    keepNow(draft) {
      if (waiting && !waitsFor(draft.subject)) flush();
      waiting = draft;
      flush();
    },
    discard(draft) {
      if (waitsFor(draft.subject)) stopWaiting();
      // Not worth a word: a draft that stays is offered again, and nothing is lost by it.
      sent(port.discardDraft(draft.subject), () => {});
    },
    load: (subject) => line.then(() => port.loadDraft(subject)),
  };
}
