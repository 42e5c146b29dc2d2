import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Instant } from '@/utils/domain/schema/time';
import { hex } from '@/utils/store/crypto/bytes';
import type { RandomBytes } from '@/utils/store/crypto/seal';
import { KEY_LENGTH, publicKeyOf } from '@/utils/store/crypto/x25519';
import type { SpaceSecrets, SyncPort } from '@/utils/store/sync/port';
import { compare, type Entry, LIST_ID, type Log, log, type NewMember } from './log';
import type { MeetingPlace } from './mailbox';
import { adding, idOf, type Own, type Standing, sameSecrets, standingOf } from './members';

/*
 * The list of devices at the server and the one in the book, in step; and changes to it.
 */

/** What keeping the list needs of the world. */
export interface ListPorts {
  local: Pick<SyncPort, 'space' | 'secrets' | 'renew'>;
  remote: MeetingPlace;
  /** Which database. */
  space: string;
  random: RandomBytes;
  now(): Instant;
}

/**
 * Why the list cannot be read or changed. `off`: this book knows no such database. `locked`: its secrets do not open
 * now. `server`: no answer, or a strange one. `signIn`: it does not let us in. `missing`: there is no such database. `forked`: the server shows another
 * list than the one known here. `broken`: an entry is not what it should be. `out`: this device was taken out.
 * `book`: it could not be written down here. `full`: the list takes no more.
 */
export type ListProblem =
  | 'off'
  | 'locked'
  | 'server'
  | 'signIn'
  | 'missing'
  | 'forked'
  | 'broken'
  | 'out'
  | 'book'
  | 'full';

export type In = Extract<Standing, { state: 'in' }>;

/** The list as this device sees it. */
export interface Listed {
  standing: In;
  own: Own;
  list: Log;
  /** The secrets have grown: what was read with the former ones has to be read with these. */
  renewed: boolean;
}

/** Attempts at one change: others may write at the same time. */
const MAX_TRIES = 5;
const MOST_ENTRIES = 500;

const PATH = `/${LIST_ID}`;
const shownDoc = z.object({ _rev: z.string(), v: z.literal(1), log });
/** The document, whatever is in it. */
const isList = z.object({ _id: z.literal(LIST_ID) });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Ends the work at hand with a problem. */
class ListStop extends Error {
  readonly problem: ListProblem;
  constructor(problem: ListProblem) {
    super(problem);
    this.problem = problem;
  }
}

async function caught<Value>(work: () => Promise<Value>): Promise<Result<Value, ListProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof ListStop) return fail(error.problem);
    throw error;
  }
}

async function ask(remote: MeetingPlace, method: 'GET' | 'PUT', body?: unknown) {
  const answer = await remote.request(method, PATH, body).catch(() => {
    throw new ListStop('server');
  });
  if (answer.status === 401 || answer.status === 403) throw new ListStop('signIn');
  return answer;
}

/** The list as the server shows it; empty before the first entry. */
async function shownBy(remote: MeetingPlace): Promise<{ rev: string | null; list: Log }> {
  const { status, text } = await ask(remote, 'GET');
  if (status === 404) return { rev: null, list: [] };
  const read = status === 200 ? shownDoc.safeParse(parsed(text)) : null;
  // A list that this build cannot read is no empty one; half an answer, or a proxy's page, is none.
  if (!read?.success)
    throw new ListStop(status === 200 && isList.safeParse(parsed(text)).success ? 'broken' : 'server');
  return { rev: read.data._rev, list: read.data.log };
}

/** @returns false where another wrote at the same time */
async function put(remote: MeetingPlace, rev: string | null, list: Log): Promise<boolean> {
  const { status } = await ask(remote, 'PUT', { ...(rev === null ? {} : { _rev: rev }), v: 1, log: list });
  if (status === 409) return false;
  if (status === 404) throw new ListStop('missing');
  // 202: too few of the cluster's servers took it.
  if (status !== 201) throw new ListStop('server');
  return true;
}

/** The list as the server shows it, to who is not in it yet. */
export const shownList = (remote: MeetingPlace) => caught(() => shownBy(remote));

/** Writes the list by who is not in it yet; false where another wrote at the same time. */
export const writeList = (remote: MeetingPlace, rev: string | null, list: Log) =>
  caught(() => put(remote, rev, list));

/** The secrets with this device's own key; a first one is made, and kept before it is told to anybody. */
async function withOwn(
  { local, space, random }: ListPorts,
  known: Log,
): Promise<{ secrets: SpaceSecrets; own: Own }> {
  const kept = await local.secrets(space);
  if (!kept) throw new ListStop('locked');
  const secret = kept.own ?? random(KEY_LENGTH);
  const secrets = { ...kept, own: secret };
  if (!kept.own && !(await local.renew(space, secrets, known))) throw new ListStop('book');
  return { secrets, own: { id: await idOf(publicKeyOf(secret)), secret } };
}

/** Reads the list, takes over what it brings, and offers ours again where the server has lost some of it. */
async function inStep(ports: ListPorts): Promise<Listed & { rev: string | null }> {
  const { local, remote, space } = ports;
  const kept = await local.space(space);
  if (!kept) throw new ListStop('off');
  const known = log.parse([...(kept.list ?? [])]);
  const { secrets, own } = await withOwn(ports, known);
  for (let turn = 0; turn < MAX_TRIES; turn++) {
    const { rev, list } = await shownBy(remote);
    const stands = compare(known, list);
    if (stands === 'forked') throw new ListStop('forked');
    if (stands === 'behind') {
      await put(remote, rev, known);
      continue;
    }
    const standing = await standingOf(secrets, own, list);
    if (standing.state === 'broken') throw new ListStop('broken');
    const grown = standing.state === 'in' ? { ...standing.secrets, own: own.secret } : secrets;
    const renewed = !sameSecrets(grown, secrets);
    if ((renewed || stands === 'ahead') && !(await local.renew(space, grown, list)))
      throw new ListStop('book');
    if (standing.state === 'out') throw new ListStop('out');
    return { standing, own, list, renewed, rev };
  }
  throw new ListStop('server');
}

/**
 * Brings the list here and the one at the server in step. To be done before a run: what it brings seals from then on
 * whatever is sent.
 */
export const tendList = (ports: ListPorts): Promise<Result<Listed, ListProblem>> =>
  caught(() => inStep(ports));

/** This device as a member; null while it is not in the list. */
export const ownMember = ({ standing, own }: Pick<Listed, 'standing' | 'own'>) =>
  standing.members.find(({ id }) => id === own.id) ?? null;

/**
 * Writes one entry to the list. Counts only once it is at the server; where somebody else wrote meanwhile it is made
 * anew over what he wrote.
 *
 * @param make the entry over a list; null where there is nothing to be done any more
 */
export const changeList = (
  ports: ListPorts,
  make: (at: In, own: Own) => Promise<Entry | null>,
): Promise<Result<Listed, ListProblem>> =>
  caught(async () => {
    for (let turn = 0; turn < MAX_TRIES; turn++) {
      const { rev, ...listed } = await inStep(ports);
      const made = await make(listed.standing, listed.own);
      if (!made) return listed;
      if (listed.list.length >= MOST_ENTRIES) throw new ListStop('full');
      const next = [...listed.list, made];
      // One wrong entry would stop every device: what we would not believe is not sent.
      if ((await standingOf(listed.standing.secrets, listed.own, next)).state !== 'in')
        throw new ListStop('broken');
      if (await put(ports.remote, rev, next)) {
        const { rev: _rev, ...now } = await inStep(ports);
        return now;
      }
    }
    throw new ListStop('server');
  });

/** How a device introduces itself to the list. */
export async function memberOf(own: Own, name: string, since: Instant): Promise<NewMember> {
  return { id: own.id, kind: 'device', name, since, key: hex(publicKeyOf(own.secret)) };
}

/**
 * Writes this device into the list where it is not in it yet: the first one begins it, and a book that came out of a
 * backup has the secrets, but is another device than the one that made it.
 */
export const enterList = (ports: ListPorts, name: string): Promise<Result<Listed, ListProblem>> =>
  changeList(ports, async (at, own) =>
    at.members.some(({ id }) => id === own.id)
      ? null
      : adding(at, own, await memberOf(own, name, ports.now()), ports.random),
  );
