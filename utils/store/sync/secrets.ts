import * as z from 'zod/mini';
import type { Database } from '../connection/database';
import { type Bytes, hex, text, unhex, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal, unseal } from '../crypto/seal';
import type { SpaceSecrets } from './port';
import type { SpaceRow } from './syncRows';

const secret = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const kept = z.strictObject({
  ids: secret,
  seals: z.array(secret).check(z.minLength(1)),
  own: z.optional(secret),
});

/** What of a database lies sealed: its secrets, and how this device gets at it. */
type Sealed = 'secrets' | 'access';

const contextOf = (what: Sealed, space: string, kid: string): string =>
  `zs1|${space}|${kid}${what === 'access' ? '|access' : ''}`;

/** Secrets as text, for a backup's seal: without this device's own key, since who restores it is another device. */
export const secretsText = ({ ids, seals }: SpaceSecrets): string =>
  JSON.stringify({ ids: hex(ids), seals: seals.map(hex) });

/** Secrets as text, with this device's own key. */
const keptText = ({ own, ...secrets }: SpaceSecrets): string =>
  own ? JSON.stringify({ ...JSON.parse(secretsText(secrets)), own: hex(own) }) : secretsText(secrets);

const jsonOf = (said: string): unknown => {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
};

/** Secrets from their text; null where it is none. */
export function secretsIn(said: string): SpaceSecrets | null {
  const read = kept.safeParse(jsonOf(said));
  if (!read.success) return null;
  const { ids, seals, own } = read.data;
  return { ids: unhex(ids), seals: seals.map(unhex), ...(own === undefined ? {} : { own: unhex(own) }) };
}

const sealText = (ring: Keyring, what: Sealed, space: string, said: string, random: RandomBytes) =>
  seal(ring.rows, contextOf(what, space, ring.kid), utf8(said), random);

async function openText(
  ring: Keyring,
  what: Sealed,
  { id, kid }: { id: string; kid: string },
  sealed: Bytes,
): Promise<string | null> {
  const keys = await ring.keysOf(kid);
  const plain = keys && (await unseal(keys.rows, contextOf(what, id, kid), sealed));
  return plain && text(plain);
}

/**
 * Seals the secrets of a database with the book's own key. They are random and not derived from the master: a new
 * master seals them anew (see `resealSpaces`), and no document at the server changes.
 */
export const sealSecrets = (
  ring: Keyring,
  space: string,
  secrets: SpaceSecrets,
  random: RandomBytes,
): Promise<Bytes> => sealText(ring, 'secrets', space, keptText(secrets), random);

/** Opens them; null with another key. */
export async function openSecrets(
  ring: Keyring,
  space: Pick<SpaceRow, 'id' | 'kid' | 'sealed'>,
): Promise<SpaceSecrets | null> {
  const said = await openText(ring, 'secrets', space, space.sealed);
  return said === null ? null : secretsIn(said);
}

/** Seals how this device gets at the database: address and sign-in, in the words of whoever asks the server. */
export const sealAccess = (ring: Keyring, space: string, said: string, random: RandomBytes): Promise<Bytes> =>
  sealText(ring, 'access', space, said, random);

/** Opens it; null with another key, or where none is kept. */
export const openAccess = async (ring: Keyring, space: SpaceRow): Promise<string | null> =>
  space.access ? openText(ring, 'access', space, space.access) : null;

/** One database's row under the key in force; null where it does not open. */
export async function resealed(
  ring: Keyring,
  space: SpaceRow,
  random: RandomBytes,
): Promise<SpaceRow | null> {
  const secrets = await openSecrets(ring, space);
  if (!secrets) return null;
  const said = await openAccess(ring, space);
  const sealed = await sealSecrets(ring, space.id, secrets, random);
  const { access: _access, ...rest } = space;
  const access = said === null ? {} : { access: await sealAccess(ring, space.id, said, random) };
  return { ...rest, kid: ring.kid, sealed, ...access };
}

/**
 * Brings the secrets of all databases under the key in force: part of every change of the master, before the
 * former one goes (decision 031). Safe to be run again; what opens with neither key stays as it is.
 */
export async function resealSpaces(db: Database, ring: Keyring, random: RandomBytes): Promise<void> {
  for (const was of await db.syncSpaces.toArray()) {
    if (was.kid === ring.kid) continue;
    const is = await resealed(ring, was, random);
    if (!is) continue;
    const { kid, sealed, access } = is;
    await db.transaction('rw', db.syncSpaces, async () => {
      const now = await db.syncSpaces.get(was.id);
      // A run goes on meanwhile, and says how far it has come.
      if (now?.kid === was.kid)
        await db.syncSpaces.put({ ...now, kid, sealed, ...(access ? { access } : {}) });
    });
  }
}
