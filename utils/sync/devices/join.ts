import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import { hex, unhex } from '@/utils/store/crypto/bytes';
import { KEY_LENGTH, publicKeyOf } from '@/utils/store/crypto/x25519';
import type { SyncPort } from '@/utils/store/sync/port';
import type { WireSecrets } from '../wire/keys';
import {
  changeList,
  enterList,
  type Listed,
  type ListPorts,
  type ListProblem,
  memberOf,
  shownList,
  writeList,
} from './keep';
import { type Log, log, memberName, type NewMember, newMember } from './log';
import { accept, type Compare, invite, type MeetingPorts } from './meeting';
import {
  adding,
  idOf,
  type Own,
  removing,
  renaming,
  secretsByWords,
  secretsIn,
  secretsText,
  standingOf,
  wordsMember,
} from './members';
import { type PairProblem, PairStop } from './problem';

/*
 * How a device comes into the list: by a meeting with one that is in it, or by the words of a recovery key. And how
 * one goes.
 */

/** Everything that adding and joining need of the world. */
export interface DevicePorts extends ListPorts {
  local: Pick<SyncPort, 'space' | 'secrets' | 'renew' | 'join'>;
  sleep(ms: number): Promise<void>;
  /** A new name for this device in stamps and marks: eight hex digits. */
  newDevice(): string;
}

export type JoinProblem = PairProblem | ListProblem | 'already' | 'noWords';

/** What the new device says of itself. */
const introduction = z.strictObject({ member: newMember });
/** What it is handed: the secrets, and the list in which it stands. */
const grant = z.strictObject({ secrets: z.unknown(), log });

const meetingPorts = (ports: DevicePorts, signal: AbortSignal): MeetingPorts => ({
  place: ports.remote,
  random: ports.random,
  now: () => ports.now(),
  sleep: ports.sleep,
  signal,
});

/** The user at the device that has the book. */
export interface Inviting {
  /** What this device is called, if it is not in a list yet. */
  name: string;
  showCode(code: string, until: number): void;
  compare: Compare;
  signal: AbortSignal;
}

/**
 * Takes a second device in: shows a code, has the digits compared, writes the new device into the list and hands it
 * the secrets.
 */
export async function inviteDevice(
  ports: DevicePorts,
  { name, showCode, compare, signal }: Inviting,
): Promise<Result<NewMember, JoinProblem>> {
  const begun = await enterList(ports, name);
  if (!begun.ok) return begun;
  let problem: ListProblem | null = null;
  const met = await invite(meetingPorts(ports, signal), {
    showCode,
    compare,
    introduction,
    async admit({ member }) {
      // Who says that he is another than his key says is not taken in.
      if (member.id !== (await idOf(unhex(member.key)))) throw new PairStop('spoiled');
      const since = ports.now();
      const added = await changeList(ports, async (at, own) =>
        at.members.some(({ id }) => id === member.id)
          ? null
          : adding(at, own, { ...member, kind: 'device', since }, ports.random),
      );
      if (!added.ok) {
        problem = added.error;
        throw new PairStop('failed');
      }
      const { secrets } = added.value.standing;
      return { secrets: secretsText(secrets), log: added.value.list };
    },
  });
  if (!met.ok) return fail(problem ?? met.error);
  return ok(met.value.member);
}

/** Whether a list and secrets that were handed over hold together, with this device in it. */
async function holds(secrets: WireSecrets, own: Own, list: Log): Promise<WireSecrets | null> {
  const standing = await standingOf(secrets, own, list);
  if (standing.state !== 'in') return null;
  const isIn = standing.members.some(({ id, out }) => id === own.id && out === null);
  return isIn ? standing.secrets : null;
}

async function takeUp(
  { local, space, newDevice }: DevicePorts,
  secrets: WireSecrets,
  own: Own,
  list: Log,
): Promise<Result<null, JoinProblem>> {
  const kept = { ...secrets, own: own.secret };
  if (!(await local.join(space, newDevice(), kept))) return fail('book');
  return (await local.renew(space, kept, list)) ? ok(null) : fail('book');
}

/** The user at the new device. */
export interface Joining {
  code: string;
  /** What this device is to be called. */
  name: string;
  compare: Compare;
  signal: AbortSignal;
}

const freshOwn = async ({ random }: DevicePorts): Promise<Own> => {
  const secret = random(KEY_LENGTH);
  return { id: await idOf(publicKeyOf(secret)), secret };
};

/** Joins by a code that another device shows. Its own book stays; the other's comes with the first run. */
export async function joinDevice(
  ports: DevicePorts,
  { code, name, compare, signal }: Joining,
): Promise<Result<null, JoinProblem>> {
  if (await ports.local.space(ports.space)) return fail('already');
  const own = await freshOwn(ports);
  const member = await memberOf(own, memberName.parse(name), ports.now());
  const met = await accept(meetingPorts(ports, signal), {
    code,
    compare,
    introduction: { member },
    grant,
  });
  if (!met.ok) return met;
  const given = secretsIn(met.value.secrets);
  const secrets = given && (await holds(given, own, met.value.log));
  return secrets ? takeUp(ports, secrets, own, met.value.log) : fail('spoiled');
}

/** Puts the words of a recovery key into the list: with them and the sign-in alone a new device opens everything. */
export const addWords = (
  ports: ListPorts,
  entropy: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Result<Listed, ListProblem>> =>
  changeList(ports, async (at, own) => {
    const { id, key } = await wordsMember(entropy);
    if (at.members.some((one) => one.id === id)) return null;
    const member: NewMember = { id, kind: 'words', name, since: ports.now(), key: hex(key) };
    return adding(at, own, member, ports.random);
  });

/**
 * Joins by the words of a recovery key alone, where no device is left.
 *
 * @param found what the words may mean: see `recoveryEntropies`
 */
export async function joinByWords(
  ports: DevicePorts,
  found: readonly Uint8Array<ArrayBuffer>[],
  name: string,
): Promise<Result<null, JoinProblem>> {
  if (await ports.local.space(ports.space)) return fail('already');
  for (const entropy of found) {
    const words = await wordsMember(entropy);
    const read = await shownList(ports.remote);
    if (!read.ok) return read;
    const { rev, list } = read.value;
    const secrets = await secretsByWords(words, list);
    if (!secrets) continue;
    const at = await standingOf(secrets, words, list);
    if (at.state !== 'in') return fail(at.state);
    const own = await freshOwn(ports);
    const member = await memberOf(own, memberName.parse(name), ports.now());
    const next = [...list, await adding(at, words, member, ports.random)];
    const written = await writeList(ports.remote, rev, next);
    if (!written.ok) return written;
    if (!written.value) return fail('server');
    return takeUp(ports, at.secrets, own, next);
  }
  return fail('noWords');
}

/** Gives a device another name. */
export const renameDevice = (
  ports: ListPorts,
  id: string,
  name: string,
): Promise<Result<Listed, ListProblem>> =>
  changeList(ports, async (at, own) => {
    const known = at.members.find((one) => one.id === id);
    if (!known || known.out !== null || known.name === name) return null;
    return renaming(at, own, id, memberName.parse(name), ports.random);
  });

/**
 * Takes a device out: whatever is written from then on is sealed with a key that it does not get. What it has, it
 * keeps; what it may still fetch from the server it cannot open.
 */
export const removeDevice = (ports: ListPorts, id: string): Promise<Result<Listed, ListProblem>> =>
  changeList(ports, async (at, own) => {
    const known = at.members.find((one) => one.id === id);
    if (!known || known.out !== null || id === own.id) return null;
    return removing(at, own, id, ports.now(), ports.random);
  });
