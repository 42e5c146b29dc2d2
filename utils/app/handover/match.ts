import { isFromFile } from '@/utils/domain/fromFile';
import type { Client } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { BookRows } from '@/utils/export/bookFile';
import { type MatchSign, NUMBER_FIELD } from '@/utils/import/match';
import type { Person } from '@/utils/import/people';
import type { BookWalker, StoreReader } from '@/utils/store/store';
import { matchBook } from '../import/matchBook';

/** What speaks for a client of the packet being one of the book: the same record of the same CRM, or as in imports. */
export type HandoverSign = MatchSign | 'record' | 'sameId';

/** One of the book who may be one of the packet. */
export interface HereAlready {
  id: ClientId;
  name: string;
  by: HandoverSign;
}

/** A client of the packet, and who of the book that is. */
export interface Coming {
  client: Client;
  /** `same` where it is sure, `doubtful` where the user says. */
  state: 'new' | 'same' | 'doubtful';
  /** The surest first; none where new. */
  candidates: readonly HereAlready[];
}

/** What becomes of a client of the packet. */
export type TakeChoice = { do: 'new' } | { do: 'into'; client: ClientId } | { do: 'leave' };

const firstOf = (client: Client, wanted: (value: FieldValue) => boolean): FieldValue | null =>
  [...Object.values(client.facts), ...Object.values(client.observed)]
    .map(({ value }) => value)
    .find(wanted) ?? null;

const birthdayOf = ({ facts, observed }: Client): FieldValue | null =>
  facts['birthday']?.value ?? observed['birthday']?.value ?? null;

/** A client of a packet as a line of a spreadsheet would name him. */
function personOf(client: Client, index: number, records: readonly string[]): Person {
  const kept = client.facts[NUMBER_FIELD]?.value;
  const number = kept?.type === 'text' ? kept.text : (records[0] ?? null);
  const who = {
    name: client.name,
    number,
    phone: firstOf(client, ({ type }) => type === 'phone'),
    birthday: birthdayOf(client),
    kind: client.kind,
  };
  const nothing = { edit: {}, facts: [], notes: [], contacts: [], holdings: [], policies: [], relations: [] };
  return { index, rows: [], brought: { who, ...nothing } };
}

/** Who stands in the book under the very records, or the very id, of a client of the packet. */
async function surelyHere(
  reader: Pick<StoreReader, 'client' | 'linkIdOf' | 'clientByLink'>,
  client: Client,
  links: BookRows['links'],
): Promise<HereAlready | null> {
  const own = await reader.client(client.id);
  if (own.ok) return { id: client.id, name: own.value.bundle.client.name, by: 'sameId' };
  for (const { record } of links) {
    // Two spreadsheets may give one number to two: then name, phone and birthday tell.
    if (isFromFile(record)) continue;
    const found = await reader.clientByLink(await reader.linkIdOf(record));
    const known = found.ok && found.value !== null ? await reader.client(found.value) : null;
    if (known?.ok)
      return { id: known.value.bundle.client.id, name: known.value.bundle.client.name, by: 'record' };
  }
  return null;
}

/**
 * Looks the clients of a packet up in the book: by the records that the CRMs know them under, then by number, phone,
 * name and birthday as spreadsheets are. Null where it was stopped.
 */
export async function matchComing(
  reader: Pick<StoreReader, 'client' | 'linkIdOf' | 'clientByLink'>,
  walker: Pick<BookWalker, 'bundles'>,
  rows: BookRows,
  signal: AbortSignal,
): Promise<Coming[] | null> {
  const linksOf = (id: ClientId) => rows.links.filter(({ clientId }) => clientId === id);
  const people = rows.clients.map((client, at) =>
    personOf(
      client,
      at,
      linksOf(client.id).map(({ record }) => record.recordId),
    ),
  );
  const matches = await matchBook(walker, people, signal, () => {});
  if (matches === null) return null;
  return Promise.all(
    rows.clients.map(async (client, at): Promise<Coming> => {
      const sure = await surelyHere(reader, client, linksOf(client.id));
      if (sure) return { client, state: 'same', candidates: [sure] };
      const match = matches[at];
      const candidates = (match?.candidates ?? []).map(({ bundle, by }) => ({
        id: bundle.client.id,
        name: bundle.client.name,
        by,
      }));
      return { client, state: match?.state ?? 'new', candidates };
    }),
  );
}

/** What becomes of a client unless the user says otherwise: nobody is merged on a doubt, and nobody made twice. */
export function choiceOf({ state, candidates: [first] }: Coming): TakeChoice {
  if (state === 'same' && first) return { do: 'into', client: first.id };
  return state === 'new' ? { do: 'new' } : { do: 'leave' };
}
