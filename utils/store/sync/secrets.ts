import * as z from 'zod/mini';
import type { Database } from '../connection/database';
import { type Bytes, hex, text, unhex, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal, unseal } from '../crypto/seal';
import type { SpaceSecrets } from './port';

const secret = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const kept = z.strictObject({ ids: secret, seals: z.array(secret).check(z.minLength(1)) });

const contextOf = (space: string, kid: string): string => `zs1|${space}|${kid}`;

/**
 * Seals the secrets of a database with the book's own key. They are random and not derived from the master: a new
 * master seals them anew (see `resealSecrets`), and no document at the server changes.
 */
export function sealSecrets(
  ring: Keyring,
  space: string,
  secrets: SpaceSecrets,
  random: RandomBytes,
): Promise<Bytes> {
  const plain = utf8(JSON.stringify({ ids: hex(secrets.ids), seals: secrets.seals.map(hex) }));
  return seal(ring.rows, contextOf(space, ring.kid), plain, random);
}

/** Opens them; null with another key. */
export async function openSecrets(
  ring: Keyring,
  space: { id: string; kid: string; sealed: Bytes },
): Promise<SpaceSecrets | null> {
  if (space.kid !== ring.kid) return null;
  const plain = await unseal(ring.rows, contextOf(space.id, space.kid), space.sealed);
  const said = kept.safeParse(plain && JSON.parse(text(plain)));
  if (!said.success) return null;
  return { ids: unhex(said.data.ids), seals: said.data.seals.map(unhex) };
}

/**
 * Seals the secrets of all databases with a new key of the book: part of every change of the master, before the
 * former one goes. Safe to be run again; what opens with neither key stays as it is.
 *
 * @returns how many there are that only the former key opens still
 */
export async function resealSecrets(
  db: Database,
  from: Keyring,
  to: Keyring,
  random: RandomBytes,
): Promise<number> {
  for (const space of await db.syncSpaces.toArray()) {
    const secrets = await openSecrets(from, space);
    if (!secrets) continue;
    const sealed = await sealSecrets(to, space.id, secrets, random);
    await db.syncSpaces.where('id').equals(space.id).modify({ kid: to.kid, sealed });
  }
  return (await db.syncSpaces.toArray()).filter(({ kid }) => kid === from.kid).length;
}
