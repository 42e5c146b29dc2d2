import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import { cleanText } from '../text';
import { keyLabelsFor } from './lexicon/keys';
import type { FieldKind } from './lexicon/kinds';
import { plainWords, wordSet } from './terms';

/** What of a field its key is made from. */
export interface Keyed {
  label: string;
  kind: FieldKind;
}

/** Kinds that mean one field of the catalogue even where the label is not known, or there is none. */
const BY_KIND: Readonly<Partial<Record<ClientKind, Partial<Record<FieldKind, FieldKey>>>>> = {
  individual: { phone: 'mobile', email: 'email', birthday: 'birthday' },
};

/** Labels of a phone that is nobody's mobile, and of an address that is not where he lives. */
const NOT_OWN =
  /传真|傳真|fax|座机|固话|固定|办公|辦公|单位|公司|office|work|business|landline|assistant|asst/i;

/** Longest label kept in a key, in UTF-16 units. */
const MAX_OWN = 60;

const labelsOf = new Map<ClientKind, ReadonlyMap<string, FieldKey>>();

function keysByLabel(kind: ClientKind): ReadonlyMap<string, FieldKey> {
  const known = labelsOf.get(kind);
  if (known) return known;
  const keys = new Map<string, FieldKey>();
  for (const [key, labels] of Object.entries(keyLabelsFor(kind)))
    for (const label of wordSet(labels)) if (!keys.has(label)) keys.set(label, key);
  labelsOf.set(kind, keys);
  return keys;
}

/** The key of a field that is the CRM's own: `crm.` and its label, or its kind where it has none. */
export function ownKey({ label, kind }: Keyed): FieldKey {
  const words = cleanText(label, MAX_OWN).replace(/[\r\n]/g, ' ');
  return `crm.${words === '' ? kind : words}`;
}

/**
 * The key that suits a field: that of the catalogue which its label means for this kind of client, or which
 * its kind means where the label says nothing else; otherwise the CRM's own, `crm.<label>`.
 */
export function keyFor(field: Keyed, clientKind: ClientKind): FieldKey {
  const { label, kind } = field;
  const byLabel = keysByLabel(clientKind).get(plainWords(label));
  if (byLabel !== undefined) return byLabel;
  const byKind = BY_KIND[clientKind]?.[kind];
  // A phone with a label of its own ("Phone 2") is one more phone, not the mobile.
  if (byKind !== undefined && !NOT_OWN.test(label) && (label === '' || kind === 'birthday')) return byKind;
  return ownKey(field);
}

/** The key, or where it is taken the CRM's own, counted where that is taken too. */
export function freeKey(field: Keyed, key: FieldKey, taken: ReadonlySet<FieldKey>): FieldKey {
  if (!taken.has(key)) return key;
  const own = ownKey(field);
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : ` ${count}`;
    const counted = own.slice(0, 'crm.'.length + 60 - tail.length) + tail;
    if (!taken.has(counted)) return counted;
  }
}
