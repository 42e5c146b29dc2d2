import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Problem, Subject } from '@/utils/app/command';
import type { Draft, VisitDraft } from '@/utils/app/draft';
import type { RecordedSale } from '@/utils/domain/schema/contact';
import { asksRecording, recordingChoices } from '@/utils/domain/visits/recordedSale';
import { type Deeds, problemText } from '../ui/deeds';
import { t } from '../ui/words';
import { type DraftDetails, isPlan, saleIn } from './details';
import { createDraftShelf } from './draftShelf';
import { joined, newDraft } from './drafts';
import type { LogPort, OpenLog } from './openLog';
import { carryOver, commandFor, unrecorded, unvouched } from './orders';
import { isShown, type Shown, subjectKey } from './subjects';

/** The quick log of one screen: at most one form, one kept draft, and never a draft on another client. */
export interface LogSession {
  opened: ReadonlySignal<OpenLog | null>;
  /** The draft that waits for the client shown. */
  kept: ReadonlySignal<Draft | null>;
  /** An opening that must wait until the kept draft of another kind is dealt with. */
  blocked: ReadonlySignal<Draft | null>;
  /** Whether the open form makes a plan: its day lies ahead. */
  planning: ReadonlySignal<boolean>;
  /** What may be said of the recording of the sale that the form speaks of; empty where none is asked for. */
  recordings: ReadonlySignal<readonly RecordedSale['by'][]>;
  saving: ReadonlySignal<boolean>;
  problem: ReadonlySignal<Problem | null>;
  /** Tells whom the screen shows; null while it shows no one. Closes a form that belongs elsewhere. */
  show(shown: Shown | null): void;
  /** Opens a form: `opening` says whom it is for and what is filled in already. */
  open(opening: Draft): void;
  change(change: DraftDetails): void;
  /** Changes what the outcome of a visit has beside its contact. */
  changeVisit(change: Partial<VisitDraft>): void;
  /** Saves the form with a last change, if given; resolves to whether it is on the disk. */
  save(lastChange?: DraftDetails): Promise<boolean>;
  /** Closes the form; what was written is kept. */
  close(): void;
  /** Throws the kept or open draft away, and goes on with what was blocked by it. */
  discard(): void;
  /** Throws away what is open and begins an empty form of the same channel. */
  startOver(): void;
  /** Goes on with the kept draft. */
  resume(): void;
  /** Leaves the kept draft alone and does not open what it blocked. */
  unblock(): void;
  /** Keeps what was typed right now: the page is about to go. */
  flush(): void;
}

/** The quick log over a port; `deeds` says what was saved. */
export function createLogSession(port: LogPort, deeds: Deeds): LogSession {
  const opened = signal<OpenLog | null>(null);
  const kept = signal<Draft | null>(null);
  const blocked = signal<Draft | null>(null);
  const saving = signal(false);
  const problem = signal<Problem | null>(null);
  const shelf = createDraftShelf(port, () => deeds.say(t('log.draftNotKept'), true));
  let shown: Shown | null = null;

  const begin = (opening: Draft, resumed: boolean) =>
    batch(() => {
      // The day is the one on which the form was opened: a draft finished tomorrow is of today.
      const details = { ...opening.details, day: opening.details.day ?? port.today.peek() };
      const draft = { ...opening, details };
      opened.value = { draft, contactId: port.newContactId(), touched: resumed, resumed };
      kept.value = null;
      blocked.value = null;
      problem.value = null;
    });

  const loadKept = async (subject: Subject) => {
    const draft = await shelf.load(subject).catch(() => null);
    const still = shown !== null && subjectKey(shown.subject) === subjectKey(subject);
    // Whatever the store answers: a draft is offered only to the client it was opened for.
    if (!draft || !still || !shown || !isShown(draft.subject, shown)) return;
    const log = opened.peek();
    if (!log) kept.value = draft;
    // A letter was faster than the store: what was kept must not be overwritten by the new form.
    else if (log.draft.amends === draft.amends) {
      opened.value = { ...log, draft: joined(draft, log.draft), touched: true, resumed: true };
    } else {
      batch(() => {
        opened.value = null;
        kept.value = draft;
        blocked.value = log.draft;
      });
    }
  };

  const leave = (log: OpenLog) => {
    opened.value = null;
    if (saving.peek()) return; // the outcome says what became of it
    if (!log.touched) return;
    shelf.keepNow(log.draft);
    deeds.say(t('log.leftBehind', log.draft.name));
  };

  const session: LogSession = {
    opened,
    kept,
    blocked,
    planning: computed(() => {
      const log = opened.value;
      return log !== null && isPlan(log.draft.details, port.today.value);
    }),
    recordings: computed(() => {
      const draft = opened.value?.draft;
      const settings = port.settings.value;
      const asked = draft && asksRecording(saleIn(draft.details, port.today.value), draft, settings);
      return asked ? recordingChoices(settings) : [];
    }),
    saving,
    problem,
    show(next) {
      const before = shown;
      shown = next;
      if (!next) return shelf.flush();
      const log = opened.peek();
      batch(() => {
        if (log && !isShown(log.draft.subject, next)) leave(log);
        const same = before !== null && subjectKey(before.subject) === subjectKey(next.subject);
        if (same) return;
        blocked.value = null;
        if (kept.peek() && !isShown(kept.peek()?.subject ?? next.subject, next)) kept.value = null;
        if (!opened.peek()) void loadKept(next.subject);
      });
    },
    open(opening) {
      const log = opened.peek();
      const draft = kept.peek();
      if (saving.peek()) return;
      if (log) {
        const { channel } = opening.details;
        const sameForm = (log.draft.visit === undefined) === (opening.visit === undefined);
        const sameKind = log.draft.amends === opening.amends && opening.answers === null && sameForm;
        if (sameKind && channel !== undefined) return session.change({ channel });
        session.close();
        return session.open(opening);
      }
      if (!draft) return begin(opening, false);
      if (draft.amends === opening.amends) begin(joined(draft, opening), true);
      else blocked.value = opening;
    },
    change(change) {
      const log = opened.peek();
      if (!log) return;
      const draft = { ...log.draft, details: { ...log.draft.details, ...change } };
      opened.value = { ...log, draft, touched: true };
      shelf.keepSoon(draft);
    },
    changeVisit(change) {
      const log = opened.peek();
      if (!log?.draft.visit) return;
      const draft = { ...log.draft, visit: { ...log.draft.visit, ...change } };
      opened.value = { ...log, draft, touched: true };
      problem.value = null;
      shelf.keepSoon(draft);
    },
    async save(lastChange = {}) {
      const log = opened.peek();
      if (!log || saving.peek()) return false;
      const filled = { ...log, draft: { ...log.draft, details: { ...log.draft.details, ...lastChange } } };
      problem.value = unvouched(log) ?? unrecorded(filled, port);
      if (problem.peek()) return false;
      const { name, details } = filled.draft;
      batch(() => {
        saving.value = true;
        problem.value = null;
      });
      const plan = isPlan(details, port.today.peek());
      const outcome = await deeds.perform(
        commandFor(filled, port),
        plan ? t('log.planned', name) : t('log.saved', name),
        ({ clientId }) =>
          plan || clientId === null ? undefined : carryOver(port, deeds, clientId, filled.contactId, filled),
      );
      const stillOpen = opened.peek()?.contactId === log.contactId;
      batch(() => {
        saving.value = false;
        if (outcome.ok) {
          shelf.discard(filled.draft);
          if (stillOpen) opened.value = null;
          return;
        }
        shelf.keepNow(filled.draft);
        if (stillOpen) {
          // The form says it, next to what was written; the bar would only say it twice.
          deeds.dismiss();
          problem.value = outcome.error;
        } else deeds.say(t('log.notSavedLeft', name, problemText(outcome.error)), true);
      });
      return outcome.ok;
    },
    close() {
      const log = opened.peek();
      if (!log || saving.peek()) return;
      opened.value = null;
      problem.value = null;
      if (!log.touched) return;
      shelf.keepNow(log.draft);
      kept.value = log.draft;
    },
    discard() {
      const next = blocked.peek();
      const draft = opened.peek()?.draft ?? kept.peek();
      if (draft) shelf.discard(draft);
      batch(() => {
        opened.value = null;
        kept.value = null;
        blocked.value = null;
        problem.value = null;
      });
      if (next) begin(next, false);
    },
    startOver() {
      const log = opened.peek();
      if (!log || saving.peek()) return;
      session.discard();
      const { amends, details } = log.draft;
      if (amends === null) begin(newDraft(log.draft, { channel: details.channel }), false);
    },
    resume() {
      const draft = kept.peek();
      if (draft) begin(draft, true);
    },
    unblock() {
      blocked.value = null;
    },
    flush: () => shelf.flush(),
  };
  return session;
}
