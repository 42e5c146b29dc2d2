import { yearOf } from '@/utils/domain/day';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Manner } from '@/utils/import/cells';
import type { Encoding } from '@/utils/import/file/table';
import { CAPS } from '@/utils/import/file/table';
import type { Understood } from '@/utils/import/guess';
import { peopleIn } from '@/utils/import/people';
import type { SheetRead } from '@/utils/import/readSheet';
import { openWalker } from '@/utils/store/read/openWalker';
import type { Store } from '@/utils/store/store';
import { askBackground } from '../askBackground';
import { presentMoment } from '../background/day';
import type { Problem } from '../command';
import { type Batch, importBatch } from '../commands/importBatch';
import { newOpId } from '../ids';
import { browserPorts } from '../storePorts';
import { Interrupted, openBookToWrite, type WritingBook } from './book';
import type { BroughtIn, ChangedSince, Checked, ImportPort, ImportProblem, TellProgress } from './importPort';
import type { Mappings } from './mappings';
import { matchBook } from './matchBook';
import { numberedCrm } from './numberedCrm';
import type { Question, Saying } from './protocol';
import { type FileReader, Stopped, startReader } from './reader';

const stopped = (): { ok: false; error: ImportProblem } => fail({ code: 'stopped' });
const broken = (): { ok: false; error: ImportProblem } => fail({ code: 'file', why: 'broken', row: null });
const ofBook = (problem: Problem): { ok: false; error: ImportProblem } => fail({ code: 'book', problem });

/** The badge and the reminders follow the book: the background is told that it has changed. */
const tellChanged = (): Promise<void> =>
  askBackground({ kind: 'bookChanged' }).then(
    () => {},
    () => {},
  );

/** Whom of a batch somebody has written to since, by name. */
async function changedOf(
  store: Store,
  seq: number,
  batch: ReadonlySet<ClientId>,
): Promise<ChangedSince['clients']> {
  const [since, directory] = await Promise.all([store.writtenSince(seq), store.directory()]);
  if (!since.ok || !directory.ok) return [];
  const names = new Map(directory.value.briefs.map(({ clientId, name }) => [clientId, name]));
  return since.value.flatMap((clientId) => {
    const name = names.get(clientId);
    return batch.has(clientId) && name !== undefined ? [{ clientId, name }] : [];
  });
}

/** Spreadsheets in a browser. */
export function liveImport(today: () => CivilDay, mappings: Mappings): ImportPort {
  let reader: FileReader | null = null;
  let opened: { file: File; encoding: Encoding | null } | null = null;
  let asking = false;
  let aborter = new AbortController();
  const end = (): void => {
    reader?.stop();
    reader = null;
  };

  async function ask(question: Question, told?: (rows: number) => void): Promise<Saying> {
    reader ??= startReader();
    asking = true;
    try {
      return await reader.ask(question, told);
    } finally {
      asking = false;
    }
  }

  async function openIn(file: File, encoding: Encoding | null): Promise<Saying> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = file.name.replace(/\.[^.]*$/u, '');
    return ask({ ask: 'open', bytes, name, encoding, year: yearOf(today()) });
  }

  /** A reader that was ended in the middle of a sheet opens the file once more. */
  async function again(): Promise<void> {
    if (reader === null && opened) await openIn(opened.file, opened.encoding);
  }

  async function readThe(
    sheet: number,
    understood: Understood,
    manner: Manner,
    tell: TellProgress,
  ): Promise<Result<SheetRead, ImportProblem>> {
    try {
      await again();
      const mapping = [...understood.mapping];
      const said = await ask(
        { ask: 'read', sheet, understood: { ...understood, mapping }, manner, today: today() },
        (done) => tell({ doing: 'reading', done, of: null }),
      );
      return said.say === 'read' ? ok(said.read) : broken();
    } catch (error) {
      return error instanceof Stopped ? stopped() : broken();
    }
  }

  /** Does `use` with the book open for writing; a stop before the transaction leaves everything as it was. */
  async function writing<Value, Other = never>(
    tell: TellProgress,
    of: number | null,
    use: (book: WritingBook) => Promise<Result<Value, ImportProblem | Other>>,
  ): Promise<Result<Value, ImportProblem | Other>> {
    aborter = new AbortController();
    const opened = await openBookToWrite(aborter.signal, (done) => tell({ doing: 'sealing', done, of }));
    if (!opened.ok) return ofBook(opened.error);
    try {
      return await use(opened.value);
    } catch (error) {
      if (error instanceof Interrupted) return stopped();
      throw error;
    } finally {
      opened.value.close();
    }
  }

  return {
    async open(file, encoding) {
      end();
      opened = null;
      if (file.size > CAPS.bytes) return fail({ code: 'file', why: 'tooLarge', row: null });
      try {
        const said = await openIn(file, encoding);
        if (said.say === 'opened') {
          opened = { file, encoding };
          return ok(said.file);
        }
        end();
        return said.say === 'refused' ? fail({ code: 'file', ...said.refused }) : broken();
      } catch (error) {
        end();
        return error instanceof Stopped ? stopped() : broken();
      }
    },

    async view(sheet, headings, kind) {
      try {
        await again();
        const said = await ask({ ask: 'view', sheet, headings, kind, year: yearOf(today()) });
        return said.say === 'view' ? said.view : null;
      } catch {
        return null;
      }
    },

    async check(sheet, understood, manner, tell) {
      aborter = new AbortController();
      const { signal } = aborter;
      const said = await readThe(sheet, understood, manner, tell);
      if (!said.ok) return said;
      const { rows, faults, faultsInAll, of } = said.value;
      const { people, contradicting } = peopleIn(rows);
      const walker = await openWalker(browserPorts());
      if (!walker.ok) return ofBook({ code: walker.error, field: null });
      try {
        const told = (done: number) => tell({ doing: 'matching', done, of: null });
        const matches = await matchBook(walker.value, people, signal, told);
        if (matches === null) return stopped();
        const checked: Checked = { matches, faults, faultsInAll, of, good: rows.length, contradicting };
        return ok(checked);
      } catch {
        return ofBook({ code: 'unavailable', field: null });
      } finally {
        walker.value.close();
      }
    },

    async bringIn(batch: Batch, tell) {
      const clients = new Set(batch.arrivals.map(({ into }, at) => into ?? at)).size;
      const done = await writing<BroughtIn>(tell, clients, async ({ store }) => {
        const op = newOpId();
        // Asked of what is connected now: a number is kept for its CRM alone.
        const crmId = await numberedCrm().catch(() => null);
        const whole = crmId === null ? batch : { ...batch, numberedBy: crmId };
        const brought = await importBatch(store, op, whole, await presentMoment());
        if (!brought.ok) return ofBook(brought.error);
        const { seq, clients: touched } = brought.value.receipt;
        return ok({ op, seq, clients: touched, count: brought.value.count });
      });
      if (done.ok) await tellChanged();
      return done;
    },

    async takeBack({ op, seq, clients }) {
      const taken = await writing<null, ChangedSince>(
        () => {},
        null,
        async ({ store }) => {
          const undone = await store.undo({ op: newOpId(), target: op });
          if (undone.ok) return ok(null);
          if (undone.error.code !== 'changedSince') return ofBook(undone.error);
          return fail({ code: 'changedSince', clients: await changedOf(store, seq, new Set(clients)) });
        },
      );
      if (taken.ok) await tellChanged();
      return taken;
    },

    stop() {
      aborter.abort();
      if (asking) end();
    },
    close() {
      end();
      opened = null;
    },
    remembered: mappings.find,
    remember: mappings.put,
    today,
  };
}
