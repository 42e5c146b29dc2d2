import { type Groups, matchAddress } from './address';
import type { CompiledAdapter, CompiledPage, IdShape, IdSource, RawField, RawSighting } from './compiled';
import { MAX_FIELD_TEXT, MAX_FIELDS, MAX_NAME, MAX_RECORD_ID } from './limits';
import { type Found, type Locator, locatorFor } from './locate';
import { readRows } from './rowReader';
import { cleanText, foldFigures, isNothing, lookUp } from './text';
import { follow, type IsVisible, isArriving, isTree, queryAll, type Tree, treesUnder } from './trees';

/** Why a page that should show one client cannot be trusted to. */
export type Doubt =
  | 'twoRoots'
  | 'twoIds'
  | 'twoNames'
  | 'mismatch' // two places of the page, or the page and its address, name different records
  | 'unknownKind'
  | 'unreadable'; // a selector the browser does not know, or a frame that went away under the reader

/** How the reader got where it is: what has to be watched for changes. */
export interface Way {
  /** The trees in which the root was found, or in which it is missing. */
  reached: readonly Tree[];
  /** Frames on the way. */
  frames: readonly Element[];
  /** The one element that holds the client, if it is there. */
  root: Element | null;
  /** The named parts of the addresses, the frame's among them once the root is there. */
  groups: Groups;
}

/** What one page of an adapter makes of the document. */
export type PageReading = Way &
  (
    | { state: 'sighted'; sighting: RawSighting; root: Element; marks: readonly Found[] }
    /** The address fits; the client is not there yet, or not all of it. */
    | { state: 'waiting' }
    | { state: 'doubtful'; why: Doubt }
  );

/** A page of an adapter whose address pattern fits the tab's address. */
export interface Candidate {
  adapter: CompiledAdapter;
  page: CompiledPage;
  groups: Groups;
}

/** Whether the page itself names its record, or only its address does. */
export const namesRecord = ({ identity: { id, confirm } }: CompiledPage): boolean =>
  [id, ...confirm].some(({ from }) => from === 'page');

/** Whether the tab's address itself names a record: a client is then due, however empty the page still is. */
export const isDue = ({ page, groups }: Candidate): boolean => {
  const { id, shape } = page.identity;
  // `/client/new` is the address of a form.
  return id.from === 'url' && idIn(groups.get(id.group) ?? '', shape) !== null;
};

/** All pages that the tab's address fits, in the adapters' order. */
export function candidatesFor(adapters: readonly CompiledAdapter[], address: string): Candidate[] {
  const url = new URL(address);
  return adapters.flatMap((adapter) =>
    adapter.pages.flatMap((page) => {
      for (const pattern of page.url) {
        const groups = matchAddress(pattern, url);
        if (groups) return [{ adapter, page, groups }];
      }
      return [];
    }),
  );
}

/** Figures in groups with spaces between them, as one number is written for the eye: no mobile phone's, no day. */
const GROUPS = /^(?!1\d\d \d{4} \d{4}$|(?:19|20)\d\d [01]\d\b)\d{2,6}(?: \d{2,6}){1,3}$/;

/** A number without the spaces that only group its figures: 4471 9032 and 44719032 are one. */
export const closedUp = (plain: string): string => (GROUPS.test(plain) ? plain.replaceAll(' ', '') : plain);

/** An id as it is compared; null where a text is none of this shape, or could be two. */
export function idIn(text: string, shape: IdShape): string | null {
  const plain = foldFigures(cleanText(text, 400));
  if (shape === 'code' && !/\d/.test(plain)) return null;
  if (shape !== 'digits') return /^[\w.-]{1,128}$/.test(plain) ? plain : null;
  const [only, second] = closedUp(plain).match(/\d+/g) ?? [];
  return only !== undefined && second === undefined && only.length <= MAX_RECORD_ID ? only : null;
}

/**
 * Reads one page of an adapter from the document of the tab. Pure: looks at the document and nothing else.
 *
 * A client is sighted only if the path leads to exactly one visible root, its document has arrived, all
 * that must be there is and nothing that must not, one id is found, every other place that names the
 * record names the same, and there is one name. Anything less is waiting or doubtful, never a guess.
 *
 * @param whole read fields and lists too, or only who it is
 */
export function readPage(
  candidate: Candidate,
  document: Document,
  isVisible: IsVisible,
  whole: boolean,
): PageReading {
  let way: Way = { reached: [document], frames: [], root: null, groups: candidate.groups };
  try {
    const { found, reached, frames } = follow(candidate.page.root, document, isVisible);
    const [root = null, second] = found;
    way = { ...way, reached, frames, root };
    if (second) return { state: 'doubtful', why: 'twoRoots', ...way };
    // Beside a client's frame that of the next one may be loading.
    if (frames.some(isArriving)) return { state: 'waiting', ...way };
    return root ? readRoot(candidate, root, way, isVisible, whole) : { state: 'waiting', ...way };
  } catch {
    return { state: 'doubtful', why: 'unreadable', ...way };
  }
}

function readRoot(
  { adapter, page, groups: tabGroups }: Candidate,
  root: Element,
  before: Way,
  isVisible: IsVisible,
  whole: boolean,
): PageReading {
  const groups = groupsOf(page, root, tabGroups);
  const way = { ...before, groups: groups ?? tabGroups };
  const doubt = (why: Doubt): PageReading => ({ state: 'doubtful', why, ...way });
  const waiting: PageReading = { state: 'waiting', ...way };
  const trees = treesUnder(root, isVisible);
  if (groups === null || !hasArrived(root) || !isReady(page, root, trees, isVisible)) return waiting;

  // Where only the address names the record, it takes the fields to tell an old page from a new one.
  const all = whole || !namesRecord(page);
  const locate = locatorFor(all ? page.labels.all : page.labels.who, trees, isVisible);
  const identity = readIdentity(page, groups, locate);
  if (identity.state === 'none') return waiting;
  if (identity.state === 'doubt') return doubt(identity.why);

  const named = locate(page.name.find);
  const [name, otherName] = new Set(named.map(({ text }) => nameIn(text, page.name.until)));
  if (!name) return waiting;
  if (otherName !== undefined) return doubt('twoNames');

  const kind = readKind(page, locate);
  if (kind === 'missing') return waiting;
  const entity = kind === null ? undefined : page.entity[kind];
  if (kind === null || entity === undefined) return doubt('unknownKind');

  return {
    state: 'sighted',
    ...way,
    root,
    marks: [...identity.marks, ...named],
    sighting: {
      adapter: adapter.id,
      page: page.id,
      record: { crmId: adapter.crmId, entity, recordId: identity.id },
      kind,
      name,
      fields: all ? readFields(page, kind, locate) : [],
      lists: all ? page.lists.map((list) => readRows(list, trees, isVisible)) : [],
    },
  };
}

/** The named parts of the tab's address and, where a frame's counts too, of the root's own document. */
function groupsOf(page: CompiledPage, root: Element, tabGroups: Groups): Groups | null {
  if (page.frameUrl === null) return tabGroups;
  const inner = matchAddress(page.frameUrl, new URL(root.ownerDocument.URL));
  return inner && new Map([...tabGroups, ...inner]);
}

/** Whether the root's document has been parsed, and nothing around the root says that it is busy. */
function hasArrived(root: Element): boolean {
  return root.ownerDocument.readyState !== 'loading' && root.closest('[aria-busy="true"]') === null;
}

/** The adapter's own condition: all that must be seen is, in the root; nothing that must not, in or around it. */
function isReady(page: CompiledPage, root: Element, trees: readonly Tree[], isVisible: IsVisible): boolean {
  const { visible, absent } = page.ready;
  const home = root.getRootNode();
  // A spinner may lie beside the root or over it.
  const around = isTree(home) ? [...trees, home] : trees;
  return (
    visible.every((selector) => queryAll(trees, selector, isVisible).length > 0) &&
    absent.every((selector) => queryAll(around, selector, isVisible).length === 0)
  );
}

type Identity =
  | { state: 'sure'; id: string; marks: Found[] }
  | { state: 'none' }
  | { state: 'doubt'; why: Doubt };

function readIdentity(page: CompiledPage, groups: Groups, locate: Locator): Identity {
  const { id: source, shape, confirm } = page.identity;
  const marks: Found[] = [];
  const read = (from: IdSource): string[] => {
    if (from.from === 'url') return idsIn([groups.get(from.group) ?? ''], shape);
    const found = locate(from.find);
    marks.push(...found);
    return idsIn(
      found.map(({ text }) => text),
      shape,
    );
  };
  const [id, other] = read(source);
  if (id === undefined) return { state: 'none' };
  if (other !== undefined) return { state: 'doubt', why: 'twoIds' };
  for (const witness of confirm) {
    const [said, also] = read(witness);
    if (said === undefined) return { state: 'none' };
    if (said !== id || also !== undefined) return { state: 'doubt', why: 'mismatch' };
  }
  return { state: 'sure', id, marks };
}

/** The different ids that some texts hold; a text without one adds none. */
const idsIn = (texts: readonly string[], shape: IdShape): string[] => [
  ...new Set(texts.map((text) => idIn(text, shape)).filter((id) => id !== null)),
];

function nameIn(text: string, until: 'end' | 'bracket'): string {
  const clean = cleanText(text, MAX_NAME);
  const name = until === 'bracket' ? clean.replace(/\s*[(\uff08[\u3010].*$/u, '') : clean;
  return isNothing(name) ? '' : name;
}

function readKind(page: CompiledPage, locate: Locator): RawSighting['kind'] | 'missing' | null {
  if ('fixed' in page.kind) return page.kind.fixed;
  const { find, kinds } = page.kind;
  const texts = locate(find).map(({ text }) => text);
  if (texts.length === 0) return 'missing';
  const [kind, other] = new Set(texts.map((text) => lookUp(kinds, text)));
  return kind === undefined || other !== undefined ? null : kind;
}

/** The fields of the page; one that is not there, is empty or says two things is left out. */
const readFields = (page: CompiledPage, kind: RawSighting['kind'], locate: Locator): RawField[] =>
  page.fields.slice(0, MAX_FIELDS).flatMap(({ key, label, only, find }) => {
    if (only !== null && only !== kind) return [];
    const found = locate(find);
    const [text, other] = new Set(found.map((one) => cleanText(one.text, MAX_FIELD_TEXT)));
    if (text === undefined || other !== undefined || isNothing(text)) return [];
    return [{ key, label: label ?? found[0]?.label ?? key, text }];
  });
