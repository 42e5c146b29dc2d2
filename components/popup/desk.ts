import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Draft } from '@/utils/app/draft';
import type { BookView, FrontClient, PopupPort } from '@/utils/app/popupPort';
import type { Brief } from '@/utils/domain/brief';
import type { Channel } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import { type LogClient, newDraft } from '../log/drafts';
import { createLogSession, type LogSession } from '../log/session';
import { isShown, subjectKey } from '../log/subjects';
import { createDeeds, type Deeds } from '../ui/deeds';

/** Whom the popup logs for, and how it came to that. */
export interface Target extends LogClient {
  /** The CRM page in front, if it is this client's. */
  record: RecordRef | null;
  standing: 'reading' | 'new' | 'held';
  /** The client's card, as fresh as the book; null while unknown and for those not in the book. */
  brief: Brief | null;
  from: 'page' | 'chosen';
}

/** What the parts of the popup share. */
export interface PopupDesk {
  port: PopupPort;
  deeds: Deeds;
  session: LogSession;
  /** While a form is open this is the form's client, whatever the page does meanwhile. */
  target: ReadonlySignal<Target | null>;
  /** The client of the page in front, chosen or not. */
  pageTarget: ReadonlySignal<Target | null>;
  /** Whether the search is open although there is a target. */
  finding: ReadonlySignal<boolean>;
  /** The promise that the next log keeps; null for none. */
  keeping: ReadonlySignal<ContactId | null>;
  /** A draft of someone who is not the target, kept in an earlier popup. */
  elsewhere: ReadonlySignal<Draft | null>;
  choose(brief: Brief, keeps?: ContactId | null): void;
  /** Goes to the client of the draft found elsewhere; its form opens. */
  goOn(): void;
  backToPage(): void;
  openSearch(): void;
  leaveSearch(): void;
  setKeeping(promise: ContactId | null): void;
  /** Opens the form for the target. */
  open(channel: Channel): void;
  /** Ends what the desk follows. */
  close(): void;
}

const briefsOf = (book: BookView): readonly Brief[] => (book.state === 'ready' ? book.briefs : []);

function fromPage(client: FrontClient): Target {
  const { subject, name, kind, record, card } = client;
  const brief = typeof card === 'object' ? card : null;
  const standing = typeof card === 'object' ? 'held' : card;
  // The book's name, as the panel has it: a page may show it with stars, or in other letters.
  return { subject, name: brief?.name ?? name, kind, record, brief, standing, from: 'page' };
}

const fromBrief = (brief: Brief): Target => ({
  subject: { type: 'client', clientId: brief.clientId },
  name: brief.name,
  kind: brief.kind,
  record: null,
  brief,
  standing: 'held',
  from: 'chosen',
});

/** The client of a draft: as the book or the page knows it, else as the draft itself names it. */
function fromDraft(draft: Draft, page: Target | null, byId: ReadonlyMap<ClientId, Brief>): Target {
  if (page && isShown(draft.subject, page)) return { ...page, subject: draft.subject };
  const { subject, name, kind } = draft;
  const brief = subject.type === 'client' ? (byId.get(subject.clientId) ?? null) : null;
  const standing = subject.type === 'client' ? 'held' : 'new';
  return { subject, name, kind, record: null, brief, standing, from: 'chosen' };
}

/** One desk over a port. */
export function createPopupDesk(port: PopupPort): PopupDesk {
  const deeds = createDeeds(port);
  const session = createLogSession(port, deeds);
  const chosen = signal<Target | null>(null);
  const finding = signal(false);
  const kept = signal<{ key: string; promise: ContactId } | null>(null);
  const unfinished = signal<Draft | null>(null);
  /** Subjects whose draft was opened here already: a form closed on purpose stays closed. */
  const taken = new Set<string>();
  /** Whether someone was chosen since the popup opened: then it no longer goes anywhere by itself. */
  let begun = false;

  const byId = computed(() => new Map(briefsOf(port.book.value).map((brief) => [brief.clientId, brief])));
  const pageTarget = computed(() =>
    port.tab.value.state === 'client' ? fromPage(port.tab.value.client) : null,
  );
  const target = computed<Target | null>(() => {
    const log = session.opened.value;
    if (log) return fromDraft(log.draft, pageTarget.value, byId.value);
    const picked = chosen.value;
    if (!picked) return pageTarget.value;
    const { subject } = picked;
    const fresh = subject.type === 'client' ? byId.value.get(subject.clientId) : undefined;
    return fresh ? { ...picked, name: fresh.name, brief: fresh } : picked;
  });

  const keeping = computed(() => {
    const client = target.value;
    const log = session.opened.value;
    if (log) return log.draft.keeps;
    // A promise of one client is never kept by a log of another.
    return client && kept.value?.key === subjectKey(client.subject) ? kept.value.promise : null;
  });
  const isOf = (draft: Draft | null, shown: Target | null): boolean =>
    draft !== null && shown !== null && isShown(draft.subject, shown);

  const go = (next: Target, keeps: ContactId | null = null) =>
    batch(() => {
      const log = session.opened.peek();
      if (log?.touched && !isShown(log.draft.subject, next)) unfinished.value = log.draft;
      // First the session: a form open for someone else keeps its draft and closes.
      session.show(next);
      chosen.value = next;
      finding.value = false;
      kept.value = keeps === null ? null : { key: subjectKey(next.subject), promise: keeps };
    });

  const stops = [
    effect(() => {
      const shown = target.value;
      untracked(() => session.show(shown));
    }),
    // A draft kept for the client shown opens by itself, once.
    effect(() => {
      const draft = session.kept.value;
      if (!draft || session.opened.peek() || session.blocked.peek()) return;
      const key = subjectKey(draft.subject);
      if (taken.has(key)) return;
      taken.add(key);
      untracked(() => session.resume());
    }),
    effect(() => {
      const log = session.opened.value;
      if (log) taken.add(subjectKey(log.draft.subject));
    }),
    // Once its client is shown the draft is the session's affair.
    effect(() => {
      if (isOf(unfinished.value, target.value)) unfinished.value = null;
    }),
    // Without a client in front the popup goes on where the last one was closed.
    effect(() => {
      const draft = unfinished.value;
      const { state } = port.tab.value;
      if (!draft || state === 'starting' || state === 'client' || begun) return;
      begun = true;
      untracked(() => go(fromDraft(draft, null, byId.peek())));
    }),
  ];
  port.unfinished().then(
    (draft) => {
      if (!isOf(draft, target.peek())) unfinished.value = draft;
    },
    () => {},
  );

  return {
    port,
    deeds,
    session,
    target,
    pageTarget,
    finding,
    keeping,
    elsewhere: unfinished,
    choose(brief, keeps = null) {
      begun = true;
      go(fromBrief(brief), keeps);
    },
    goOn() {
      const draft = unfinished.peek();
      if (draft) go(fromDraft(draft, pageTarget.peek(), byId.peek()));
    },
    backToPage() {
      const page = pageTarget.peek();
      if (!page) return;
      go(page);
      chosen.value = null;
    },
    openSearch() {
      finding.value = true;
    },
    leaveSearch() {
      finding.value = false;
    },
    setKeeping(promise) {
      const client = target.peek();
      kept.value = promise && client && { key: subjectKey(client.subject), promise };
    },
    open(channel) {
      const client = target.peek();
      if (!client) return;
      session.open(newDraft(client, { channel }, { keeps: keeping.peek() }));
      kept.value = null;
    },
    close() {
      for (const stop of stops) stop();
      session.flush();
    },
  };
}
