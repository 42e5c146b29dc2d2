import * as z from 'zod/mini';
import { doNotContact } from '@/utils/domain/schema/client';
import { creditDetails } from '@/utils/domain/schema/credit';
import { holdingDetails } from '@/utils/domain/schema/holding';
import { clientId } from '@/utils/domain/schema/ids';
import { opportunityDetails } from '@/utils/domain/schema/opportunity';
import { policyDetails } from '@/utils/domain/schema/policy';
import { relationDetails, sparesMinors } from '@/utils/domain/schema/relation';
import { civilDay } from '@/utils/domain/schema/time';
import { visitDetails } from '@/utils/domain/schema/visit';

/*
 * Half-filled forms of a client's facts: kept like the draft of a log (decision 11), sealed and outside the
 * journal, all of one client in one row. What they hold is what the forms work on.
 */

type Form = Record<string, unknown>;
type ReadForm = (kept: unknown) => Form | null;
type Schema = z.ZodMiniType<Form>;

const by =
  (schema: Schema): ReadForm =>
  (kept) => {
    const read = schema.safeParse(kept);
    return read.success ? read.data : null;
  };

const { product, nextStep: _inTwoFields, ...opportunity } = opportunityDetails.shape;
const person = z.partial(
  z.object({
    ...relationDetails.shape,
    wallState: z.enum(['closed', 'sharesFinances', 'mustNotBeTold']),
  }),
);

/** Of a minor nothing is kept but school stage and cover (§4), in a draft neither. */
const readPerson: ReadForm = (kept) => {
  const read = person.safeParse(kept);
  if (!read.success) return null;
  const { role, stage = null, name = null, phone = null, note = null } = read.data;
  if (role === undefined || sparesMinors({ role, stage, name, phone, note })) return read.data;
  return { ...read.data, name: null, phone: null, note: null };
};

/** What may stand in the form of each section; any of it may be missing. */
const FORMS: ReadonlyMap<string, ReadForm> = new Map([
  ['people', readPerson],
  ['holdings', by(z.partial(z.object(holdingDetails.shape)))],
  ['policies', by(z.partial(z.object(policyDetails.shape)))],
  ['credit', by(z.partial(z.object(creditDetails.shape)))],
  [
    'opportunities',
    by(
      z.partial(
        z.object({
          ...opportunity,
          product: z.nullable(product),
          step: z.nullable(z.string().check(z.maxLength(200))),
          due: z.nullable(civilDay),
        }),
      ),
    ),
  ],
  ['visits', by(z.partial(z.pick(visitDetails, { canDo: true, marker: true, area: true, focus: true })))],
  ['quiet', by(z.partial(z.object({ until: doNotContact.shape.until, reason: doNotContact.shape.reason })))],
]);

/** Names a form of a client: its section and its row, or `new`. */
const formName = z.string().check(z.regex(/^[a-z]{1,20}\|[0-9a-z]{1,40}$/));

/** Forms by their names; as they come, before each is read by its section. */
export const rawForms = z.record(formName, z.record(z.string(), z.unknown()));
export type HalfForms = Readonly<Record<string, Form>>;

/** More than anybody leaves half-filled for one client. */
const MOST_FORMS = 50;

function readAll(kept: unknown, readerOf: (section: string) => ReadForm | undefined): HalfForms {
  const raw = rawForms.safeParse(kept);
  if (!raw.success) return {};
  const read = Object.entries(raw.data)
    .slice(0, MOST_FORMS)
    .flatMap(([name, form]) => {
      const known = readerOf(name.split('|')[0] ?? '')?.(form) ?? null;
      return known === null ? [] : [[name, known] as const];
    });
  return Object.fromEntries(read);
}

/** What can be read of a client's forms that were kept; of the rest nothing. */
export const readForms = (kept: unknown): HalfForms => readAll(kept, (section) => FORMS.get(section));

/** The same for the forms of another page, each of its sections with what may stand in it. */
export function readBy(schemas: Readonly<Record<string, Schema>>, kept: unknown): HalfForms {
  const readers = new Map(Object.entries(schemas).map(([section, schema]) => [section, by(schema)]));
  return readAll(kept, (section) => readers.get(section));
}

/** Whose forms lie in one row: a client's, or the page's of group events. */
export const formsOwner = z.union([clientId, z.literal('events')]);
export type FormsOwner = z.infer<typeof formsOwner>;

/** Under which key they lie among the drafts. */
export const formsKey = (of: FormsOwner): `forms:${FormsOwner}` => `forms:${of}`;
