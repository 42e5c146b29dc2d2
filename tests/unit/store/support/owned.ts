import {
  type ClientId,
  contactId,
  creditId,
  holdingId,
  opportunityId,
  policyId,
  relationId,
} from '@/utils/domain/schema/ids';
import type { JournalledTable, StoredBodies } from '@/utils/store/rows/bodies';
import { aCredit, aHolding, anOpportunity, aPolicy, aRelation, aVisit } from '../../domain/buildFacts';
import { aNote, newNoteId } from './book';

/** Tables of rows that are a client's own, have an id of theirs, and are really removed. */
export const OWNED = [
  'notes',
  'relations',
  'holdings',
  'policies',
  'credits',
  'opportunities',
  'visits',
] as const satisfies readonly JournalledTable[];
export type OwnedTable = (typeof OWNED)[number];
export type Owned = StoredBodies[OwnedTable];

interface OwnedKind<Body> {
  /** A new row of `of`; `other` is another client of the book, if there is one. */
  make(of: ClientId, other: ClientId): Body;
  /** The row with one text changed. */
  reword(body: Body, text: string): Body;
}

export const owned: { readonly [Table in OwnedTable]: OwnedKind<StoredBodies[Table]> } = {
  notes: { make: (of) => aNote(of), reword: (body, text) => ({ ...body, text }) },
  relations: {
    make: (of, other) => aRelation(0, { id: relationId.parse(newNoteId()), clientId: of, other }),
    reword: (body, name) => ({ ...body, name, other: name === '宁波' ? null : body.other }),
  },
  holdings: {
    make: (of) => aHolding(0, { id: holdingId.parse(newNoteId()), clientId: of }),
    reword: (body, name) => ({ ...body, name }),
  },
  policies: {
    make: (of) => aPolicy(0, { id: policyId.parse(newNoteId()), clientId: of }),
    reword: (body, insurer) => ({ ...body, insurer }),
  },
  credits: {
    make: (of) => aCredit(0, { id: creditId.parse(newNoteId()), clientId: of }),
    reword: (body, collateral) => ({ ...body, collateral }),
  },
  opportunities: {
    make: (of) => anOpportunity(0, { id: opportunityId.parse(newNoteId()), clientId: of }),
    reword: (body, product) => ({ ...body, product }),
  },
  visits: {
    make: (of) => aVisit(0, { id: contactId.parse(newNoteId()), clientId: of }),
    reword: (body, canDo) => ({ ...body, canDo }),
  },
};
