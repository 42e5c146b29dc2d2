import type { PageSort } from './decide';
import { isHolderOf } from './holders';
import type { FieldKind } from './lexicon/kinds';

/** One field of a record, as read without an adapter. */
export interface ReadField {
  /** In the page's own words; empty where the value stands without a label. */
  label: string;
  value: string;
  kind: FieldKind;
  /** 0 to 1: how sure it is that this is a field of the record, with this label. */
  confidence: number;
  /** Where the value stands. */
  element: Element;
  /** Where its label stands; null where there is none, or only in an attribute. */
  labelElement: Element | null;
  /** A control that can be typed in or picked from. */
  editable: boolean;
}

/** Which record a page shows, and where that is said. */
export interface ReadIdentity {
  id: string;
  from: 'path' | 'query' | 'hash' | 'hashQuery' | 'field' | 'row';
  /** Name of the parameter, place of the segment, label of the field or attribute of the row. */
  at: string | number;
  /** The CRM's own word for the kind of record, where the address has one. */
  entity: string | null;
  /** The address it was read from: that of a frame, where the record stands in one. */
  address: string | null;
  /** The row of a list that carries it, where one does. */
  row?: Element;
}

/** What a page is, read by nothing but what it shows. */
export interface PageReading {
  page: PageSort;
  /** Null where it is not sure, whatever the page is. */
  identity: ReadIdentity | null;
  name: ReadField | null;
  fields: ReadField[];
  /** What told, in plain English: for the author of an adapter and for tests, not for users. */
  reasons: string[];
  /** The element that holds what was read: a dialog, or the body. */
  root: Element;
  /** The page and each dialog over it. */
  parts: readonly PagePart[];
}

/** A dialog, or the page without what lies over it. */
export interface PagePart {
  root: Element;
  /** It shows surely another record than a client's: a loan, a task, a product. */
  another: boolean;
  /** The name that surely heads it, whoever's it is. */
  heads: string | null;
}

/** The part in which a node stands: the innermost that holds it. */
export function partAt({ parts }: PageReading, node: Node): PagePart | null {
  const holding = parts.filter(({ root }) => isHolderOf(root, node));
  return holding.find(({ root }) => holding.every((other) => isHolderOf(other.root, root))) ?? null;
}

/** Whether a field is the heading that names the client, and so none beside the name. */
export const isHeading = ({ label, kind, value }: ReadField, name: ReadField | null): boolean =>
  label === '' && kind === 'name' && value === name?.value;

/** What is kept of the page before, so that what a single-page CRM left standing is not taken for the next client. */
export interface Memory {
  id: string;
  entity: string | null;
  name: string;
  /** All values as they were. */
  print: string;
}

/** What the next reading has to know of this one; the former memory where this page was no client. */
export function remember(reading: PageReading, before: Memory | null): Memory | null {
  const { identity, name, fields } = reading;
  if (!identity || !name) return before;
  return { id: identity.id, entity: identity.entity, name: name.value, print: printOf(fields) };
}

export const printOf = (fields: readonly ReadField[]): string =>
  fields.map(({ label, value }) => `${label}=${value}`).join('\n');
