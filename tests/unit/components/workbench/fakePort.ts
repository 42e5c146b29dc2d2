import { type Signal, signal } from '@preact/signals';
import type { Command } from '@/utils/app/command';
import type { OutPort } from '@/utils/app/outPort';
import type { BookView } from '@/utils/app/popupPort';
import type { VisitFigures, VisitsView, WorkbenchPort } from '@/utils/app/workbenchPort';
import type { ContactsView, WeekMoves } from '@/utils/app/workloadPort';
import type { Brief } from '@/utils/domain/brief';
import type { Outline } from '@/utils/domain/outline';
import type { Contact } from '@/utils/domain/schema/contact';
import { contactId, opId } from '@/utils/domain/schema/ids';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import { civilDay } from '@/utils/domain/schema/time';
import type { Span } from '@/utils/domain/workload/period';
import { TODAY as GALLERY_TODAY } from '../../../gallery/fixtures/people';
import { SETTINGS } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';

/** A workbench without a browser behind it. */
export interface FakeWorkbench extends WorkbenchPort {
  visits: Signal<VisitsView>;
  outline: Signal<Outline | null>;
  figures: VisitFigures | null;
}

/** A library with nothing in it, into which nothing can be put. */
const EMPTY_LIBRARY: WorkbenchPort['library'] = {
  watch: (tell) => {
    tell([]);
    return () => {};
  },
  count: async () => {},
  keep: async () => ({ ok: true, value: 0 }),
  drop: async () => null,
  importText: async () => ({ ok: true, value: 0 }),
  newId: () => 'none',
  readings: async () => () => [],
};

const notHere = () => Promise.reject(new Error('not on this stage'));

/** Lets everything out, and has nothing to give. */
export const OPEN_GATE: OutPort = {
  rules: async () => ({
    exports: 'allowed',
    exportsByBank: false,
    retentionDays: null,
    retentionByBank: false,
  }),
  contacts: notHere,
  client: notHere,
  wholeBook: notHere,
  handOut: async () => null,
  restore: notHere,
  erase: notHere,
  hold: notHere,
  expired: async () => [],
};

/** A port that shows what it is given. */
export function fakeWorkbench(): FakeWorkbench {
  const { run, copy } = playPort({ state: 'starting' });
  const port: FakeWorkbench = {
    run,
    copy,
    today: signal(GALLERY_TODAY),
    settings: signal(SETTINGS),
    saveSettings: async () => true,
    book: signal({ state: 'ready', briefs: [], quarantined: 0, trouble: null }),
    sheetOf: (client) => `about:blank#${client}`,
    openOptions: () => {},
    visits: signal<VisitsView>({ state: 'loading' }),
    outline: signal<Outline | null>(null),
    figures: null,
    watchVisits: (tell) => port.visits.subscribe(tell),
    watchOutline: (_client, tell) => port.outline.subscribe(tell),
    visitFigures: async () => port.figures,
    evening: () => {
      throw new Error('no evening on this stage');
    },
    festival: () => Promise.reject(new Error('no festival on this stage')),
    candidates: () => Promise.reject(new Error('no guests on this stage')),
    loadForms: async () => ({}),
    saveForms: async () => {},
    newRowId: () => 'd'.repeat(24),
    out: async () => OPEN_GATE,
    trail: () => Promise.reject(new Error('no trail on this stage')),
    handover: () => Promise.reject(new Error('no handover on this stage')),
    library: EMPTY_LIBRARY,
    importing: () => Promise.reject(new Error('no spreadsheets on this stage')),
    moves: signal<WeekMoves>({}),
    saveMoves: async () => true,
    watchContacts: (_span, tell) => {
      tell({ state: 'ready', contacts: [] });
      return () => {};
    },
    newContactId: () => contactId.parse('e'.repeat(24)),
    lockable: signal(false),
    lockNow: () => {},
  };
  return port;
}

/** A Wednesday. */
export const TODAY = civilDay.parse('2026-11-18');

/** A port over a book and its contacts that remembers what it was told. */
export function fakeWorkbenchPort(
  briefs: readonly Brief[],
  contacts: readonly Contact[] = [],
  changed: Partial<Settings> = {},
) {
  const book = signal<BookView>({ state: 'ready', briefs, quarantined: 0, trouble: null });
  const settings = signal<Settings>({ ...defaultSettings('Asia/Shanghai'), ...changed });
  const moves = signal<WeekMoves>({});
  const commands: Command[] = [];
  const watched: Span[] = [];
  const behaviour = { keeps: true };
  let ids = 0;
  const port: WorkbenchPort = {
    ...fakeWorkbench(),
    today: signal(TODAY),
    settings,
    book,
    moves,
    async saveSettings(next) {
      settings.value = next;
      return true;
    },
    async saveMoves(next) {
      if (behaviour.keeps) moves.value = next;
      return behaviour.keeps;
    },
    watchContacts(span, tell: (view: ContactsView) => void) {
      watched.push(span);
      const { from, until } = span;
      tell({ state: 'ready', contacts: contacts.filter(({ day }) => day >= from && day <= until) });
      return () => {};
    },
    newContactId: () => contactId.parse((++ids).toString(16).padStart(24, 'e')),
    async run(command) {
      commands.push(command);
      return {
        op: opId.parse('f'.repeat(24)),
        outcome: { ok: true, value: { clientId: null, seq: 1 } },
      };
    },
  };
  return { port, settings, moves, commands, watched, behaviour };
}
