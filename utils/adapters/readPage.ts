import { type Groups, matchAddress } from './address';
import type { CompiledAdapter, CompiledPage, IdShape, IdSource, RawField, RawSighting } from './compiled';
import { readContacts } from './contactList';
import { MAX_FIELD_TEXT, MAX_FIELDS, MAX_NAME, MAX_RECORD_ID } from './limits';
import { type Locator, locatorFor } from './locate';
import { cleanText, foldFigures, isNothing } from './text';
import { lookUp, transform } from './transforms/transform';
import { follow, type IsVisible, isTree, queryAll, type Tree, treesUnder } from './trees';

/** Why a page that should show one client cannot be trusted to. */
export type Doubt =
  | 'twoRoots'
  | 'twoIds'
  | 'twoNames'
  | 'mismatch' // two places of the page, or the page and its address, name different records
  | 'unknownKind'
  | 'unreadable'; // a selector the browser does not know, or a frame that went away under the reader

/** What one page of an adapter makes of the document. */
export type PageReading =
  | { state: 'sighted'; sighting: RawSighting; marks: Node[]; root: Element; frames: Element[] }
  /** The address fits, the client is not (all) there yet; `begun` if its root is. */
  | { state: 'waiting'; begun: boolean; reached: Tree[]; frames: Element[] }
  | { state: 'doubtful'; why: Doubt; reached: Tree[]; frames: Element[] };

/** A page of an adapter whose address pattern fits the tab's address. */
export interface Candidate {
  adapter: CompiledAdapter;
  page: CompiledPage;
  groups: Groups;
}

/** All pages that the tab's address fits, in the adapters' order. */
export function candidatesFor(adapters: readonly CompiledAdapter[], address: string): Candidate[] {
  return adapters.flatMap((adapter) =>
    adapter.pages.flatMap((page) => {
      const groups = matchAddress(page.url, address);
      return groups ? [{ adapter, page, groups }] : [];
    }),
  );
}

/** An id as it is compared; null where a text is none of this shape, or could be two. */
export function idIn(text: string, shape: IdShape): string | null {
  const plain = foldFigures(cleanText(text, 400));
  if (shape === 'word') return /^[\w.-]{1,128}$/.test(plain) ? plain : null;
  const [only, second] = plain.match(/\d+/g) ?? [];
  return only !== undefined && second === undefined && only.length <= MAX_RECORD_ID ? only : null;
}

/**
 * Reads one page of an adapter from the document of the tab. Pure: looks at the document and nothing else.
 *
 * A client is sighted only if the path leads to exactly one visible root, its document has arrived, all
 * that must be there is and nothing that must not, one id is found, every other place that names the
 * record names the same, and there is one name. Anything less is waiting or doubtful, never a guess.
 */
export function readPage(candidate: Candidate, document: Document, isVisible: IsVisible): PageReading {
  const { page } = candidate;
  let reached: Tree[] = [document];
  let frames: Element[] = [];
  try {
    const walked = follow(page.root, document, isVisible);
    ({ reached, frames } = walked);
    const [root, second] = walked.found;
    if (second) return { state: 'doubtful', why: 'twoRoots', reached, frames };
    if (!root) return { state: 'waiting', begun: false, reached, frames };
    return readRoot(candidate, root, { reached, frames }, isVisible);
  } catch {
    return { state: 'doubtful', why: 'unreadable', reached, frames };
  }
}

type Way = Pick<Extract<PageReading, { state: 'waiting' }>, 'reached' | 'frames'>;

function readRoot(
  { adapter, page, groups: tabGroups }: Candidate,
  root: Element,
  way: Way,
  isVisible: IsVisible,
): PageReading {
  const doubt = (why: Doubt): PageReading => ({ state: 'doubtful', why, ...way });
  const waiting: PageReading = { state: 'waiting', begun: true, ...way };
  const groups = groupsOf(page, root, tabGroups);
  if (groups === null || !hasArrived(root)) return waiting;

  const trees = treesUnder(root, isVisible);
  const around = [...trees, ...surroundings(root)];
  const { visible, absent } = page.ready;
  if (!visible.every((selector) => queryAll(trees, selector, isVisible).length > 0)) return waiting;
  if (absent.some((selector) => queryAll(around, selector, isVisible).length > 0)) return waiting;

  const locate = locatorFor(page, trees, isVisible);
  const identity = readIdentity(page, groups, locate);
  if (identity.state === 'none') return waiting;
  if (identity.state === 'doubt') return doubt(identity.why);

  const names = locate(page.name.find).map(({ node, text }) => ({
    node,
    name: nameIn(text, page.name.until),
  }));
  const name = names[0]?.name;
  if (!name) return waiting;
  if (names.some((other) => other.name !== name)) return doubt('twoNames');

  const kind = readKind(page, locate);
  if (kind === 'missing') return waiting;
  if (kind === null) return doubt('unknownKind');

  return {
    state: 'sighted',
    root,
    frames: way.frames,
    marks: [...identity.marks, ...names.map(({ node }) => node)],
    sighting: {
      adapter: adapter.id,
      record: { crmId: adapter.crmId, entity: page.entity, recordId: identity.id },
      kind,
      name,
      fields: readFields(page, locate),
      contacts: page.contacts ? readContacts(page.contacts, trees, isVisible) : [],
    },
  };
}

/** The named parts of the tab's address and, where a frame's counts too, of the root's own document. */
function groupsOf(page: CompiledPage, root: Element, tabGroups: Groups): Groups | null {
  if (page.frameUrl === null) return tabGroups;
  const inner = matchAddress(page.frameUrl, root.ownerDocument.defaultView?.location.href ?? '');
  return inner && new Map([...tabGroups, ...inner]);
}

/** Whether the root's document has been parsed, and nothing around the root says that it is busy. */
function hasArrived(root: Element): boolean {
  return root.ownerDocument.readyState !== 'loading' && root.closest('[aria-busy="true"]') === null;
}

/** The tree the root itself stands in: a spinner may lie beside the root or over it. */
function surroundings(root: Element): Tree[] {
  const home = root.getRootNode();
  return isTree(home) ? [home] : [];
}

type Identity =
  | { state: 'sure'; id: string; marks: Node[] }
  | { state: 'none' }
  | { state: 'doubt'; why: Doubt };

function readIdentity(page: CompiledPage, groups: Groups, locate: Locator): Identity {
  const { id: source, shape, confirm } = page.identity;
  const marks: Node[] = [];
  const read = (from: IdSource): string[] => {
    if (from.from === 'url') return idsIn([groups.get(from.group) ?? ''], shape);
    const found = locate(from.find);
    marks.push(...found.map(({ node }) => node));
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
  const name = until === 'bracket' ? clean.replace(/\s*[(（[【].*$/u, '') : clean;
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
const readFields = (page: CompiledPage, locate: Locator): RawField[] =>
  page.fields.slice(0, MAX_FIELDS).flatMap(({ key, label, find, as }) => {
    const texts = locate(find).map(({ text }) => cleanText(text, MAX_FIELD_TEXT));
    const [text, other] = new Set(texts);
    const value = text === undefined || other !== undefined ? null : transform(text, as);
    return value ? [{ key, label, value }] : [];
  });
