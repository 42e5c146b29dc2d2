import type { Answer, Remote } from '@/utils/sync/replicator/ports';

interface Body {
  [field: string]: unknown;
  _deleted?: boolean;
}

interface Tree {
  /** Each revision's parent, and its body where it was ever given one. */
  revs: Map<string, { parent: string | null; body: Body | null }>;
  seq: number;
}

interface Sent extends Body {
  _id: string;
  _rev: string;
  _revisions?: { start: number; ids: string[] };
}

/** What a backup holds. */
interface State {
  trees: Map<string, Tree>;
  marks: Map<string, { _rev: string; [field: string]: unknown }>;
  seq: number;
}

/** How the hash of a forged revision ends, so that a test can tell it. */
const FORGED = 'f0f0f0f0';

const generation = (rev: string): number => Number.parseInt(rev, 10);

/**
 * One database of a CouchDB, in memory, as far as it is spoken to: trees of revisions, a feed whose places are opaque,
 * marks that are not replicated. Fast, so that thousands of histories can be told; the real one is in server.test.ts.
 */
export class Couch implements Remote {
  #state: State = { trees: new Map(), marks: new Map(), seq: 0 };
  requests = 0;

  async request(method: string, path: string, body?: unknown): Promise<Answer> {
    this.requests += 1;
    const [at = '', query = ''] = path.split('?');
    const given = structuredClone(body);
    const answer = this.#answer(method, at, new URLSearchParams(query), given);
    return { retryAfter: null, status: answer.status, text: JSON.stringify(answer.body) };
  }

  #answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
  ): { status: number; body: unknown } {
    const done = (value: unknown, status = 200) => ({ status, body: value });
    if (path === '/_changes') return done(this.#changes(query));
    if (path === '/_bulk_get') return done(this.#bulkGet(body as { docs: { id: string; rev: string }[] }));
    if (path === '/_bulk_docs') return done(this.#bulkDocs((body as { docs: Sent[] }).docs), 201);
    if (path === '/_revs_diff') return done(this.#revsDiff(body as Record<string, string[]>));
    if (path.startsWith('/_local/')) {
      const known = this.#state.marks.get(path);
      if (method === 'GET') return known ? done(known) : done({ error: 'not_found', reason: 'missing' }, 404);
      const sent = body as { _rev?: string };
      if ((known?._rev ?? undefined) !== sent._rev) return done({ error: 'conflict' }, 409);
      const rev = `0-${generation((known?._rev ?? '0-0').slice(2)) + 1}`;
      this.#state.marks.set(path, { ...sent, _rev: rev });
      return done({ ok: true, rev }, 201);
    }
    return done({ error: 'not_found' }, 404);
  }

  leavesOf(id: string): string[] {
    const tree = this.#state.trees.get(id);
    if (!tree) return [];
    const parents = new Set([...tree.revs.values()].map(({ parent }) => parent));
    return [...tree.revs.keys()]
      .filter((rev) => !parents.has(rev))
      .sort((a, b) => {
        const dead = (rev: string) => (tree.revs.get(rev)?.body?._deleted ? 1 : 0);
        return dead(a) - dead(b) || generation(b) - generation(a) || (a < b ? 1 : -1);
      });
  }

  #doc(id: string, rev: string): Sent | null {
    const found = this.#state.trees.get(id)?.revs;
    const body = found?.get(rev)?.body;
    if (!found || !body) return null;
    const ids: string[] = [];
    for (let at: string | null = rev; at !== null; at = found.get(at)?.parent ?? null)
      ids.push(at.split('-')[1] ?? '');
    return { ...body, _id: id, _rev: rev, _revisions: { start: generation(rev), ids } };
  }

  #changes(query: URLSearchParams) {
    const since = Number.parseInt(query.get('since') ?? '0', 10);
    const limit = Number(query.get('limit'));
    const whole = query.get('include_docs') === 'true';
    const later = [...this.#state.trees]
      .filter(([, { seq }]) => seq > since)
      .sort(([, a], [, b]) => a.seq - b.seq);
    const page = later.slice(0, limit);
    const results = page.map(([id, { seq }]) => {
      const leaves = this.leavesOf(id);
      const { _revisions, ...doc } = this.#doc(id, leaves[0] ?? '') ?? { _id: id, _rev: '' };
      return { seq: `${seq}-opaque`, id, changes: leaves.map((rev) => ({ rev })), ...(whole ? { doc } : {}) };
    });
    const last = page.at(-1)?.[1].seq ?? Math.max(since, 0);
    return { results, last_seq: `${last}-opaque`, pending: later.length - page.length };
  }

  #bulkGet({ docs }: { docs: { id: string; rev: string }[] }) {
    const results = docs.map(({ id, rev }) => {
      const doc = this.#doc(id, rev);
      return { id, docs: [doc ? { ok: doc } : { error: { id, rev, error: 'not_found' } }] };
    });
    return { results };
  }

  #bulkDocs(docs: readonly Sent[]): unknown[] {
    for (const { _id, _rev, _revisions, ...body } of docs) {
      const tree = this.#state.trees.get(_id) ?? { revs: new Map(), seq: 0 };
      const { start, ids } = _revisions ?? { start: generation(_rev), ids: [_rev.split('-')[1] ?? ''] };
      const chain = ids.map((hash, i) => `${start - i}-${hash}`);
      const known = tree.revs.get(_rev);
      // The first body stays, whatever is sent later under the same revision.
      if (known?.body) continue;
      chain.forEach((rev, i) => {
        const at = tree.revs.get(rev);
        const parent = chain[i + 1] ?? null;
        if (at) at.parent ??= parent;
        else tree.revs.set(rev, { parent, body: null });
      });
      const own = tree.revs.get(_rev);
      if (own) own.body = body;
      tree.seq = this.#state.seq += 1;
      this.#state.trees.set(_id, tree);
    }
    return [];
  }

  #revsDiff(asked: Record<string, string[]>) {
    const lacking = Object.entries(asked).flatMap(([id, revs]) => {
      const known = this.#state.trees.get(id)?.revs;
      const missing = revs.filter((rev) => !known?.has(rev));
      return missing.length > 0 ? [[id, { missing }]] : [];
    });
    return Object.fromEntries(lacking);
  }

  // ------------------------------------------------------------------ what an administrator or an attacker can do

  backup(): State {
    return structuredClone(this.#state);
  }

  restore(state: State): void {
    this.#state = structuredClone(state);
  }

  wipe(): void {
    this.#state = { trees: new Map(), marks: new Map(), seq: 0 };
  }

  ids(): string[] {
    return [...this.#state.trees.keys()];
  }

  /** A revision over the one shown, with a body of the attacker's. */
  forge(id: string, change: (shown: Sent) => Body): void {
    const [leaf] = this.leavesOf(id);
    const shown = leaf ? this.#doc(id, leaf) : null;
    if (!leaf || !shown) return;
    const hash = `f${this.#state.seq.toString(16)}`.padEnd(32 - FORGED.length, '0') + FORGED;
    const { _revisions, _id, _rev, _deleted, ...body } = { ...shown, ...change(shown) };
    const ids = [hash, ...(shown._revisions?.ids ?? [])];
    const rev = `${generation(leaf) + 1}-${hash}`;
    const tomb = _deleted ? { _deleted } : {};
    this.#bulkDocs([{ ...body, ...tomb, _id: id, _rev: rev, _revisions: { start: generation(rev), ids } }]);
  }

  /** Puts the sealed text of one document into another, under its own revision. */
  swap(a: string, b: string): void {
    const [left, right] = [this.leavesOf(a)[0], this.leavesOf(b)[0]];
    const of = (id: string, rev: string | undefined) => this.#state.trees.get(id)?.revs.get(rev ?? '');
    const [one, two] = [of(a, left), of(b, right)];
    if (!one || !two) return;
    [one.body, two.body] = [two.body, one.body];
    for (const id of [a, b]) {
      const tree = this.#state.trees.get(id);
      if (tree) tree.seq = this.#state.seq += 1;
    }
  }

  /** Most living leaves of one document that are not forged: more than one is a conflict nobody has settled. */
  liveLeaves(): number {
    let most = 0;
    for (const [id, tree] of this.#state.trees) {
      const own = this.leavesOf(id).filter((rev) => !rev.endsWith(FORGED));
      const live = own.filter((rev) => !tree.revs.get(rev)?.body?._deleted);
      most = Math.max(most, live.length);
    }
    return most;
  }
}
