import { signal } from '@preact/signals';
import type { Command, Outcome, Subject } from '@/utils/app/command';
import type { Draft } from '@/utils/app/draft';
import type { ConnectOutcome } from '@/utils/app/optionsPort';
import type { BookView, FrontTab, PopupPort } from '@/utils/app/popupPort';
import type { PresentClient } from '@/utils/app/presence';
import { readingsOf } from '@/utils/app/readings';
import type { Strangeness } from '@/utils/app/strangeness';
import { type Brief, brief } from '@/utils/domain/brief';
import type { BestPrompt } from '@/utils/domain/nba/bestOfDay';
import { contactId, type OpId, opId } from '@/utils/domain/schema/ids';
import { defaultSettings } from '@/utils/domain/schema/settings';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay } from '@/utils/domain/schema/time';

export const TODAY = civilDay.parse('2026-11-20');
export const ORIGIN = 'https://crm.bank.example';

const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** A card; readings are those of the name. */
export function card(number: number, name: string, rest: Partial<Record<keyof Brief, unknown>> = {}): Brief {
  return brief.parse({
    clientId: idOf(number),
    name,
    kind: 'individual',
    tier: 'B',
    readings: readingsOf(name),
    phoneTails: [String(1000 + number)],
    numbers: [String(10_000_000 + number)],
    last: { day: '2026-11-02', channel: 'phone' },
    lastMeeting: null,
    due: '2027-01-04',
    score: 60,
    promise: null,
    workload: null,
    ...rest,
  });
}

export const WANG = card(1, '王丽华', {
  tier: 'A',
  due: '2026-11-09',
  last: { day: '2026-10-09', channel: 'phone' },
  phoneTails: ['6621'],
});
export const LI = card(2, '李建国', {
  promise: { contactId: idOf(901), due: '2026-11-19', text: '回电说明收益' },
});
export const HENGTONG = card(3, '恒通纺织有限公司', {
  kind: 'company',
  due: '2026-11-16',
  last: { day: '2026-08-20', channel: 'meeting' },
});
export const CHEN = card(4, '陈雅婷', { tier: 'C', last: { day: '2026-11-18', channel: 'wechat' } });
export const BOOK: readonly Brief[] = [WANG, LI, HENGTONG, CHEN];

export function sightingOf(name: string, recordId: string): Sighting {
  return {
    adapter: 'demo',
    record: { crmId: 'demo-bank', entity: 'individual', recordId },
    kind: 'individual',
    name,
    fields: [],
    contacts: [],
  };
}

export const subjectOf = ({ clientId }: Brief): Subject => ({ type: 'client', clientId });

/** The page of a client of the book. */
export function pageOf(known: Brief): FrontTab {
  const { record } = sightingOf(known.name, known.numbers[0] ?? '');
  const { name, kind } = known;
  return {
    state: 'client',
    origin: ORIGIN,
    client: { subject: subjectOf(known), name, kind, record, card: known },
  };
}

/** The page of someone whom the book does not hold (yet). */
export function newPage(name: string, recordId: string, standing: 'new' | 'reading' = 'new'): FrontTab {
  const sighting = sightingOf(name, recordId);
  const client = {
    subject: { type: 'sighted', sighting } as const,
    name,
    kind: sighting.kind,
    record: sighting.record,
    card: standing,
  };
  return { state: 'client', origin: ORIGIN, client };
}

const ready = (briefs: readonly Brief[]): BookView => ({
  state: 'ready',
  briefs,
  quarantined: 0,
  trouble: null,
});

const keyOf = (subject: Subject) =>
  subject.type === 'client' ? subject.clientId : subject.sighting.record.recordId;

/** A port that remembers what it was told; answers come when the test lets them. */
export function fakePort(
  start: { tab?: FrontTab; book?: BookView; drafts?: Draft[]; unfinished?: Draft; teaches?: boolean } = {},
) {
  const drafts = new Map((start.drafts ?? []).map((draft) => [keyOf(draft.subject), draft]));
  const commands: Command[] = [];
  const calls: string[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const connects: ((outcome: ConnectOutcome) => void)[] = [];
  let ids = 0;
  const nextId = () => {
    ids += 1;
    return idOf(0xc000 + ids);
  };
  const tab = signal<FrontTab>(start.tab ?? { state: 'notClientPage', origin: ORIGIN });
  const book = signal<BookView>(start.book ?? ready(BOOK));
  const settings = signal(defaultSettings('Asia/Shanghai'));
  const today = signal(TODAY);
  const best = signal<readonly BestPrompt[]>([]);
  const overdue = signal<number | null>(2);
  const strangeness = signal<Strangeness>('none');
  const clientPresent = signal<PresentClient | null>(null);
  const port: PopupPort = {
    clientPresent,
    setClientPresent: (present) => {
      clientPresent.value = present;
    },
    tab,
    book,
    best,
    overdue,
    settings,
    today,
    hasSidePanel: true,
    run(command) {
      commands.push(command);
      const op: OpId = opId.parse(nextId());
      return new Promise((resolve) => answers.push((outcome) => resolve({ op, outcome })));
    },
    async copy(text) {
      calls.push(`copy ${text}`);
      return true;
    },
    loadDraft: async (subject) => drafts.get(keyOf(subject)) ?? null,
    async saveDraft(draft) {
      drafts.set(keyOf(draft.subject), draft);
    },
    async discardDraft(subject) {
      drafts.delete(keyOf(subject));
    },
    newContactId: () => contactId.parse(nextId()),
    unfinished: async () => start.unfinished ?? null,
    connect(origin) {
      calls.push(`connect ${origin}`);
      return new Promise((resolve) => connects.push(resolve));
    },
    strangeness,
    async teach() {
      calls.push('teach');
      return start.teaches ?? true;
    },
    reloadTab: () => void calls.push('reload'),
    openBeside: () => void calls.push('openBeside'),
    async togglePanel() {
      calls.push('togglePanel');
      return true;
    },
    lockable: signal(false),
    backupWaits: signal(false),
    syncWaits: signal(false),
    lockNow: () => void calls.push('lock'),
    openOptions: (section) => void calls.push(`options ${section ?? ''}`.trim()),
    openWorkbench: (page) => void calls.push(`workbench ${page ?? ''}`.trim()),
  };
  /** Answers the command that waits longest: it is on the disk, or the problem named. */
  const answer = (outcome: Outcome = { ok: true, value: { clientId: null, seq: 1 } }) =>
    answers.shift()?.(outcome);
  return {
    port,
    best,
    tab,
    strangeness,
    book,
    overdue,
    settings,
    drafts,
    commands,
    calls,
    connects,
    answer,
    ready,
  };
}

/** A half-filled form. */
export function draftOf(known: Brief, note: string): Draft {
  return {
    subject: subjectOf(known),
    name: known.name,
    kind: known.kind,
    details: { channel: 'phone', day: TODAY, note },
    keeps: null,
    answers: null,
    amends: null,
  };
}
