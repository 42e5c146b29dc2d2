import type { FieldKey } from '@/utils/domain/schema/client';
import type { CompiledAdapter, CompiledPage, RawField, RawSighting } from '../compiled';
import { MAX_FIELD_TEXT, MAX_FIELDS, MAX_LABEL } from '../limits';
import { cleanText, foldLabel } from '../text';
import { freeKey, keyFor, ownKey } from './keys';
import { isHeading, type PageReading, type ReadField } from './reading';

/** Fields in the page's words, those of the adapter under its keys and the others under free ones. */
export function joinedFields(
  reading: PageReading,
  adapter: CompiledAdapter,
  own: readonly RawField[],
  page: CompiledPage,
  kind: RawSighting['kind'],
): RawField[] {
  const pinned = new Set(page.fields.filter((field) => field.pinned).map(({ key }) => key));
  const leaves = new Set(adapter.unaided?.leaves);
  const isLeft = (field: ReadField): boolean =>
    leaves.has(foldLabel(field.label === '' ? ownKey(field) : field.label));
  // Of two marks without a label one may be wanted: the one that the adapter finds.
  const rest = reading.fields.filter(
    (field) => !isHeading(field, reading.name) && (field.label === '' || !isLeft(field)),
  );
  const met = new Set<ReadField>();
  /** What stands beside one of these labels, if it is one thing; several, such as two telephones, stay as they were read. */
  const beside = (labels: readonly string[], isPinned = false): ReadField | null => {
    const same = rest.filter(({ label }) => label !== '' && labels.includes(foldLabel(label)));
    const [only, other] = same;
    if (!other || isPinned) for (const one of same) met.add(one);
    return only && !other ? only : null;
  };
  const unlabelled = (text: string): ReadField | null => {
    const read = rest.find(({ label, value }) => label === '' && cleanText(value, MAX_FIELD_TEXT) === text);
    if (read) met.add(read);
    return read ?? null;
  };
  // Only what the reader reads too, or the user has pointed at: it knows more of empty places and other people.
  const found = own.flatMap((field): RawField[] => {
    const isPinned = pinned.has(field.key);
    const read = beside([foldLabel(field.label)], isPinned) ?? unlabelled(field.text);
    if (isPinned) return [field];
    return read ? [{ ...field, text: cleanText(read.value, MAX_FIELD_TEXT) }] : [];
  });
  // What the adapter names and does not find where it looks still goes under the adapter's key.
  const named = page.fields.flatMap(({ key, only, find }): RawField[] => {
    if (find.by !== 'label' || own.some((field) => field.key === key) || (only && only !== kind)) return [];
    const read = beside(find.labels);
    return read
      ? [{ key, label: cleanText(read.label, MAX_LABEL), text: cleanText(read.value, MAX_FIELD_TEXT) }]
      : [];
  });
  const mine = [...found, ...named];
  const shown = new Set(mine.map(({ text }) => text));
  const taken = new Set<FieldKey>(mine.map(({ key }) => key));
  const others = rest
    .filter((field) => !met.has(field) && !isLeft(field) && !(field.label === '' && shown.has(field.value)))
    .map((field): RawField => {
      const key = freeKey(field, keyFor(field, kind), taken);
      taken.add(key);
      const text = cleanText(field.value, MAX_FIELD_TEXT);
      return { key, label: cleanText(field.label, MAX_LABEL), text, kind: field.kind };
    });
  return [...mine, ...others].slice(0, MAX_FIELDS);
}
