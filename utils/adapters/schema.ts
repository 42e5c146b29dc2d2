import * as z from 'zod/mini';
import { clientKind, fieldKey } from '@/utils/domain/schema/client';
import { channel } from '@/utils/domain/schema/contact';
import { holdingKind } from '@/utils/domain/schema/holding';
import { relationRole } from '@/utils/domain/schema/relation';
import { recordRef, sighting } from '@/utils/domain/schema/sighting';
import { UNAIDED } from './compiled';
import { MAX_FIELDS, MAX_LABEL } from './limits';
import { pathProblem, segmentProblem } from './pattern';
import { MAX_SELECTOR, selectorProblem } from './selector';

/*
 * The adapter format, version 1. An adapter says in plain data how one CRM shows a client: never code,
 * never a regular expression, nothing the reader does not know. Unknown keys are refused, so that a
 * misspelt one is an error and not a silent gap.
 */

const FORMAT = 1;

const refused =
  (problem: (text: string) => string | null) =>
  (text: string): boolean =>
    problem(text) === null;

const saying = (problem: (text: string) => string | null) => ({
  error: ({ input }: { input?: unknown }) => problem(String(input)) ?? 'invalid',
});

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const selector = z
  .string()
  .check(z.maxLength(MAX_SELECTOR), z.refine(refused(selectorProblem), saying(selectorProblem)));

const labels = z.array(words(60)).check(z.minLength(1), z.maxLength(8));

const attribute = z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,39}$/));

const groupName = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,19}$/));

const path = z
  .string()
  .check(z.minLength(1), z.maxLength(300), z.refine(refused(pathProblem), saying(pathProblem)));

const params = z.record(
  z.string().check(z.regex(/^[A-Za-z][\w.-]{0,39}$/)),
  z.string().check(z.maxLength(100), z.refine(refused(segmentProblem), saying(segmentProblem))),
);

/**
 * Addresses of a page. `pathname` and `hash` are written as in URLPattern: literal text, `:name` for one
 * segment or part of one, `*` at the end for any rest. `search` and `hashSearch` name parameters in any
 * order: a literal value, `:name`, or `*` for any value.
 */
const addressPattern = z
  .strictObject({
    pathname: z.optional(path.check(z.regex(/^\//))),
    search: z.optional(params),
    hash: z.optional(path),
    hashSearch: z.optional(params),
  })
  .check(z.refine((pattern) => Object.keys(pattern).length > 0, 'fits every address'));

/** A text that holds more than the value: the words it stands behind, and those that end it. */
const cut = { after: z.optional(words(60)), before: z.optional(words(60)) };

/** Where a text stands: beside a label, or in what a selector finds; of that an attribute, if one is named. */
const locate = z.union([
  z.strictObject({ label: z.union([words(60), labels]), within: z.optional(selector), ...cut }),
  z.strictObject({ selector, attribute: z.optional(attribute), ...cut }),
]);

/** The row of the list that is open beside it: the only one that says the name and all of these values. */
const openRow = z.strictObject({
  row: selector,
  attribute,
  says: z.array(locate).check(z.minLength(1), z.maxLength(4)),
});

const idSource = z.union([z.strictObject({ url: groupName }), openRow, locate]);

const dateOrder = z.enum(['ymd', 'dmy', 'mdy']);

const pageWords = words(60);

/** What one unit of an amount on the page is worth: 10000 for amounts given in 万元. */
const unit = z.literal([1, 1000, 10_000, 1_000_000, 100_000_000]);

const transform = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('digits') }),
  z.strictObject({ type: z.literal('phone') }),
  z.strictObject({ type: z.literal('date'), order: z.optional(dateOrder) }),
  z.strictObject({
    type: z.literal('money'),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    unit: z.optional(unit),
  }),
  z.strictObject({ type: z.literal('number') }),
  z.strictObject({
    type: z.literal('choice'),
    codes: z.record(pageWords, z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/))),
  }),
]);

const field = z.strictObject({
  key: fieldKey,
  /** The words shown for it; the first label where none are given. */
  title: z.optional(words(MAX_LABEL)),
  /** Read for this kind of client only. */
  only: z.optional(clientKind),
  find: locate,
  as: transform,
  /** Pointed at by the user: stands even where the generic reader, if it is let, reads something else. */
  pinned: z.optional(z.literal(true)),
});

const cell = z.union([
  z.strictObject({ selector, attribute: z.optional(attribute) }),
  z.strictObject({ column: z.union([words(60), labels]) }),
]);

const contacts = z.strictObject({
  row: selector,
  day: cell,
  order: z.optional(dateOrder),
  channel: cell,
  channels: z.record(pageWords, channel),
  otherwise: z.optional(channel),
  text: cell,
  by: z.optional(cell),
});

/** What the client holds at this bank; a row whose kind is not named in `kinds` is none of them. */
const holdings = z.strictObject({
  row: selector,
  kind: cell,
  kinds: z.record(pageWords, holdingKind),
  name: cell,
  amount: z.optional(cell),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  unit: z.optional(unit),
  since: z.optional(cell),
  maturity: z.optional(cell),
  order: z.optional(dateOrder),
  risk: z.optional(cell),
});

/** The people around the client; a row whose role is not named in `roles` is none of them. */
const people = z.strictObject({
  row: selector,
  role: cell,
  roles: z.record(pageWords, relationRole),
  name: cell,
  phone: z.optional(cell),
  /** Where a row says that the person is a client of the bank too: by any words but those of `notClient`. */
  client: z.optional(cell),
  notClient: z.optional(labels),
});

const selectors = z.array(selector).check(z.maxLength(12));

/** A path of selectors, one step each, through frames and open shadow roots. */
const root = z.array(selector).check(z.minLength(1), z.maxLength(8));

const identity = z.strictObject({
  id: idSource,
  /** `code` is a word with a digit in it: `/client/new` is no record then. */
  shape: z.enum(['digits', 'word', 'code']),
  confirm: z.optional(z.array(idSource).check(z.maxLength(4))),
});

const page = z.strictObject({
  id: z.string().check(
    z.regex(/^[a-z][a-z0-9-]{0,39}$/),
    z.refine((id) => id !== UNAIDED, 'is kept for what is read unaided'),
  ),
  /** The tab's address; a list where the page has several, each with the same names. */
  url: z.union([addressPattern, z.array(addressPattern).check(z.minLength(1), z.maxLength(6))]),
  frameUrl: z.optional(addressPattern),
  /** The kind of record in the CRM's own numbering; by kind of client where each has a numbering of its own. */
  entity: z.union([
    recordRef.shape.entity,
    z.strictObject({
      individual: z.optional(recordRef.shape.entity),
      company: z.optional(recordRef.shape.entity),
      institution: z.optional(recordRef.shape.entity),
    }),
  ]),
  kind: z.union([clientKind, z.strictObject({ find: locate, kinds: z.record(pageWords, clientKind) })]),
  root,
  container: z.optional(selector),
  ready: z.optional(z.strictObject({ visible: z.optional(selectors), absent: z.optional(selectors) })),
  identity,
  name: z.strictObject({
    find: locate,
    until: z.optional(z.enum(['end', 'bracket'])),
    /** As with a field: pointed at by the user. */
    pinned: z.optional(z.literal(true)),
  }),
  fields: z.array(field).check(z.maxLength(MAX_FIELDS)),
  contacts: z.optional(contacts),
  /** Lists of other things, each read as the page shows it. */
  lists: z.optional(z.strictObject({ holdings: z.optional(holdings), people: z.optional(people) })),
});

/**
 * Lets the generic reader read what the adapter does not name: other fields of its clients, and other
 * pages. `leave` names labels that are left alone all the same, or where there is none `crm.` and the kind.
 */
const unaided = z.strictObject({
  leave: z.optional(z.array(words(MAX_LABEL)).check(z.maxLength(MAX_FIELDS))),
});

/** One CRM's adapter as an author writes it. */
const whole = z.strictObject({
  format: z.literal(FORMAT),
  id: sighting.shape.adapter,
  crmId: recordRef.shape.crmId,
  title: words(100),
  version: z.string().check(z.regex(/^\d{1,4}(\.\d{1,4}){0,2}$/)),
  author: words(100),
  /** Hosts this CRM is known to live on, `*.` in front for any below; left out where any may be it. */
  hosts: z.optional(
    z
      .array(z.string().check(z.maxLength(253), z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/)))
      .check(z.minLength(1), z.maxLength(50)),
  ),
  /**
   * Every host has a numbering of its own: for a CRM that each bank runs for itself, where client 12 of one
   * is not client 12 of another. Its `crmId` then ends in the host.
   */
  perHost: z.optional(z.literal(true)),
  /** The country whose numbering plan its phone numbers follow where they name none. */
  region: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  /** None only where all is left to the generic reader. */
  pages: z.array(page).check(z.maxLength(40)),
  unaided: z.optional(unaided),
});
export const adapter = whole.check(
  z.refine(({ pages, unaided: free }) => pages.length > 0 || free !== undefined, {
    path: ['pages'],
    error: 'has no page, and leaves nothing to the generic reader either',
  }),
);
export type Adapter = z.infer<typeof adapter>;
export type AdapterPage = z.infer<typeof page>;
export {
  addressPattern as adapterAddress,
  identity as adapterIdentity,
  locate as adapterLocate,
  root as adapterSelectors,
};
export type AdapterLocate = z.infer<typeof locate>;
export type AdapterAddress = z.infer<typeof addressPattern>;
export type AdapterCell = z.infer<typeof cell>;
