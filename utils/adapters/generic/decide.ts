import type { AddressReading } from './address';
import type { FieldKind } from './lexicon/kinds';
import type { Subject } from './recordWords';

/** What a page is taken for. */
export type PageSort = 'client' | 'list' | 'form' | 'other';

/** What the decision rests on; all counted on the part of the page that is read. */
export interface Evidence {
  address: AddressReading;
  hasRecord: boolean;
  /** By the page's own words. */
  worded: Subject | null;
  hasName: boolean;
  /** 0 to 2, how much the name looks like one. */
  nameLikeness: number;
  kinds: ReadonlySet<FieldKind>;
  fields: number;
  /** How many of them have a label. */
  labelled: number;
  /** Labels that belong to other records than clients. */
  otherLabels: number;
  inDialog: boolean;
  /** A list of records stands on the page, outside of what is read. */
  hasList: boolean;
  hasNumber: boolean;
  /** The fields are an account's, which says whose it is. */
  ofAccount: boolean;
  editable: number;
  empties: number;
  hasPassword: boolean;
  isNew: boolean;
  /** The page's heading names a record by a number that is not the client's: "Mandate M-3310". */
  headsOther: boolean;
  /** People are listed below the name, and nothing else is told of it. */
  overPeople: boolean;
  /** The name stands only under a label by which other records say whose they are: Client, 客户. */
  byReference: boolean;
}

export interface Decision {
  page: PageSort;
  reasons: string[];
}

/** Kinds of fields that clients have and other records seldom. */
const PERSONAL: readonly FieldKind[] = ['phone', 'email', 'address', 'birthday', 'number', 'tier', 'company'];

/** Whether a value of this kind tells of a client, also without a label. */
export const isPersonal = (kind: FieldKind): boolean => PERSONAL.includes(kind);

/** So many labels of other records are no chance where nothing says that the record is a client. */
const FOREIGN = 2;

/** Decides what a page is; every step that told is named in `reasons`. Pure. */
export function decide(evidence: Evidence): Decision {
  const { address, hasRecord, worded, hasName, kinds, fields } = evidence;
  const reasons: string[] = [];
  const say = (page: PageSort, why: string): Decision => ({ page, reasons: [...reasons, why] });
  const without = (why: string): Decision => say(restOf(evidence), why);
  const personal = PERSONAL.filter((kind) => kinds.has(kind)).length;
  if (evidence.hasPassword && personal < 2) return say('other', 'a password is asked for');
  if (evidence.isNew || (address.view === 'new' && !hasRecord))
    return without('something new is being entered');
  const subject = subjectFor(evidence);
  reasons.push(`about: ${subject ?? 'not said'}`);
  if (subject === 'other') return without('the record is no client');
  if (subject !== 'client' && evidence.otherLabels >= FOREIGN)
    return without('the fields are of another record');
  if (evidence.otherLabels >= 4 && evidence.otherLabels > personal + 1)
    return without('most fields are of another record');
  if (evidence.ofAccount && !hasRecord) return without('the fields are of an account');
  if (!hasName) return without('no name');
  if (evidence.overPeople) return without('a heading over people');
  if (subject === null && evidence.otherLabels >= 1 && personal < 4)
    return without('the fields are of another record');
  if (subject !== 'client' && evidence.headsOther) return without('the heading names another record');
  if (subject !== 'client' && evidence.byReference && !evidence.hasNumber)
    return without('the name is only whose the record is');
  if (subject === 'lead' && !(personal >= 1 && evidence.nameLikeness > 0 && evidence.otherLabels === 0))
    return without('a lead without a person');
  if (subject === 'lead' && evidence.nameLikeness < 2 && kinds.has('money'))
    return without('a lead that is a sum of money');
  if (hasRecord) {
    if (subject === null && !isTelling(evidence, personal)) return without('too little of a client');
    if (fields < 2 && subject !== 'client') return without('too few fields');
    if (fields + (evidence.nameLikeness > 0 ? 1 : 0) < 2) return without('too few fields');
    return say('client', 'the address names one record, and the page its name');
  }
  if (!evidence.inDialog && !evidence.hasNumber && subject === null)
    return without('nothing says that it is about a client');
  if (!evidence.inDialog && !evidence.hasNumber && evidence.labelled < 3)
    return without('too few fields with a label');
  if (!evidence.inDialog && evidence.hasList && fields < 5)
    return without('a list with a few fields around it');
  if (!evidence.inDialog && evidence.hasList && evidence.editable >= fields * 0.6)
    return without('a list and what filters it');
  const enough = (subject === 'client' || subject === 'lead' ? 1 : 2) - (evidence.hasNumber ? 1 : 0);
  if (fields >= 3 && personal >= Math.max(1, enough))
    return say('client', 'one name with fields of a client');
  if (worded === 'client' && evidence.hasNumber && fields >= 2)
    return say('client', 'one name and number of a client');
  return without('too few fields of a client');
}

/**
 * Whether what is shown is surely another record than a client's: by the words of the address or the page, by
 * what its fields are called, or by its heading.
 */
export function isAnother(evidence: Evidence): boolean {
  const subject = subjectFor(evidence);
  if (subject === 'client') return false;
  return subject === 'other' || evidence.otherLabels >= FOREIGN || evidence.headsOther;
}

/** Enough of a client where nothing says so: colleagues have a phone and an e-mail too, but nobody looks after them. */
const isTelling = ({ kinds, hasNumber }: Evidence, personal: number): boolean =>
  hasNumber || personal >= 3 || (personal >= 2 && (kinds.has('owner') || kinds.has('tier')));

/** Address first: it is made by the CRM, where words on the page are everybody's. */
function subjectFor({ address, worded, inDialog, hasRecord }: Evidence): Subject | null {
  // A dialog has a title of its own, and the address is that of the page below.
  if (inDialog && worded !== null && !hasRecord) return worded;
  if (address.subject === null) return worded;
  return address.subject;
}

const restOf = ({ hasList, editable, fields, empties, address, inDialog, isNew }: Evidence): PageSort => {
  if (isNew || address.view === 'new') return 'form';
  if (hasList && !inDialog) return 'list';
  if (editable >= 3 && editable >= (fields + empties) * 0.5) return 'form';
  return hasList || address.view === 'list' ? 'list' : 'other';
};
