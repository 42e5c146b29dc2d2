import type { AddressReading, NamedRecord } from './address';
import { addressesOf, isFramed } from './addressesOf';
import { badgesOf, linesOf } from './badges';
import { decide, type Evidence, isAnother, isPersonal } from './decide';
import { doubtAbout } from './doubts';
import { fieldsOf, isSortOverName, isWorth, kindOf, nameField } from './fields';
import { identityOf } from './identityOf';
import { linkedCompany } from './linked';
import { looseValues } from './loose';
import { headingsIn, isTitled, subjectInText } from './names';
import { isNewForm } from './newForm';
import { isOnlyOverPeople } from './overPeople';
import { cardsOf, ownPairs, tablesOfOthers } from './ownPairs';
import { headsOther, isReference, pickName } from './pickName';
import { type Memory, type PageReading, printOf } from './reading';
import { coverOf, isWithin, type Layout, type Seen } from './seen';
import type { Settled } from './settle';
import { nameLikeness } from './shapes';
import { isAnAccount, numberIn, otherLabels, subjectByWords } from './subject';
import { isSort, meaningOf } from './terms';
import { largeIn } from './typography';
import { borneOut, readAddresses } from './whichRecord';
import type { Zones } from './zones';

/** A page to be read. */
export interface Page extends Layout {
  document: Document;
  /** The tab's address; the document's own where it is left out. */
  url?: string;
  /** What the page before left to remember; see `remember`. */
  memory?: Memory | null;
}

/** A page taken down, with what is asked of it more than once. */
export interface Whole {
  page: Page;
  all: readonly Seen[];
  zones: Zones;
  pairs: readonly Settled[];
  pieces: readonly Seen[];
}

/** What is read of one part of a page. */
export type Reading = Omit<PageReading, 'parts'>;

/** A part of the page as read. */
export interface Part {
  reading: Reading;
  /** The name that surely heads it, whoever's it is. */
  heads: string | null;
  /** See `PagePart`. */
  another: boolean;
}

/** The rank from which on a heading of a page is one by its element. */
const HEADS = 10;

/**
 * Reads one part of a page: all of it, what lies behind its dialogs, or one of these.
 *
 * @param scope the part's box
 * @param covered the dialogs, which are read by themselves
 * @param behind of a dialog the client of the page below
 */
export function* readPart(
  whole: Whole,
  scope: Seen,
  covered: readonly Seen[],
  behind: string | null = null,
): Generator<void, Part> {
  const { page, zones } = whole;
  const inDialog = scope.parent !== null;
  const isInScope = (seen: Seen): boolean =>
    isWithin(seen, scope) && !covered.some((dialog) => dialog !== scope && isWithin(seen, dialog));
  const others = tablesOfOthers(whole.pairs.filter((pair) => isInScope(pair.box)));
  const isHere = (seen: Seen): boolean => isInScope(seen) && !others.some((table) => isWithin(seen, table));
  const pieces = whole.pieces.filter((seen) => isHere(seen) && zones.of(seen) === null);
  const title = inDialog ? '' : page.document.title;
  const here = whole.pairs.filter((pair) => isHere(pair.box) && !isTitled(pair.label, title));
  yield;
  const first = here.find(({ label, text }) => !isSort(label) && !isTitled(text, title));
  const firstField = first?.labelAt?.from ?? first?.box.from ?? Number.POSITIVE_INFINITY;
  const labels = here.flatMap(({ labelAt }) => labelAt ?? []);
  const isLabel = coverOf([...labels, ...here.flatMap(plainValues)]);
  const unlabelled = pieces.filter((piece) => !isLabel(piece));
  const headings = headingsIn(unlabelled, firstField, title, largeIn(pieces, page));
  yield;
  const addresses = addressesOf(page, here, scope);
  const addressed = readAddresses(addresses, isFramed(page, here, scope));
  const { reading: address } = addressed;
  // What a list's address says lies open is the dialog's, and nobody's behind it.
  const isOpenOver = !inDialog && covered.length > 0 && address.view === 'list';
  const worded = subjectByWords(
    whole.pieces.filter(
      (seen) => isHere(seen) && isTopOrOwn(seen, zones) && !(isLabel(seen) && saysOther(seen)),
    ),
    title,
    firstField,
    zones,
  );
  yield;
  const choice = pickName(headings, here, addressed.record?.entity ?? address.entity);
  // A name in one of several cards made alike is that of a row in a list.
  const cards = addressed.record ? [] : cardsOf(here);
  const inCard =
    choice.state === 'sure' &&
    cards.some((card) => isWithin(choice.name.heading?.seen ?? choice.name.seen, card));
  const name = choice.state === 'sure' && !inCard ? choice.name : null;
  const own = ownPairs(
    here,
    name?.heading?.seen ?? name?.seen ?? null,
    name?.text ?? null,
    addressed.record?.entity ?? address.entity,
  );
  const number = numberIn(own);
  const { record, doubt: addressDoubt } = isOpenOver
    ? { record: null, doubt: null }
    : borneOut(addressed, number, behind);
  yield;
  const claimed = here
    .filter((pair) => !isSortOverName(pair, name))
    .flatMap(({ values, labelAt }) => (labelAt ? [...values, labelAt] : values));
  const heading = name?.heading?.seen;
  const runs = whole.all.filter((seen) => seen.tag === '#text' && isHere(seen) && zones.of(seen) === null);
  const linked = linkedCompany(pieces, name, record, claimed);
  const loose = [
    ...badgesOf(runs, name, own[0]?.labelAt?.from ?? Number.POSITIVE_INFINITY, claimed),
    ...linked,
    ...linesOf(runs, name, own[0]?.labelAt?.from ?? Number.POSITIVE_INFINITY, [
      ...claimed,
      ...linked.map(({ seen }) => seen),
    ]),
    ...looseValues(
      pieces.filter((piece) => piece !== heading && piece.from > (heading?.from ?? -1)),
      claimed,
    ),
  ];
  const fields = fieldsOf(own, loose, name);
  const named = heading ?? name?.seen;
  const facts = [
    ...own
      .filter(({ text }) => text !== name?.text)
      .map(({ box, labelAt, values }) => values[0] ?? labelAt ?? box),
    ...loose.filter(({ kind }) => isPersonal(kind)).map(({ seen }) => seen),
  ];
  yield;
  const evidence: Evidence = {
    address,
    hasRecord: record !== null && !inDialogOverList(inDialog, record, address),
    worded,
    hasName: choice.state === 'two' || name !== null,
    nameLikeness: name ? nameLikeness(name.text) : choice.state === 'two' ? 2 : 0,
    kinds: new Set(
      choice.state === 'two'
        ? here.map(({ label, text }) => kindOf(label, text, null))
        : fields.map(({ kind }) => kind),
    ),
    fields: choice.state === 'two' ? here.length : fields.length,
    labelled: choice.state === 'two' ? here.length : fields.filter(({ label }) => label !== '').length,
    otherLabels: otherLabels(here.map(({ label }) => label)),
    inDialog,
    hasList: cards.length > 0 || whole.all.some((seen) => isHere(seen) && zones.of(seen) === 'list'),
    hasNumber: number !== null && number !== 'two',
    ofAccount: isAnAccount(own, number),
    editable: fields.filter(({ editable }) => editable).length,
    empties: own.length - own.filter(({ label, text }) => isWorth(label, text)).length,
    hasPassword: page.document.querySelector('input[type="password"]') !== null,
    isNew: (record?.subject ?? null) === null && isNewForm(whole.pieces.filter(isHere), own),
    headsOther: headsOther(headings, name, [record?.id, number !== 'two' ? number?.id : undefined]),
    overPeople: named !== undefined && isOnlyOverPeople(named, whole.all, isHere, facts, zones),
    byReference: name !== null && name.heading === null && isReference(name.field?.label ?? ''),
  };
  const { page: sort, reasons } = decide(evidence);
  const another = isAnother(evidence);
  const nobody = { page: sort, root: scope.element, identity: null, name: null, fields: [] };
  const [top] = headings;
  const heads = top && top.rank >= HEADS && nameLikeness(top.text) === 2 ? top.text : null;
  if (sort !== 'client') return { reading: { ...nobody, reasons }, heads, another };
  const doubt =
    choice.state === 'two'
      ? `two names: ${choice.texts.join(', ')}`
      : (addressDoubt ??
        doubtAbout({
          record,
          number,
          all: whole.all,
          pieces,
          memory: page.memory ?? null,
          name: name?.text ?? '',
          print: printOf(fields),
          zones,
          addresses,
        }));
  // Where it is not sure whose page it is, nothing on it is anybody's.
  if (doubt !== null || !name)
    return { reading: { ...nobody, reasons: [...reasons, doubt ?? 'no name'] }, heads, another };
  const identity = identityOf({
    record,
    number,
    name: name.text,
    pairs: own,
    addresses,
    all: whole.all,
    scope,
  });
  return { reading: { ...nobody, identity, name: nameField(name), fields, reasons }, heads, another };
}

/** What stands under a label that is of no name is none, however it is drawn. */
const plainValues = ({ label, values }: Settled): readonly Seen[] =>
  /^(?:name|company|person)$/.test(meaningOf(label)?.kind ?? 'name') ? [] : values;

/** A label such as 持有产品 says what the client has, and not what the page is about. */
const saysOther = ({ text }: Seen): boolean => subjectInText(text) === 'other';

const isTopOrOwn = (seen: Seen, zones: Zones): boolean => {
  const zone = zones.of(seen);
  return zone === null || zone === 'chrome';
};

/** A record in the address of a list is not the dialog's. */
const inDialogOverList = (inDialog: boolean, record: NamedRecord, address: AddressReading): boolean =>
  inDialog && (record.subject === null || address.view === 'list');
