import { fail, ok, type Result } from '@/utils/domain/result';
import type { LegalHold } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { mayLeave } from '@/utils/domain/sensitivity';
import { bookJson } from '@/utils/export/bookFile';
import type { Plan, PlanReader } from '@/utils/store/plan';
import { presentMoment } from '../background/day';
import type { Problem } from '../command';
import { NOT_FOUND } from '../commands/environment';
import { newOpId } from '../ids';
import type { Opened } from '../live/reader';
import type { OutPort } from '../outPort';
import { expiredClients } from './expired';
import { askToHandOut } from './handOut';
import { restoreBook } from './restore';
import { leavingRules } from './rules';
import { withTrail } from './withTrail';
import { withStore } from './writing';

const wholeBook: OutPort['wholeBook'] = () =>
  withTrail(async (trail) => {
    const read = await trail.wholeBook();
    if (!read.ok) return null;
    const { anchor, closed } = read.value;
    const notes = read.value.rows.notes.filter(mayLeave);
    const keptHere = read.value.rows.notes.length - notes.length;
    const rows = { ...read.value.rows, notes };
    const madeAt = instant.parse(Date.now());
    const json = bookJson({ format: 'zhibi-book', version: 1, madeAt, anchor, keptHere, rows });
    return { json, rows: Object.values(rows).reduce((sum, all) => sum + all.length, 0), closed, keptHere };
  });

async function planHold(
  read: PlanReader,
  id: ClientId,
  hold: LegalHold | null,
): Promise<Result<Plan, Problem>> {
  const known = await read.client(id);
  if (!known) return fail(NOT_FOUND);
  const { legalHold: _, ...rest } = known.bundle.client;
  const body = hold === null ? rest : { ...rest, legalHold: hold };
  return ok({ changes: [{ type: 'update', table: 'clients', body }] });
}

/** What leaves the book, in a browser. */
export function openOut(opening: Promise<Opened>): OutPort {
  return {
    rules: leavingRules,

    async contacts(from, until) {
      const read = await (await opening).reader?.contactsBetween(from, until);
      return read?.ok ? read.value : null;
    },

    async client(id) {
      const read = await (await opening).reader?.client(id);
      return read?.ok ? read.value.bundle : null;
    },

    wholeBook,
    handOut: askToHandOut,
    restore: (text, tell) => withStore((store) => restoreBook(store, text, tell)),

    erase: (client, why) =>
      withStore(async (store) => {
        const gone = await store.erase({ op: newOpId(), client, why });
        if (gone.ok) return ok({ rows: gone.value.rows, parts: gone.value.parts });
        return fail(gone.error === 'held' ? { code: 'held' } : gone.error);
      }),

    async hold(id, hold) {
      const done = await withStore<unknown, Problem>((store) =>
        store.commit<Problem>({
          op: newOpId(),
          cause: hold === null ? 'liftHold' : 'setHold',
          plan: (read) => planHold(read, id, hold),
        }),
      );
      return done.ok ? null : done.error;
    },

    async expired() {
      const [{ retentionDays }, { today, zone }, { reader }] = await Promise.all([
        leavingRules(),
        presentMoment(),
        opening,
      ]);
      if (retentionDays === null) return [];
      if (!reader) return null;
      return withTrail((trail) => expiredClients(reader, trail, retentionDays, today, zone));
    },
  };
}
