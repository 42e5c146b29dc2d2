import type * as z from 'zod/mini';
import type { Anchor } from '@/utils/store/trail';
import {
  bulkDocsAnswer,
  bulkGetAnswer,
  type ChangesAnswer,
  changesAnswer,
  markAnswer,
  revsDiffAnswer,
  type Seq,
  type WireDoc,
  wireDoc,
  written,
} from '../wire/answers';
import type { Answer, RunPorts } from './ports';
import { SyncStop, TooMuch } from './problem';

/** Attempts at one request within a run; then the run ends, and an alarm begins the next. */
const MAX_TRIES = 4;
const FIRST_WAIT_MS = 500;
/** A server that asks for a longer wait ends the run. */
const LONGEST_WAIT_MS = 20_000;

/** So many marks stay at the server: runs that broke off in between leave some that nobody wrote down. */
const MARKS_KEPT = 50;

/** One revision asked for. */
export interface Asked {
  id: string;
  rev: string;
}

/** What a push of several documents came to. */
export interface Refusals {
  /** The server's words, by document. */
  byId: ReadonlyMap<string, string>;
}

type Method = 'GET' | 'PUT' | 'POST';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isPage = (text: string): boolean => text.trimStart().startsWith('<');

/** One database at a server: requests with their retries, every answer parsed. */
export class Server {
  readonly #ports: RunPorts;
  #marksRev: string | null = null;
  #marks: readonly string[] = [];

  constructor(ports: RunPorts) {
    this.#ports = ports;
  }

  /** The marks that this device has left at the server, the last one first; none where there is nothing. */
  async marks(device: string): Promise<readonly string[]> {
    const answer = await this.#ask('GET', `/_local/d-${device}`, undefined, markAnswer, { absent: true });
    this.#marksRev = answer?._rev ?? null;
    this.#marks = answer?.seen ?? [];
    return this.#marks;
  }

  /**
   * Leaves a mark at the server. To be done between the server's word and ours: whatever this book takes for done, a
   * server that shows the mark has seen.
   *
   * @param anchor the end of the journal, kept there as evidence and never asked for
   */
  async leaveMark(device: string, mark: string, anchor: Anchor): Promise<void> {
    for (let turn = 0; turn < MAX_TRIES; turn++) {
      const seen = [mark, ...this.#marks].slice(0, MARKS_KEPT);
      const body = { ...(this.#marksRev === null ? {} : { _rev: this.#marksRev }), seen, anchor };
      const answer = await this.#ask('PUT', `/_local/d-${device}`, body, written, { clash: true });
      if (answer) {
        this.#marksRev = answer.rev;
        this.#marks = seen;
        return;
      }
      // Its answer was lost before, or this device runs twice.
      if ((await this.marks(device)).includes(mark)) return;
    }
    throw new SyncStop('busy', 'mark', { status: 409 });
  }

  changes(since: Seq | null, limit: number, whole: boolean): Promise<ChangesAnswer> {
    const from = encodeURIComponent(String(since ?? 0));
    const docs = whole ? '&include_docs=true' : '';
    const path = `/_changes?style=all_docs&limit=${limit}&seq_interval=${limit}&since=${from}${docs}`;
    return this.#needed('GET', path, undefined, changesAnswer);
  }

  /** Revisions with their ancestors, by document. What is not given is left out. */
  async get(asked: readonly Asked[]): Promise<WireDoc[]> {
    const { results } = await this.#needed('POST', '/_bulk_get?revs=true', { docs: asked }, bulkGetAnswer);
    return results.flatMap(({ id, docs }) =>
      docs.flatMap(({ ok }) => {
        const doc = wireDoc.safeParse(ok);
        return doc.success && doc.data._id === id ? [doc.data] : [];
      }),
    );
  }

  /** Which of these revisions the server lacks. */
  async lacks(revs: Readonly<Record<string, readonly string[]>>): Promise<ReadonlySet<string>> {
    return new Set(Object.keys(await this.#needed('POST', '/_revs_diff', revs, revsDiffAnswer)));
  }

  /** Sends documents as they are, revisions and all. @throws TooMuch */
  async send(docs: readonly object[]): Promise<Refusals> {
    const answer = await this.#needed('POST', '/_bulk_docs', { new_edits: false, docs }, bulkDocsAnswer);
    const refused = answer.flatMap(({ id, error, reason }) =>
      error === undefined || id === undefined ? [] : [[id, reason ?? error] as const],
    );
    return { byId: new Map(refused) };
  }

  async #needed<Value>(
    method: Method,
    path: string,
    body: unknown,
    schema: z.ZodMiniType<Value>,
  ): Promise<Value> {
    const value = await this.#ask(method, path, body, schema, {});
    if (value === null) throw new SyncStop('missing', path, { status: 404 });
    return value;
  }

  /** Null for what is absent, or clashed, where that is allowed. */
  async #ask<Value>(
    method: Method,
    path: string,
    body: unknown,
    schema: z.ZodMiniType<Value>,
    allow: { absent?: true; clash?: true },
  ): Promise<Value | null> {
    for (let turn = 1; ; turn++) {
      const stop = await this.#once(method, path, body, schema, allow, turn);
      if (!(stop instanceof SyncStop)) return stop.value;
      const wait = stop.problem.wait ?? this.#ports.chance() * FIRST_WAIT_MS * 2 ** turn;
      const again = stop.problem.code === 'busy' && turn < MAX_TRIES && wait <= LONGEST_WAIT_MS;
      if (!again) throw stop;
      await this.#ports.sleep(wait);
    }
  }

  async #once<Value>(
    method: Method,
    path: string,
    body: unknown,
    schema: z.ZodMiniType<Value>,
    allow: { absent?: true; clash?: true },
    turn: number,
  ): Promise<{ value: Value | null } | SyncStop> {
    if (this.#ports.signal.aborted) throw new SyncStop('stopped', 'aborted');
    let answer: Answer;
    try {
      answer = await this.#ports.remote.request(method, path, body);
    } catch (error) {
      if (this.#ports.signal.aborted) throw new SyncStop('stopped', 'aborted');
      return new SyncStop('busy', error instanceof Error ? error.name : 'network');
    }
    const { status, text } = answer;
    if (status === 404 && allow.absent) return { value: null };
    if (status === 409 && allow.clash) return { value: null };
    const refused = this.#refusal(answer, method, turn);
    if (refused) return refused;
    if (isPage(text)) return new SyncStop('notCouch', path, { status });
    const value = schema.safeParse(parsed(text));
    // A list with nothing in it is what a write is answered with, and what anything else may answer: the status tells.
    const isWrite = method === 'PUT' || path === '/_bulk_docs';
    if (isWrite && status !== 201)
      return new SyncStop(turn < MAX_TRIES ? 'busy' : 'notCouch', path, { status });
    // Half of an answer, or something that is none of a CouchDB's: asked again, and then given up.
    if (!value.success) return new SyncStop(turn < MAX_TRIES ? 'busy' : 'notCouch', path, { status });
    return { value: value.data };
  }

  /** What a status means; null for one that brings what was asked for. */
  #refusal({ status, retryAfter }: Answer, method: Method, turn: number): SyncStop | null {
    const wait = retryAfter === null ? null : retryAfter * 1000;
    if (status === 401 || status === 403) return new SyncStop('signIn', 'refused', { status });
    if (status === 404) return new SyncStop('missing', 'not found', { status });
    if (status === 413) throw new TooMuch(status);
    if (status === 500 && method === 'POST' && turn >= MAX_TRIES / 2) throw new TooMuch(status);
    if (status === 408 || status === 409 || status === 412 || status === 429 || status >= 500)
      return new SyncStop('busy', 'later', { status, wait });
    // Accepted, and not by as many as have to: nothing of it counts as done.
    if (status === 202) return new SyncStop('quorum', 'too few took it', { status });
    if (status >= 300) return new SyncStop('notCouch', 'unexpected', { status });
    return null;
  }
}
