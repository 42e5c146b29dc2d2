import * as z from 'zod/mini';
import type { Database } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import type { RandomBytes } from '../crypto/seal';
import { openAccess, openSecrets, sealAccess, sealSecrets, secretsIn, secretsText } from './secrets';
import { MARK, type SpaceRow } from './syncRows';

/*
 * What a backup holds of synchronisation: the databases' secrets and how they are reached, so that a book that is put back
 * goes on with its server; and up to which entry everything was there. Of the documents nothing: the feed tells.
 */

/** A database in a backup, beside its text. */
export const spaceFields = z.strictObject({ id: z.string(), settled: z.int().check(z.gte(0)) });
export type SpaceFields = z.infer<typeof spaceFields>;

const spaceText = z.strictObject({ secrets: z.string(), access: z.nullable(z.string()) });

const DEVICE_LENGTH = 4;

/** A device's name at the server; never that of another, for its writes are told apart by it. */
export const newDevice = (random: RandomBytes): string => hex(random(DEVICE_LENGTH));

/** Nothing is known of the database but its secrets. */
export const freshSpace = (id: string, device: string) => ({
  ...{ id, device, since: null, mark: null },
  ...{ sentTo: 0, audit: null, reads: 0 },
});

/** The entry up to which every row is at the server as it is here. */
async function settledOf(db: Database, { id, sentTo, settled = 0 }: SpaceRow): Promise<number> {
  const open = await Promise.all(
    [MARK.send, MARK.gone, MARK.refused].map((mark) =>
      db.syncDocs.where('[space+mark]').equals([id, mark]).toArray(),
    ),
  );
  // While the book itself goes on from a backup, what that had settled still counts.
  const reached = Math.max(sentTo, settled);
  return open.flat().reduce((least, { seq }) => Math.min(least, Math.max(0, seq - 1)), reached);
}

/** The databases as a backup holds them; one that does not open is left out. */
export async function copiedSpaces(
  db: Database,
  ring: Keyring,
): Promise<{ fields: SpaceFields; plain: string }[]> {
  const copies = (await db.syncSpaces.toArray()).map(async (space) => {
    const secrets = await openSecrets(ring, space);
    if (!secrets) return [];
    const said = { secrets: secretsText(secrets), access: await openAccess(ring, space) };
    return [
      {
        fields: { id: space.id, settled: await settledOf(db, space) },
        plain: JSON.stringify(spaceText.parse(said)),
      },
    ];
  });
  return (await Promise.all(copies)).flat();
}

/** A database of a backup as a row of the book that is put back: under its key, as a new device. Null for no such text. */
export async function landedSpace(
  ring: Keyring,
  random: RandomBytes,
  { id, settled }: SpaceFields,
  plain: string,
): Promise<SpaceRow | null> {
  const said = spaceText.safeParse(JSON.parse(plain));
  const secrets = said.success ? secretsIn(said.data.secrets) : null;
  if (!said.success || !secrets) return null;
  const { access } = said.data;
  return {
    ...freshSpace(id, newDevice(random)),
    settled,
    kid: ring.kid,
    sealed: await sealSecrets(ring, id, secrets, random),
    ...(access === null ? {} : { access: await sealAccess(ring, id, access, random) }),
  };
}

/**
 * The book was mended from its second copy: what was known of documents may be older than the rows. Numbers of entries
 * were given twice, so that it is another device from now on. Inside the mending's transaction.
 */
export async function beginSpacesAnew(db: Database, random: RandomBytes): Promise<void> {
  const spaces = await db.syncSpaces.toArray();
  await db.syncDocs.clear();
  await db.syncSpaces.bulkPut(
    spaces.map(({ id, sentTo, settled = 0, ...space }) => ({
      ...space,
      ...freshSpace(id, newDevice(random)),
      settled: Math.max(sentTo, settled),
    })),
  );
}
