import { atOnce } from './atOnce';
import { candidatePairs, piecesIn } from './candidates';
import { dialogsIn } from './dialogs';
import { sameName } from './names';
import type { PagePart, PageReading } from './reading';
import { type Page, type Part, type Reading, readPart, type Whole } from './readPart';
import { allSeen, type Seen } from './seen';
import { settle } from './settle';
import { takeDown } from './takeDown';
import { zonesOf } from './zones';

/**
 * Reads any page without an adapter: whether it shows one client, which one, and his fields. Pure and
 * deterministic: looks at the document and nothing else. Where two things disagree (a heading and the
 * fields, the address and the page's own links) there is no identity: wrong data is worse than none.
 */
export const readAnyPage = (page: Page): PageReading => atOnce(readingSteps(page));

/**
 * The same in slices: a generator that yields after little work each time, so that a caller may let the
 * page breathe between. The page must not change meanwhile; where it did, start again.
 */
export function* readingSteps(page: Page): Generator<void, PageReading> {
  return claimed(yield* draftSteps(page));
}

/** A client of whom nothing says which one he is has no fields: they would be anybody's. */
const claimed = (reading: PageReading): PageReading =>
  reading.page !== 'client' || reading.identity !== null || reading.name === null
    ? reading
    : {
        ...reading,
        name: null,
        fields: [],
        reasons: [...reading.reasons, 'nothing says which client it is'],
      };

/**
 * What is read also where nobody may be claimed: for the wizard, whose user says himself which record it is.
 * In slices as `readingSteps`.
 */
export function* draftSteps(page: Page): Generator<void, PageReading> {
  const { document } = page;
  const body = document.body ?? document.documentElement;
  const top = yield* takeDown(body, page);
  yield;
  const all = allSeen(top);
  yield;
  const zones = yield* zonesOf(all);
  yield;
  const pairs = yield* settle(yield* candidatePairs(all, zones));
  yield;
  const whole: Whole = { page, all, zones, pairs, pieces: piecesIn(all) };
  yield;
  const dialogs = dialogsIn(all, pairs, page);
  yield;
  const { reading, parts } = yield* dialogs.length > 0 ? layersOf(whole, top, dialogs) : alone(whole, top);
  return { ...reading, parts };
}

/** What counts of a page, and what its parts are. */
type Layers = Pick<PageReading, 'parts'> & { reading: Reading };

function* alone(whole: Whole, top: Seen): Generator<void, Layers> {
  const { reading, another, heads } = yield* readPart(whole, top, []);
  return { reading, parts: [{ root: reading.root, another, heads }] };
}

/** The dialogs over a page one by one, until one tells with what lies behind; the page with all of them otherwise. */
function* layersOf(whole: Whole, top: Seen, dialogs: readonly Seen[]): Generator<void, Layers> {
  const behind = yield* readPart(whole, top, dialogs);
  const read = new Map([[top, behind]]);
  const partsOf = (): PagePart[] =>
    [...dialogs, top].map((part) => {
      const { another = false, heads = null } = read.get(part) ?? {};
      return { root: part.element, another, heads };
    });
  for (const dialog of dialogs) {
    const part = yield* readPart(whole, dialog, dialogs, behind.reading.identity?.id ?? null);
    read.set(dialog, part);
    const reading = choose(part.reading, behind);
    if (reading) return { reading, parts: partsOf() };
    yield;
  }
  const { reading } = yield* readPart(whole, top, []);
  return { reading, parts: partsOf() };
}

/** So many fields are of somebody. */
const TELLING = 3;

/**
 * The dialog or the page behind it. A dialog over a client's page that shows him too is his; one about
 * somebody else leaves the page behind as it is; over anything else the dialog is what the user looks at.
 */
function choose(dialog: Reading, { reading: behind, heads }: Part): Reading | null {
  if (
    behind.page !== 'client' ||
    !behind.name ||
    behind.identity?.from === 'row' ||
    isHollow(behind, dialog)
  ) {
    const isTelling = dialog.page !== 'other' || dialog.fields.length >= TELLING;
    if (!isTelling) return null;
    // The address is that of the page behind: where that is headed by another name, it is his.
    const isOthers =
      heads !== null && dialog.name !== null && !sameName(heads, dialog.name.value) && isAddressed(dialog);
    return isOthers ? { ...dialog, identity: null } : dialog;
  }
  if (dialog.name && sameName(dialog.name.value, behind.name.value) && dialog.page === 'client')
    return { ...dialog, identity: dialog.identity ?? behind.identity };
  return { ...behind, reasons: [...behind.reasons, 'a dialog about something else lies over it'] };
}

/**
 * A page of whom nothing but its address and a name tells, under a dialog that has a client's fields: the address of
 * a drawer over a list names whom the drawer shows, and the name in the list may be anybody's, the user's own too.
 */
const isHollow = (behind: Reading, dialog: Reading): boolean =>
  dialog.page === 'client' && dialog.fields.length >= TELLING && behind.fields.length < TELLING;

const isAddressed = ({ identity }: Reading): boolean =>
  identity !== null && identity.from !== 'field' && identity.from !== 'row';

export type { PageReading } from './reading';
