import { FROM_FILE, isFromFile } from '@/utils/domain/fromFile';
import type { Client } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import { type RecordRef, recordRef, type Sighting } from '@/utils/domain/schema/sighting';
import { foldName, foldNumber } from '@/utils/import/people';
import type { Change } from '@/utils/store/change';
import type { ClientKnown } from '@/utils/store/known';
import type { PlanReader } from '@/utils/store/plan';

/*
 * A spreadsheet names a client by his number, but shows no record of the CRM: which kind of record has that number, and
 * whether it is this client's, is known once the CRM shows it. Until then a record of a kind of its own stands for it.
 */

/** The record that stands for a number of a file in this CRM; null for a number that no CRM could have. */
function promisedRecord(crmId: string, number: string): RecordRef | null {
  const read = recordRef.safeParse({ crmId, entity: FROM_FILE, recordId: foldNumber(number) });
  return read.success ? read.data : null;
}

/** Whether a CRM has shown a record of its own of a client. */
const isShownBy = (crmId: string, records: readonly RecordRef[]): boolean =>
  records.some((record) => record.crmId === crmId && !isFromFile(record));

type Reading = Pick<PlanReader, 'linkIdOf' | 'clientByLink'>;

/**
 * Keeps under which number a client is to be looked for in a CRM; nothing where the number is somebody's already, or the
 * CRM has shown this client.
 */
export async function promise(
  read: Reading,
  { crmId, number, clientId }: { crmId: string; number: string; clientId: ClientId },
  records: readonly RecordRef[],
): Promise<Change[]> {
  const record = promisedRecord(crmId, number);
  if (!record || isShownBy(crmId, records)) return [];
  if ((await read.clientByLink(await read.linkIdOf(record))) !== null) return [];
  return [{ type: 'insert', table: 'links', body: { record, clientId } }];
}

const isSame = (client: Client, { kind, name }: Sighting): boolean =>
  client.sample === undefined && client.kind === kind && foldName(client.name) === foldName(name);

/**
 * Whom a record that the book does not know was promised to: a client of this kind, of this very name, whom the CRM has
 * shown under no other record. With the changes that make the record his. A wrong number in a spreadsheet joins nobody.
 */
export async function promisedTo(
  read: PlanReader,
  sighting: Sighting,
): Promise<{ known: ClientKnown; changes: Change[] } | null> {
  const { crmId, recordId } = sighting.record;
  const record = promisedRecord(crmId, recordId);
  const clientId = record && (await read.clientByLink(await read.linkIdOf(record)));
  const known = clientId && (await read.client(clientId));
  if (!record || !known || isShownBy(crmId, known.records) || !isSame(known.bundle.client, sighting))
    return null;
  return {
    known,
    changes: [
      { type: 'insert', table: 'links', body: { record: sighting.record, clientId: known.bundle.client.id } },
      { type: 'delete', table: 'links', body: { record, clientId: known.bundle.client.id } },
    ],
  };
}
