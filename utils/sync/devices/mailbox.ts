import * as z from 'zod/mini';
import { type PairProblem, PairStop } from './problem';

/** One database on a server, as far as a meeting needs it. Throws where there is no answer. */
export interface MeetingPlace {
  request(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<{ status: number; text: string }>;
}

/** The messages of one meeting, in order; `end`: one of the two has ended it. */
export const STEPS = ['offer', 'answer', 'reveal', 'ready', 'grant', 'end'] as const;
export type Step = (typeof STEPS)[number];

const letter = z.object({ _rev: z.string(), said: z.unknown() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a status other than a good one means. */
function problemOf(status: number): PairProblem {
  if (status === 401 || status === 403) return 'signIn';
  return status === 404 ? 'missing' : 'server';
}

/**
 * Where two devices leave messages for each other: documents that a CouchDB neither replicates nor keeps in its feed
 * (`_local`), so that a meeting leaves no trace once they are taken away.
 */
export class Mailbox {
  readonly #place: MeetingPlace;
  readonly #code: string;

  constructor(place: MeetingPlace, code: string) {
    this.#place = place;
    this.#code = code;
  }

  #path(step: Step): string {
    return `/_local/pair-${this.#code}-${step}`;
  }

  /** Leaves a message. @returns false where one lies there already. @throws PairStop */
  async leave(step: Step, said: unknown): Promise<boolean> {
    const { status } = await this.#place.request('PUT', this.#path(step), { said }).catch(() => {
      throw new PairStop('server');
    });
    if (status === 409) return false;
    if (status !== 201) throw new PairStop(problemOf(status));
    return true;
  }

  /** The message of one step; null while there is none, or no answer. @throws PairStop */
  async look(step: Step): Promise<unknown> {
    return (await this.#letter(step))?.said ?? null;
  }

  async #letter(step: Step): Promise<z.infer<typeof letter> | null> {
    const answer = await this.#place.request('GET', this.#path(step)).catch(() => null);
    if (!answer || answer.status === 404 || answer.status >= 500) return null;
    if (answer.status !== 200) throw new PairStop(problemOf(answer.status));
    const read = letter.safeParse(parsed(answer.text));
    return read.success ? read.data : null;
  }

  /** Takes all messages away; what cannot be reached is left, and is worth nothing to anybody. */
  async clear(steps: readonly Step[] = STEPS): Promise<void> {
    for (const step of steps) {
      try {
        const found = await this.#letter(step);
        if (found) await this.#place.request('PUT', this.#path(step), { _rev: found._rev, _deleted: true });
      } catch {
        // The meeting is over either way.
      }
    }
  }
}
