import * as z from 'zod/mini';
import { holdingKind, MAX_FORMER_AMOUNTS, riskLevel } from './holding';
import { holdingId, relationId } from './ids';
import { money } from './money';
import { relationRole } from './relation';
import { civilDay, instant } from './time';

/** Most rows that one list of a page may have. */
export const MAX_ROWS = 200;

const rowName = z.string().check(z.minLength(1), z.maxLength(200));

/** One line of the CRM's own list of what the client holds at this bank. */
export const seenHolding = z.strictObject({
  kind: holdingKind,
  name: rowName,
  amount: z.nullable(money),
  since: z.nullable(civilDay),
  maturity: z.nullable(civilDay),
  riskLevel: z.nullable(riskLevel),
});

/** One line of the CRM's own list of the people around the client. Of a child no name and no number (§4). */
const person = z.strictObject({
  role: relationRole,
  name: z.nullable(rowName),
  /** As the page shows it, often with stars. */
  phone: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
  /** The list marks the person as a client of this bank too (本行客户): the wall stands (§9). */
  client: z.optional(z.literal(true)),
});
const sparesChildren = ({ role, name, phone }: z.infer<typeof person>): boolean =>
  role !== 'child' || (name === null && phone === null);
export const seenPerson = person.check(z.refine(sparesChildren));

/** An amount that the list showed once: when it was seen there first, and last. */
const formerAmount = z.strictObject({ amount: money, firstSeen: instant, lastSeen: instant });

/** A row as it is kept: its id is made of what it says, so that it is the same from sight to sight. */
export const seenHoldingRow = z.strictObject({
  ...seenHolding.shape,
  id: holdingId,
  firstSeen: instant,
  /** Since when it shows this amount, where it showed another before. */
  amountSince: z.optional(instant),
  /** The amounts before that, the latest first. */
  former: z.optional(z.array(formerAmount).check(z.minLength(1), z.maxLength(MAX_FORMER_AMOUNTS))),
});
export type SeenHoldingRow = z.infer<typeof seenHoldingRow>;
export const seenPersonRow = z
  .strictObject({ ...person.shape, id: relationId, firstSeen: instant })
  .check(z.refine(sparesChildren));
export type SeenPersonRow = z.infer<typeof seenPersonRow>;
