/** One text that somebody typed; every text is typed once. */
interface Typed {
  /** `table|id`. */
  row: string;
  unit: string;
  value: string;
  /** What was to be seen in its place when it was typed. */
  over: string | null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/** What a row says in a unit. */
const saidIn = (body: unknown, unit: string): unknown => {
  const [field = '', entry] = unit.split('/');
  return entry === undefined ? at(body, field) : at(at(at(at(body, field), entry), 'value'), 'text');
};

/**
 * Remembers what was typed and what whoever typed or removed it had before his eyes. By that it says what must not be
 * lost: whatever nobody wrote over and nobody removed who had seen it.
 */
export class Witness {
  readonly #typed: Typed[] = [];
  readonly #removed = new Set<string>();

  wrote(typed: Typed): void {
    this.#typed.push(typed);
  }

  /** Rows were removed by someone who saw these texts in them. */
  removed(values: readonly string[]): void {
    for (const value of values) this.#removed.add(value);
  }

  get count(): number {
    return this.#typed.length;
  }

  /** What is missing in a book that ought to hold everything. */
  missingIn(book: ReadonlyMap<string, unknown>): string[] {
    const over = new Set(this.#typed.map((one) => one.over));
    const standing = this.#typed.filter(({ value }) => !over.has(value) && !this.#removed.has(value));
    const texts = new Set(
      [...book].flatMap(([key, body]) => (key.startsWith('notes|') ? [String(at(body, 'text'))] : [])),
    );
    return standing.flatMap((one) => (this.#isKept(one, texts, book) ? [] : [JSON.stringify(one)]));
  }

  #isKept(one: Typed, texts: ReadonlySet<string>, book: ReadonlyMap<string, unknown>): boolean {
    // A note's text stands in it or in a copy beside it.
    if (one.unit === 'text') return texts.has(one.value);
    const rivals = this.#typed.filter(({ row, unit }) => row === one.row && unit === one.unit);
    const said = saidIn(book.get(one.row), one.unit);
    // It lost against a later one, and that was removed by somebody who had seen it. If the row stands all the same, somebody
    // wrote it once more as he knew it, before either was written: it says nothing there, or what both were written over.
    const hasLost = (other: Typed): boolean =>
      other !== one &&
      this.#removed.has(other.value) &&
      (said === undefined || (other.over === said && one.over === said));
    if (rivals.some(hasLost)) return true;
    // It stands, or lost against a later one that nobody had seen when writing this one; never against an older.
    return rivals.some(({ value }) => value === said && !this.#isReplaced(value));
  }

  /** Somebody wrote over it, and neither that nor what came over that was removed by somebody who had seen it. */
  #isReplaced(value: string): boolean {
    const isUndone = (later: Typed): boolean =>
      this.#removed.has(later.value) ||
      (this.#typed.some((one) => one.over === later.value) && !this.#isReplaced(later.value));
    return this.#typed.some((later) => later.over === value && !isUndone(later));
  }
}
