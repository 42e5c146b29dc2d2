import type * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { RandomBytes } from '@/utils/store/crypto/seal';
import { Mailbox, type MeetingPlace, type Step } from './mailbox';
import {
  answerMessage,
  halfMessage,
  type Meeting,
  meet,
  newCode,
  newHalf,
  offerMessage,
  offerOf,
  openSaid,
  sealedMessage,
  sealSaid,
} from './pairing';
import { type PairProblem, PairStop } from './problem';

/** A code lives so long, and with it the meeting. */
export const LIVES_MS = 5 * 60_000;
/** Between two looks for a message. */
const LOOK_MS = 1000;
/** Codes that are tried until one is free. */
const MAX_CODES = 5;

/** What a meeting needs of the world. */
export interface MeetingPorts {
  place: MeetingPlace;
  random: RandomBytes;
  /** Milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** The user has ended it. */
  signal: AbortSignal;
}

/** Asks the user whether both screens show these digits. */
export type Compare = (digits: string) => Promise<boolean>;

/** One meeting, from one of the two sides. */
class Talk {
  readonly #ports: MeetingPorts;
  readonly #until: number;
  readonly box: Mailbox;

  constructor(ports: MeetingPorts, code: string, until: number) {
    this.#ports = ports;
    this.#until = until;
    this.box = new Mailbox(ports.place, code);
  }

  /** Ends here if the user, the other device or the clock says so. */
  async #goOn(): Promise<void> {
    if (this.#ports.signal.aborted) throw new PairStop('stopped');
    if (this.#ports.now() >= this.#until) throw new PairStop('expired');
    if ((await this.box.look('end')) !== null) throw new PairStop('ended');
  }

  /** Waits for a message. Whatever does not parse was not said by a device of ours. */
  async hear<Value>(step: Step, schema: z.ZodMiniType<Value>): Promise<Value> {
    for (;;) {
      await this.#goOn();
      const said = await this.box.look(step);
      if (said !== null) {
        const read = schema.safeParse(said);
        if (!read.success) throw new PairStop('spoiled');
        return read.data;
      }
      await this.#ports.sleep(LOOK_MS);
    }
  }

  /** Asks the user, for as long as nothing else ends the meeting. */
  async asked(compare: Compare, digits: string): Promise<void> {
    let answer: boolean | null = null;
    const answered = compare(digits).then((same) => {
      answer = same;
    });
    while (answer === null) {
      await this.#goOn();
      await Promise.race([answered, this.#ports.sleep(LOOK_MS)]);
    }
    if (!answer) throw new PairStop('different');
  }
}

async function settled<Value>(talk: Talk, work: () => Promise<Value>): Promise<Result<Value, PairProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    const problem = error instanceof PairStop ? error.problem : 'failed';
    // The other device learns of it at its next look.
    if (problem !== 'ended' && problem !== 'noOffer') await talk.box.leave('end', true).catch(() => false);
    return fail(problem);
  }
}

/** What the device that has the book does with the new one. */
export interface Host<Introduction, Grant> {
  showCode(code: string, until: number): void;
  compare: Compare;
  introduction: z.ZodMiniType<Introduction>;
  /** Takes the new device into the list, and says what it needs. Throws where that does not work. */
  admit(who: Introduction): Promise<Grant>;
}

/** The side of the device that has the book. Nothing is handed over before the user has compared the digits. */
export async function invite<Introduction, Grant>(
  ports: MeetingPorts,
  host: Host<Introduction, Grant>,
): Promise<Result<Introduction, PairProblem>> {
  const until = ports.now() + LIVES_MS;
  const own = newHalf(ports.random);
  for (let turn = 0; turn < MAX_CODES; turn++) {
    const code = newCode(ports.random);
    const talk = new Talk(ports, code, until);
    const offer = await offerOf(code, own);
    // Left over from another meeting under the same code.
    await talk.box.clear(['end']);
    const left = await settled(talk, () => talk.box.leave('offer', offer));
    if (!left.ok) return left;
    if (!left.value) continue;
    host.showCode(code, until);
    const done = await settled(talk, async () => {
      const answer = await talk.hear('answer', answerMessage);
      const reveal = halfMessage(own);
      const meeting = await meet('first', own, { code, offer, answer, reveal });
      if (!meeting || !(await talk.box.leave('reveal', reveal))) throw new PairStop('spoiled');
      await talk.asked(host.compare, meeting.digits);
      const who = await told(talk, meeting, 'ready', 'new', host.introduction);
      const grant = await host.admit(who);
      if (!(await talk.box.leave('grant', await sealSaid(meeting, 'first', grant, ports.random))))
        throw new PairStop('spoiled');
      return who;
    });
    // The new device takes the messages away once it has read the last; where there was none, it is done here.
    if (!done.ok) await talk.box.clear(BUT_THE_END);
    return done;
  }
  return fail('server');
}

/** The word that it is over stays: nobody knows who has still to read it. */
const BUT_THE_END: readonly Step[] = ['offer', 'answer', 'reveal', 'ready', 'grant'];

async function told<Value>(
  talk: Talk,
  meeting: Meeting,
  step: Step,
  from: 'new' | 'first',
  schema: z.ZodMiniType<Value>,
): Promise<Value> {
  const said = schema.safeParse(await openSaid(meeting, from, await talk.hear(step, sealedMessage)));
  if (!said.success) throw new PairStop('spoiled');
  return said.data;
}

/** What the new device brings along. */
export interface Guest<Grant> {
  code: string;
  compare: Compare;
  introduction: unknown;
  grant: z.ZodMiniType<Grant>;
}

/** The side of the new device. What is handed over counts only after its user, too, has compared the digits. */
export async function accept<Grant>(
  ports: MeetingPorts,
  { code, compare, introduction, grant }: Guest<Grant>,
): Promise<Result<Grant, PairProblem>> {
  const own = newHalf(ports.random);
  const talk = new Talk(ports, code, ports.now() + LIVES_MS);
  const looked = await settled(talk, async () => {
    const said = await talk.box.look('offer');
    if (said === null) throw new PairStop('noOffer');
    const read = offerMessage.safeParse(said);
    if (!read.success) throw new PairStop('spoiled');
    return read.data;
  });
  if (!looked.ok) return looked;
  const offer = looked.value;
  const done = await settled(talk, async () => {
    const answer = halfMessage(own);
    if (!(await talk.box.leave('answer', answer))) throw new PairStop('taken');
    const reveal = await talk.hear('reveal', answerMessage);
    const meeting = await meet('new', own, { code, offer, answer, reveal });
    if (!meeting) throw new PairStop('spoiled');
    await talk.asked(compare, meeting.digits);
    await talk.box.leave('ready', await sealSaid(meeting, 'new', introduction, ports.random));
    return told(talk, meeting, 'grant', 'first', grant);
  });
  if (done.ok) await talk.box.clear();
  return done;
}
