import { batch, type Signal, signal } from '@preact/signals';
import { parseAdapter } from '@/utils/adapters/compile';
import { guessKind } from '@/utils/adapters/generic/clientKind';
import { entityFor } from '@/utils/adapters/generic/entity';
import type { TeachReport } from '@/utils/messaging/teach';
import type { PickFor, SeenText, TeachPort, TeachProblem, TeachView } from '../teachPort';
import { draftOf, entitled, numberOf, type Page, recordIn, sourceOf, titleAtFirst } from './draft';
import { freshNotes, type TeachingNotes } from './notes';
import type { Outside } from './outside';
import { calledOf, decidedAs, rowOf, withoutDoubles } from './rows';
import { isNobodys, judgeSecond } from './trying';

/** How often a page is looked at while another one is awaited. */
export const LOOK_MS = 900;

/** How often a page that is no client's is read again. */
export const READ_AGAIN_MS = 2000;

/** The wizard and its ear. */
export interface Teaching extends TeachPort {
  /** Goes on where the notes stand; called once, when the line is there. */
  begin(): void;
  /** What the page's script says. */
  hear(report: TeachReport): void;
  /** The line has gone. */
  lose(): void;
}

type Reading = Extract<TeachReport, { kind: 'reading' }>;

/**
 * The wizard without its screens: reads a client's page, lets the user mend what was understood, tries the
 * adapter made of it on a second client's page and on one that is nobody's, and has it kept. Goes on where
 * `start` stood: the page it lies in may have been loaded anew.
 */
export function createTeaching(start: TeachingNotes, outside: Outside): Teaching {
  const view: Signal<TeachView> = signal({ stage: 'reading' });
  const picking = signal<PickFor | null>(null);
  let notes = start;
  let page: Page | null = null;
  let problems: readonly TeachProblem[] = [];
  let touched = false;
  let looks = 0;
  let seenThere: readonly SeenText[] = [];
  let stopTimer = (): void => undefined;

  const { tell } = outside;
  const later = (ms: number, run: () => void): void => {
    stopTimer();
    stopTimer = outside.after(ms, run);
  };

  function go(next: Partial<TeachingNotes>): void {
    notes = { ...notes, ...next };
    outside.note(notes);
    looks = 0;
    enter();
  }

  /** Shows the stage that the notes are at and does what it begins with. */
  function enter(): void {
    stopTimer();
    const { stage, first, second } = notes;
    if (stage === 'second' && first) {
      view.value = { stage: 'second', first, state: 'same', seen: null };
      look();
    } else if (stage === 'other' && second) {
      view.value = { stage: 'other', second, fields: second.fields, seen: seenThere, wrong: null };
      look();
    } else if (stage === 'naming') {
      const title = titleAtFirst(notes.origin);
      view.value = { stage: 'naming', title, saving: false, failed: false, problems: [] };
    } else read();
  }

  function read(): void {
    stopTimer();
    if (view.peek().stage !== 'notClient') view.value = { stage: 'reading' };
    tell({ kind: 'read' });
  }

  /** Tries the draft on the page in front. */
  function look(): void {
    const compiled = notes.draft === null ? null : parseAdapter(notes.draft);
    if (compiled?.ok) tell({ kind: 'try', adapter: compiled.value.compiled });
    else startOver();
  }

  function showPage(): void {
    if (!page) return;
    const { name, kind, rows } = page;
    view.value = {
      stage: 'understood',
      name: name.value,
      recordId: numberOf(page),
      source: sourceOf(page),
      kind,
      rows: rows.map(({ field, pinned, instead, ...row }) => row),
      problems,
    };
  }

  function change(next: Partial<Page>): void {
    if (!page) return;
    touched = true;
    problems = [];
    page = { ...page, ...next };
    showPage();
  }

  function understand(reading: Reading): void {
    const { proposal, name, fields } = reading;
    const record = reading.record ?? (proposal && recordIn(proposal));
    if (!record || !name) {
      page = null;
      const isClient = reading.page === 'client';
      view.value = isClient
        ? { stage: 'notSure', lacks: name ? 'number' : 'name' }
        : { stage: 'notClient', page: reading.page === 'client' ? 'other' : reading.page };
      if (!isClient) later(READ_AGAIN_MS, () => tell({ kind: 'read' }));
      return;
    }
    const again = page && numberOf(page) === numberOf({ proposal, record }) ? page : null;
    const entity = proposal?.entity ?? entityFor(record);
    const kind = again?.kind ?? guessKind(name.value, fields, entity);
    const rows = fields.filter(({ n }) => n !== name.n).map((field) => rowOf(field, kind));
    touched &&= again !== null;
    problems = [];
    const decided = withoutDoubles(again ? decidedAs(rows, again.rows) : rows);
    page = { proposal, record, name, kind, rows: decided, all: fields };
    showPage();
  }

  function takePicked(field: Extract<TeachReport, { kind: 'picked' }>['field']): void {
    const what = picking.peek();
    picking.value = null;
    if (!field || !page || what === null || what === 'number') return;
    if (what === 'name') {
      const { proposal } = page;
      const { find } = field;
      change({
        name: field,
        namePinned: true,
        proposal: find && proposal ? { ...proposal, name: { find } } : proposal,
      });
      return;
    }
    const { kind, rows } = page;
    const made = { ...rowOf(field, kind, true), kept: field.find !== null, surety: 'sure' as const };
    if (what === 'new') {
      change({ rows: withoutDoubles([...rows.filter(({ id }) => id !== made.id), made]) });
      return;
    }
    change({
      rows: withoutDoubles(
        rows.map((row) =>
          row.id === what
            ? { ...made, id: what, key: row.key ?? made.key, instead: row.instead ?? calledOf(row) }
            : row,
        ),
      ),
    });
  }

  function takeTried(tried: Extract<TeachReport, { kind: 'tried' }>): void {
    const { first, second, stage } = notes;
    looks = tried.seen ? 0 : looks + 1;
    if (stage === 'second' && first) {
      const state = judgeSecond(tried, first, looks);
      const seen = tried.seen && { recordId: tried.seen.recordId, name: tried.seen.name };
      seenThere = tried.seen?.fields.map(({ label, text }) => ({ label, text })) ?? [];
      if (state === 'other' && seen && tried.seen) {
        go({ stage: 'other', second: { ...seen, fields: tried.seen.fields.length } });
        return;
      }
      if (state !== 'other') view.value = { stage: 'second', first, state, seen };
    } else if (stage === 'other' && second) {
      if (isNobodys(tried, looks)) {
        go({ stage: 'naming' });
        return;
      }
      const isSecond = tried.seen?.recordId === second.recordId;
      const wrong = tried.seen && !isSecond ? { recordId: tried.seen.recordId, name: tried.seen.name } : null;
      view.value = { stage: 'other', second, fields: second.fields, seen: seenThere, wrong };
    } else return;
    later(LOOK_MS, look);
  }

  function startOver(): void {
    page = null;
    touched = false;
    go(freshNotes(notes.origin));
  }

  function confirm(): void {
    if (!page) return;
    const { origin } = notes;
    const made = draftOf(page, { origin, author: outside.author, today: outside.today });
    if (!made.ok) {
      problems = made.error;
      showPage();
      return;
    }
    const first = { recordId: numberOf(page), name: page.name.value };
    tell({ kind: 'outline', n: null });
    go({ stage: 'second', draft: JSON.stringify(made.value.source), first });
  }

  async function keep(title: string): Promise<void> {
    if (notes.draft === null) return;
    const naming = { stage: 'naming', title, saving: false, failed: false, problems: [] } as const;
    view.value = { ...naming, saving: true };
    const wrong = await outside.keep(entitled(notes.draft, title)).catch(() => 'failed' as const);
    if (wrong === 'failed') view.value = { ...naming, failed: true };
    else if (wrong) view.value = { ...naming, problems: wrong };
    else view.value = { stage: 'done', title };
  }

  function rowField(which: number | 'name'): number | null {
    if (which === 'name') return page?.name.n ?? null;
    return page?.rows.find(({ id }) => id === which)?.field.n ?? null;
  }

  return {
    begin: enter,
    view,
    picking,
    settings: outside.settings,
    read,
    outline: (which) => tell({ kind: 'outline', n: which === null ? null : rowField(which) }),
    pick(what) {
      picking.value = what;
      tell(what === 'number' ? { kind: 'pick', what } : { kind: 'pick' });
    },
    stopPicking() {
      picking.value = null;
      tell({ kind: 'stopPicking' });
    },
    setKind(kind) {
      if (page) change({ kind, rows: withoutDoubles(rekeyed(page, kind)) });
    },
    setKept(id, kept) {
      if (page)
        change({ rows: withoutDoubles(page.rows.map((row) => (row.id === id ? { ...row, kept } : row))) });
    },
    setKey(id, key) {
      if (!page) return;
      change({
        rows: page.rows.map((row) => {
          if (row.id === id) return { ...row, key, kept: row.lasting };
          return key !== null && row.key === key ? { ...row, key: null } : row;
        }),
      });
    },
    confirm,
    goOn() {
      const shown = view.peek();
      if (shown.stage === 'second' && shown.seen)
        go({ stage: 'other', second: { ...shown.seen, fields: seenThere.length } });
    },
    skip: () => go({ stage: 'naming' }),
    startOver,
    keep,
    hasWork: () => {
      const { stage } = view.peek();
      return stage === 'understood' ? touched : stage === 'second' || stage === 'other' || stage === 'naming';
    },
    end() {
      stopTimer();
      outside.end();
    },
    hear(report) {
      batch(() => {
        if (report.kind === 'reading') {
          if (notes.stage === 'read') understand(report);
        } else if (report.kind === 'picked') takePicked(report.field);
        else if (report.kind === 'tried') takeTried(report);
        else if (notes.stage === 'read') tell({ kind: 'read' });
        else if (view.peek().stage === 'done') outside.end();
      });
    },
    lose() {
      stopTimer();
      picking.value = null;
      if (view.peek().stage !== 'done') view.value = { stage: 'lost' };
    },
  };
}

/** The rows as they are offered for another kind of client: its catalogue has other fields. */
const rekeyed = ({ rows }: Page, kind: Page['kind']): Page['rows'] =>
  rows.map((row) => ({ ...row, key: rowOf(row.field, kind).key }));
