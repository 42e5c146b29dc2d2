import type { CompiledAdapter, CompiledPage, RawSighting } from '../compiled';
import { UNAIDED } from '../compiled';
import { MAX_NAME } from '../limits';
import type { Found } from '../locate';
import { type Candidate, idIn, type PageReading as PageSeen } from '../readPage';
import type { Look, Recognition } from '../recognise';
import { cleanText, foldFigures, foldLabel } from '../text';
import { readAddress } from './address';
import { guessKind, isCompanyName } from './clientKind';
import { contradicts } from './contradicts';
import { entityFor } from './entity';
import { joinedFields } from './joinedFields';
import { sameName } from './names';
import { type PageReading, partAt } from './reading';

/*
 * What an adapter leaves to the generic reader: pages it has no page for, and fields it does not name. The
 * adapter's own word goes first; where the two do not speak of the same client nothing is added.
 */

/** What the generic reader made of the tab's document. */
export interface Unaided {
  reading: PageReading;
  /** It was read so more than once, some time apart: what was loading has loaded. */
  lasting: boolean;
}

/** A page that says less of a client than this is not taken for his without an adapter's word. */
const FEWEST = 2;

/** Stands for all pages without an adapter page of their own; nothing in it finds anything. */
const PAGE: CompiledPage = {
  id: UNAIDED,
  url: [],
  frameUrl: null,
  entity: {},
  kind: { fixed: 'individual' },
  root: ['body'],
  container: null,
  ready: { visible: [], absent: [] },
  identity: { id: { from: 'url', group: 'id' }, shape: 'word', confirm: [] },
  name: {
    find: { by: 'selector', selector: 'h1', attribute: null, after: null, before: null },
    until: 'end',
    pinned: false,
  },
  fields: [],
  lists: [],
  labels: { who: [], all: [] },
};

/** The page without an adapter's page at an address, and the record that the address names, if it names one. */
export function unaidedCandidate(adapter: CompiledAdapter, address: string): Candidate {
  const [record] = readAddress(address).records;
  return { adapter, page: PAGE, groups: new Map(record ? [['id', record.id]] : []) };
}

/** Whether a page says itself, and surely, whose it is: by a label, a number, or where the user has pointed. */
const isFirm = ({ name, identity }: CompiledPage): boolean =>
  name.pinned || name.find.by === 'label' || identity.id.from === 'page' || identity.confirm.length > 0;

/** Whether a reading is of the client that the adapter has sighted. */
function isSame({ identity, name, page }: PageReading, seen: RawSighting, own: CompiledPage): boolean {
  if (page !== 'client' || !name) return false;
  const isAddressed = identity !== null && identity.from !== 'field' && identity.from !== 'row';
  const { id } = own.identity;
  if (id.from === 'url' && isAddressed) {
    if (foldFigures(identity.id) !== seen.record.recordId) return false;
    if (!isFirm(own)) return true;
  }
  return sameName(name.value, seen.name);
}

/**
 * Whether a page leaves open whose it is for the reader to say whether it is anybody's: its address names no
 * record, so that a loan at the same address may show its borrower's number under the same label. Where the user
 * has pointed at the name his word stands.
 */
const isOpen = ({ identity, name }: CompiledPage): boolean => identity.id.from === 'page' && !name.pinned;

/** Whether a page found who it is in what shows another record. */
const isOnAnother = (reading: PageReading, marks: readonly Found[]): boolean =>
  marks.some(({ node }) => partAt(reading, node)?.another);

/** The places in which a page of an adapter found who it is. */
const marksIn = ({ readings }: Look, seen: RawSighting): readonly Found[] =>
  readings.flatMap(({ reading }) =>
    reading.state === 'sighted' && reading.sighting === seen ? reading.marks : [],
  );

/** The sighting that a reading is by itself, on a page of the adapter's or on none; null where it is not sure whose it is. */
function sightingOf(
  reading: PageReading,
  adapter: CompiledAdapter,
  own: CompiledPage = PAGE,
  fewest = FEWEST,
): RawSighting | null {
  const { identity, name, page, fields } = reading;
  if (page !== 'client' || !identity || !name || fields.length < fewest) return null;
  const entity = entityFor(identity);
  const kind = guessKind(name.value, fields, entity);
  return {
    adapter: adapter.id,
    page: own.id,
    record: { crmId: adapter.crmId, entity, recordId: foldFigures(identity.id) },
    kind,
    name: cleanText(name.value, MAX_NAME),
    fields: joinedFields(reading, adapter, [], own, kind),
    lists: [],
  };
}

/** A sighting with what was read beside it; the name as the reader has it, who knows what in a heading is none. */
function completed(
  seen: RawSighting,
  reading: PageReading,
  adapter: CompiledAdapter,
  own: CompiledPage,
): RawSighting {
  const name = own.name.pinned ? seen.name : cleanText(reading.name?.value ?? seen.name, MAX_NAME);
  const kind = seen.kind === 'individual' && isCompanyName(name) ? 'company' : seen.kind;
  return { ...seen, name, kind, fields: joinedFields(reading, adapter, seen.fields, own, kind) };
}

/** Doubts about which of two on the page is meant; any other is about the page itself. */
const WHICH_OF_TWO: ReadonlySet<string> = new Set(['mismatch', 'twoIds', 'twoNames']);

/**
 * The client of a page on which an adapter finds two numbers or two names under its labels, his and a relative's
 * or those of a list behind: the reader tells his own fields from others', and has the number that the address
 * names under the very label by which the adapter knows it; or, where the address is that number and only the name is in doubt,
 * the name under the adapter's label. Null where it has not.
 */
function settledBy(reading: PageReading, { readings }: Look, adapter: CompiledAdapter): RawSighting | null {
  const [only, second] = readings.filter(({ reading: { state } }) => state !== 'waiting');
  if (!only || second || only.candidate.adapter.id !== adapter.id) return null;
  const { page, groups } = only.candidate;
  if (only.reading.state !== 'doubtful' || !WHICH_OF_TWO.has(only.reading.why)) return null;
  const seen = sightingOf(reading, adapter, page);
  if (!seen || page.entity[seen.kind] !== seen.record.entity) return null;
  const { id, shape, confirm } = page.identity;
  const isTheOne = (text: string): boolean => idIn(text, shape) === seen.record.recordId;
  if (id.from === 'url' && !isTheOne(groups.get(id.group) ?? '')) return null;
  const labels = [id, ...confirm].flatMap((source) =>
    source.from === 'page' && source.find.by === 'label' ? source.find.labels : [],
  );
  const { find } = page.name;
  const isNamed = id.from === 'url' && only.reading.why === 'twoNames';
  const names = isNamed && find.by === 'label' ? find.labels : [];
  const isBorneOut = reading.fields.some(
    ({ label, value }) =>
      (labels.includes(foldLabel(label)) && isTheOne(value)) ||
      (names.includes(foldLabel(label)) && sameName(value, seen.name)),
  );
  return isBorneOut ? seen : null;
}

/**
 * Whether the address is one under which the adapter knows the very client that the reader has told, where the page does
 * not say of him what the adapter waits for: the tab of his activities, with a heading and no field.
 */
const isAwaited = ({ identity }: PageReading, { readings }: Look, adapter: CompiledAdapter): boolean =>
  identity !== null &&
  identity.from !== 'field' &&
  identity.from !== 'row' &&
  readings.some(({ candidate, reading: { state } }) => {
    const { id, shape } = candidate.page.identity;
    if (state !== 'waiting' || candidate.adapter.id !== adapter.id || id.from !== 'url') return false;
    return idIn(candidate.groups.get(id.group) ?? '', shape) === foldFigures(identity.id);
  });

/** What says who it is: the name, and numbers of the client's. */
export function marksOf({ name, fields }: PageReading): Found[] {
  const saying = fields.filter(({ kind, label }) => kind === 'number' && label !== '');
  return [...(name ? [name] : []), ...saying].map(({ element, value, label }) => ({
    node: element,
    attribute: null,
    text: value,
    label,
  }));
}

/**
 * What the tab shows, by the adapters and by what was read without them.
 *
 * @param base what the adapters make of the document
 * @param read the last reading of this address; null while there is none yet
 */
export function joinUnaided(
  base: Look,
  adapter: CompiledAdapter,
  read: Unaided | null,
  document: Document,
  address: string,
): Look {
  const candidate = unaidedCandidate(adapter, address);
  const resting: PageSeen = {
    state: 'waiting',
    reached: [],
    frames: [],
    root: null,
    groups: candidate.groups,
  };
  const answer = (recognition: Recognition, reading: PageSeen): Look => ({
    recognition,
    readings: [...base.readings, { candidate, reading }],
  });
  const { recognition } = base;
  /** A client whom the reader alone has told. */
  const told = (sighting: RawSighting, reading: PageReading): Look =>
    answer(
      { state: 'sighting', sighting },
      { ...resting, state: 'sighted', root: document.body, sighting, marks: marksOf(reading) },
    );
  if (recognition.state === 'ambiguous') {
    const sighting = read?.lasting ? settledBy(read.reading, base, adapter) : null;
    return sighting && read ? told(sighting, read.reading) : answer(recognition, resting);
  }
  if (recognition.state === 'sighting') {
    const { sighting } = recognition;
    const own = adapter.pages.find(({ id }) => id === sighting.page);
    if (!own || sighting.adapter !== adapter.id) return answer(recognition, resting);
    const isSure = isFirm(own);
    if (isOpen(own)) {
      if (!read) return answer({ state: 'waiting' }, resting);
      if (isOnAnother(read.reading, marksIn(base, sighting)))
        return answer({ state: read.lasting ? 'none' : 'waiting' }, resting);
    }
    if (!read || !(isSure || read.lasting))
      return answer(isSure ? recognition : { state: 'waiting' }, resting);
    if (!own.name.pinned && contradicts(read.reading, marksIn(base, sighting), sighting))
      return answer(read.lasting ? { state: 'ambiguous', why: 'twoNames' } : { state: 'waiting' }, resting);
    if (!isSame(read.reading, sighting, own))
      return answer(isSure ? recognition : { state: 'ambiguous', why: 'twoNames' }, resting);
    return answer({ state: 'sighting', sighting: completed(sighting, read.reading, adapter, own) }, resting);
  }
  const searching: PageSeen = { ...resting, reached: [document] };
  if (!read) return answer({ state: 'waiting' }, searching);
  const isClient = read.reading.page === 'client';
  if (!read.lasting) return answer(isClient ? { state: 'waiting' } : recognition, searching);
  const fewest = isAwaited(read.reading, base, adapter) ? 0 : FEWEST;
  const sighting = sightingOf(read.reading, adapter, PAGE, fewest);
  if (!sighting) {
    const isTwo = isClient && !read.reading.identity;
    return answer(isTwo ? { state: 'ambiguous', why: 'mismatch' } : recognition, searching);
  }
  return told(sighting, read.reading);
}
