import { valueText } from '../labels';
import { MAX_FIELD_TEXT } from '../limits';
import { idIn } from '../readPage';
import type { AdapterAddress, AdapterLocate, AdapterPage } from '../schema';
import { cleanText, foldFigures } from '../text';
import type { IsVisible } from '../trees';
import { patternsFor, plainPattern, type Reach } from './addressPattern';
import { cutFor } from './cutFor';
import { entityFor } from './entity';
import { findOf } from './find';
import { sameName } from './names';
import { openRowFor } from './openRow';
import type { PageReading, ReadField, ReadIdentity } from './reading';
import { type RootPath, rootPathFor } from './rootPath';
import { locateFor, type Search } from './selectorFor';
import { namesClient } from './stableNames';

/** An adapter's page but for its fields, as one client's page suggests it. */
export interface Proposed {
  url: AdapterAddress | AdapterAddress[];
  frameUrl?: AdapterAddress | undefined;
  entity: string;
  root: string[];
  identity: AdapterPage['identity'];
  name: { find: AdapterLocate };
  /** The record's number on this page, as an adapter reads it. */
  recordId: string;
}

/** What the page is read in, beside the reading itself. */
export interface ProposePage {
  document: Document;
  /** The tab's address. */
  url: string;
  isVisible: IsVisible;
}

/** Enough of a field to be sure that its place belongs to the client's. */
const SURE = 0.6;

/** A client's numbers: fields that may repeat the one of the address. */
const isNumber = ({ kind, label }: ReadField): boolean => kind === 'number' && label !== '';

/** What of the client no selector may hold. */
export const ownValues = ({ name, identity }: PageReading): string[] => [
  ...(name ? [name.value] : []),
  ...(identity ? [identity.id] : []),
];

/** The root an adapter of this page would have: what holds the name and the surest fields. */
export function proposeRoot(reading: PageReading, { document, isVisible }: ProposePage): RootPath {
  const { name, fields, root } = reading;
  const sure = fields.filter(({ confidence, label }) => confidence >= SURE && label !== '');
  const parts = [...(name ? [name] : []), ...(sure.length > 0 ? sure : fields)].map(({ element }) => element);
  return rootPathFor(parts.length > 0 ? parts : [root], root, document, {
    isVisible,
    avoid: ownValues(reading),
  });
}

/** How a field of this reading is found again below a root, by its label or by what names its element. */
export function findIn(
  field: ReadField,
  root: Element,
  reading: PageReading,
  isVisible: IsVisible,
): AdapterLocate | null {
  const { element, label, value } = field;
  const avoid = [...ownValues(reading), value];
  const found = findOf(field, root, isVisible);
  if (found && 'label' in found) return found;
  const located = cutTo(value, locateFor({ element, label, value }, root, { isVisible, avoid }), element, {
    isVisible,
    avoid: ownValues(reading),
  });
  // What the reader finds by a class or id may still be the client's own.
  return located ?? (found && !namesClient(found.selector, avoid) ? found : null);
}

/** What a selector leads to may hold more than the value, "Added on 3 June": then it says what the value stands behind. */
function cutTo(
  value: string,
  located: AdapterLocate | null,
  element: Element,
  { isVisible, avoid }: Search,
): AdapterLocate | null {
  if (located === null || 'label' in located) return located;
  const text = valueText(element, isVisible);
  if (!cleanText(text, MAX_FIELD_TEXT).includes(value)) return located;
  const cut = cutFor(text, value, avoid);
  return cut && { ...located, ...cut };
}

/**
 * What an adapter for pages like this one would say, but for its fields. Null where it is not sure whose
 * page it is, where the record's number cannot be read by an adapter, or where the name has no place that
 * is found again: a wizard then has to ask.
 *
 * @param asNumber a field whose value is the record's number, as a user has pointed it out
 */
export function propose(
  reading: PageReading,
  page: ProposePage,
  asNumber: ReadField | null = null,
): Proposed | null {
  const { name, page: sort } = reading;
  const identity = asNumber ? identityFrom(asNumber) : reading.identity;
  if (sort !== 'client' || !name || !identity) return null;
  const shape = shapeFor(identity.id);
  const recordId = idIn(identity.id, shape);
  if (recordId === null || recordId !== foldFigures(identity.id)) return null;
  const { path, root } = proposeRoot(reading, page);
  const nameFind = findName(reading, name, root, page.isVisible);
  if (!nameFind) return null;
  const said = (field: ReadField): AdapterLocate | null =>
    idIn(field.value, shape) === recordId ? findIn(field, root, reading, page.isVisible) : null;
  const rest = { entity: entityFor(identity), root: path, name: { find: nameFind }, recordId };
  if (identity.from === 'field') {
    const field = asNumber ?? reading.fields.find(({ label }) => label === identity.at);
    const find = field && said(field);
    const url = plainPattern(page.url);
    return find && url ? { url, ...rest, identity: { id: find, shape } } : null;
  }
  if (identity.from === 'row') {
    const { row, at } = identity;
    const find = (field: ReadField): AdapterLocate | null => findIn(field, root, reading, page.isVisible);
    const numbered = row && !root.contains(row) ? { element: row, attribute: String(at) } : null;
    const id = numbered && openRowFor(numbered, reading.fields, name.value, find, page.isVisible);
    const url = plainPattern(page.url);
    return id && url ? { url, ...rest, identity: { id, shape } } : null;
  }
  const numbers = reading.fields.filter(isNumber);
  const same = numbers.filter(({ value }) => idIn(value, shape) === recordId);
  // The page says the number and, under the same label, another.
  if (numbers.some((one) => !same.includes(one) && same.some(({ label }) => label === one.label)))
    return null;
  const confirm = same.flatMap((field) => said(field) ?? []);
  const reach = { open: confirm.length > 0, views: confirm.length > 0 || 'label' in nameFind };
  const where = addressesFor(identity, identity.from, reach, root, page);
  if (!where) return null;
  return {
    ...where,
    ...rest,
    identity: { id: { url: 'id' }, shape, ...(confirm[0] ? { confirm: [confirm[0]] } : {}) },
  };
}

/** Digits or a code; a word without a figure is as likely a view (`create`) as a record. */
const shapeFor = (id: string): 'digits' | 'code' => (/^\d+$/.test(foldFigures(id)) ? 'digits' : 'code');

const identityFrom = ({ value, label }: ReadField): ReadIdentity | null => {
  const id = idIn(value, 'code') ?? idIn(value, 'digits');
  return id === null ? null : { id, from: 'field', at: label, entity: null, address: null };
};

/** The name by its label where the page has one: it comes with the answer, a heading may run ahead of it. */
function findName(
  reading: PageReading,
  name: ReadField,
  root: Element,
  isVisible: IsVisible,
): AdapterLocate | null {
  const labelled = reading.fields.filter(
    ({ kind, label, value }) => kind === 'name' && label !== '' && sameName(value, name.value),
  );
  for (const field of labelled) {
    const found = findIn(field, root, reading, isVisible);
    if (found && 'label' in found) return found;
  }
  return findIn(name, root, reading, isVisible);
}

/** The addresses of the tab and, where the number is in that, of the frame the root stands in. */
function addressesFor(
  identity: ReadIdentity,
  from: 'path' | 'query' | 'hash' | 'hashQuery',
  reach: Reach,
  root: Element,
  { document, url }: ProposePage,
): Pick<Proposed, 'url' | 'frameUrl'> | null {
  const inner = root.ownerDocument;
  const isFramed = inner !== document && identity.address === inner.URL;
  if (identity.address !== null && identity.address !== url && !isFramed) return null;
  const place = { from, at: identity.at };
  if (!isFramed) {
    const patterns = patternsFor(url, place, reach);
    return patterns && { url: patterns.length === 1 && patterns[0] ? patterns[0] : patterns };
  }
  const tab = plainPattern(url);
  const [frameUrl] = patternsFor(inner.URL, place, { open: false, views: false }, 'b') ?? [];
  return tab && frameUrl ? { url: tab, frameUrl } : null;
}
