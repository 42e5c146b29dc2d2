import { fold, foldLabel } from './folded';
import type { GoldField, GoldPage } from './gold';
import type { Said } from './said';

/** What one CRM's pages came to. */
export interface Score {
  pages: number;
  decided: number;
  clients: number;
  right: number;
  declined: number;
  wrong: number;
  read: number;
  gold: number;
  hits: number;
  kinds: number;
  empties: number;
  names: number;
  ms: number;
}

export const noScore = (): Score => ({
  pages: 0,
  decided: 0,
  clients: 0,
  right: 0,
  declined: 0,
  wrong: 0,
  read: 0,
  gold: 0,
  hits: 0,
  kinds: 0,
  empties: 0,
  names: 0,
  ms: 0,
});

/** Whether two texts are one as fields are scored. */
export const sameText = (one: string, other: string): boolean => fold(one) === fold(other);

/** Which of the reader's kinds a kind of gold may be. */
const KINDS: Readonly<Record<string, string>> = {
  name: 'name',
  first_name: 'name',
  last_name: 'name',
  company: 'company name',
  email: 'email',
  phone: 'phone',
  mobile: 'phone',
  address: 'address',
  street: 'address',
  city: 'other address',
  postcode: 'other address',
  country: 'other address',
  birthday: 'birthday',
  date: 'date',
  last_contact: 'date other',
  next_contact: 'date other',
  amount: 'money number',
  number: 'number other money',
  tax_id: 'number',
  id_number: 'number',
  client_no: 'number',
  owner: 'owner',
  person: 'person owner',
  stage: 'stage',
  status: 'stage tier',
};

/**
 * Pairs what was read with gold. A field is right when label and value agree, white space, case, width of
 * signs and colons aside; each field of gold is met once. Kinds are counted among the right ones only.
 */
export function matchFields(read: Said['fields'], gold: readonly GoldField[]) {
  const wanted = gold.filter(({ empty }) => !empty);
  const open = new Set(wanted);
  const strangers: Said['fields'] = [];
  let hits = 0;
  let kinds = 0;
  for (const one of read) {
    const same = wanted.filter(({ value }) => fold(value) === fold(one.value));
    const hit = same.find((field) => open.has(field) && foldLabel(field.label) === foldLabel(one.label));
    if (!hit) {
      // Said twice on the page and once in gold, or the other way round, is no mistake of the reader.
      if (!same.some((field) => foldLabel(field.label) === foldLabel(one.label))) strangers.push(one);
      continue;
    }
    open.delete(hit);
    hits += 1;
    if ((KINDS[hit.kind] ?? 'other').split(' ').includes(one.kind)) kinds += 1;
  }
  const met = wanted.filter((field) => !open.has(field));
  const twice = [...open].filter((field) =>
    met.some(
      (one) => fold(one.value) === fold(field.value) && foldLabel(one.label) === foldLabel(field.label),
    ),
  );
  for (const field of twice) open.delete(field);
  const empties = gold.filter(
    ({ empty, label }) =>
      empty &&
      read.some(
        (one) =>
          foldLabel(one.label) === foldLabel(label) &&
          !wanted.some((field) => foldLabel(field.label) === foldLabel(label)),
      ),
  );
  return { hits, kinds, strangers, missing: [...open], empties };
}

/** Whether two ids name one record: figures in groups are one number, 4471 9032 and 44719032. */
export const isSameRecord = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && closed(one) === closed(other));

const closed = (id: string): string => (/^\d+(?: \d+)+$/.test(id) ? id.replaceAll(' ', '') : id);

/** Adds one page's reading to a score. */
export function addPage(score: Score, gold: GoldPage, said: Said): void {
  score.pages += 1;
  score.ms = Math.max(score.ms, said.total);
  if (said.isClientPage === gold.isClientPage) score.decided += 1;
  const due = gold.clientId ?? null;
  if (gold.isClientPage) score.clients += 1;
  if (said.clientId !== null && !isSameRecord(said.clientId, due)) score.wrong += 1;
  else if (gold.isClientPage && due !== null) {
    if (isSameRecord(said.clientId, due)) score.right += 1;
    else score.declined += 1;
  } else if (gold.isClientPage) score.right += 1;
  const { hits, kinds, strangers, empties, missing } = matchFields(said.fields, gold.fields ?? []);
  score.hits += hits;
  score.kinds += kinds;
  score.read += hits + strangers.length;
  score.gold += hits + missing.length;
  score.empties += empties.length;
  if (
    gold.isClientPage &&
    due !== null &&
    gold.displayName &&
    said.displayName &&
    fold(gold.displayName) === fold(said.displayName)
  )
    score.names += 1;
}
