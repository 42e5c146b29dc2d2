import { unapply } from '../journal/diff';
import type { PartChange, StoredVersion } from '../journal/partText';
import type { TrailChange } from '../known';
import type { JournalledTable } from '../rows/bodies';
import { kindOf } from '../rows/kinds';
import { liftBody } from '../rows/lift';

/** A version of a row in the form it was stored in; null where there was no row; undefined where unknown. */
type Known = StoredVersion | null | undefined;

/**
 * Walks a client's rows back through the journal, from what they are now: each entry gives the
 * version before it from the one after it. Entries must come newest first, each part's changes in
 * their order.
 */
export class Versions {
  readonly #rows: Map<string, Known>;
  readonly #erased = new Set<string>();

  /** @param rows what the rows are now, under `table|id` */
  constructor(rows: Iterable<readonly [key: string, version: StoredVersion]>) {
    this.#rows = new Map(rows);
  }

  /**
   * Steps back over one change; null if the versions on both its sides cannot be told, `silent` where it is about a
   * row that was kept too long and is erased.
   */
  stepBack(change: PartChange): TrailChange | 'silent' | null {
    const key = `${change.t}|${change.id}`;
    if (change.do === 'erase') this.#erased.add(key);
    // What it was before was said in a part that is empty now.
    if (change.do === 'restate') this.#rows.set(key, undefined);
    if (this.#erased.has(key) || change.do === 'erase' || change.do === 'restate') return 'silent';
    const after = change.do === 'delete' ? null : (this.#rows.get(key) ?? undefined);
    const before = versionBefore(change, after);
    this.#rows.set(key, before);
    return trailChange(change, before, after);
  }

  /** A change in between is unreadable: what the client's rows were before it is not known. */
  forget(): void {
    for (const key of this.#rows.keys()) this.#rows.set(key, undefined);
  }
}

/** A change that leads from one version to the next. */
type Step = Exclude<PartChange, { do: 'erase' | 'restate' }>;

function versionBefore(change: Step, after: Known): Known {
  if (change.do === 'insert') return null;
  if (change.was) return change.was;
  if (change.do === 'delete' || !after || after.schema !== change.schema) return undefined;
  return { schema: after.schema, body: unapply(after.body, change.d) };
}

function trailChange({ t, id }: PartChange, before: Known, after: Known): TrailChange | null {
  const read = <Table extends JournalledTable>(table: Table): TrailChange<Table> | null => {
    const [was, is] = [bodyOf(table, before), bodyOf(table, after)];
    return was === undefined || is === undefined ? null : { table, id, before: was, after: is };
  };
  return read(t);
}

function bodyOf<Table extends JournalledTable>(table: Table, version: Known) {
  if (version === null || version === undefined) return version;
  const kind = kindOf(table);
  const parsed = kind.body.safeParse(liftBody(kind.lifts, version.schema, version.body));
  return parsed.success ? parsed.data : undefined;
}
