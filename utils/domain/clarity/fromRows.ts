import type { ClientBundle } from '../bundle';
import { gather } from '../gather';
import { sumsOf } from '../money';
import type { Client, ConsentChannel, Fact, FieldKey } from '../schema/client';
import type { Credit } from '../schema/credit';
import type { FactSource } from '../schema/factSource';
import type { FieldValue } from '../schema/fieldValue';
import type { Money } from '../schema/money';
import type { Relation, RelationRole } from '../schema/relation';
import type { CivilDay } from '../schema/time';

/*
 * What a client's people, holdings, credit and consents say of the fields of the catalogue, so that
 * nothing has to be entered twice. Where many rows speak of one field, it is as sure and as old as the
 * least of them.
 */

type Rows = readonly { source: FactSource; day: CivilDay }[];
type Known = Record<FieldKey, Fact>;

const LEAST_SURE: readonly FactSource[] = ['guess', 'crm', 'client'];

/** @param say worked out only where there are rows to speak. */
function fact(say: () => FieldValue | null, rows: Rows): Fact | null {
  const [first] = rows;
  if (first === undefined) return null;
  const value = say();
  if (value === null) return null;
  const source = LEAST_SURE.find((each) => rows.some((row) => row.source === each)) ?? first.source;
  const day = rows.reduce((oldest, row) => (row.day < oldest ? row.day : oldest), first.day);
  return { value, source, day };
}

const text = (words: string | null): FieldValue | null => (words ? { type: 'text', text: words } : null);
const choice = (code: string | null): FieldValue | null => (code ? { type: 'choice', code } : null);
const day = (known: CivilDay | null): FieldValue | null => (known ? { type: 'day', day: known } : null);
const number = (count: number): FieldValue => ({ type: 'number', number: count });

/** The sum, where all is of one currency. */
function total(amounts: readonly (Money | null)[]): FieldValue | null {
  const [sum, ...others] = sumsOf(amounts.filter((amount) => amount !== null));
  return sum && others.length === 0 ? { type: 'money', money: sum } : null;
}

/** Names where all have one, else how many there are. */
function named(people: readonly Relation[]): FieldValue | null {
  const names = people.flatMap(({ name }) => (name === null ? [] : [name]));
  if (people.length === 0) return null;
  return names.length === people.length ? text(names.join('、')) : number(people.length);
}

const CONSENTS = ['phone', 'wechat', 'sms', 'email'] as const satisfies readonly ConsentChannel[];

/** All, none, or the first channel that was allowed: the field has no word for some. */
function consentCode({ consents }: Pick<Client, 'consents'>): string | null {
  const given = CONSENTS.filter((channel) => consents[channel]?.given);
  if (given.length === CONSENTS.length) return 'all';
  return given[0] ?? (Object.keys(consents).length > 0 ? 'none' : null);
}

const NOBODY: readonly Relation[] = [];

/** The people of a client by their role, sorted out once. */
function byRole(relations: readonly Relation[]): (role: RelationRole) => readonly Relation[] {
  const groups = new Map<RelationRole, Relation[]>();
  for (const relation of relations) {
    const group = groups.get(relation.role);
    if (group) group.push(relation);
    else groups.set(relation.role, [relation]);
  }
  return (role) => groups.get(role) ?? NOBODY;
}

function ofPerson({ client, relations, holdings }: ClientBundle): [FieldKey, Fact | null][] {
  const those = byRole(relations);
  const children = those('child');
  const covers = children.flatMap(({ covered }) => (covered === null ? [] : [covered]));
  const cover = covers.every(Boolean) ? 'yes' : covers.some(Boolean) ? 'partly' : 'no';
  const elsewhere = holdings.filter(({ place }) => place.at === 'elsewhere');
  const walled = relations.filter(({ wall }) => wall.state === 'mustNotBeTold');
  return [
    ['spouse', fact(() => named(those('spouse')), those('spouse'))],
    ['children', fact(() => number(children.length), children)],
    ['childrenCover', fact(() => choice(covers.length > 0 ? cover : null), children)],
    ['parents', fact(() => named(those('parent')), those('parent'))],
    ['referredBy', fact(() => named(those('referredBy')), those('referredBy'))],
    ['referrals', fact(() => named(those('referred')), those('referred'))],
    // Who it is stands behind the wall's own mark, for nobody to read who sits beside the screen (§9).
    ['mustNotTell', fact(() => number(walled.length), walled)],
    ['assetsElsewhere', fact(() => total(elsewhere.map(({ amount }) => amount)), elsewhere)],
    ['marketingConsent', fact(() => choice(consentCode(client)), Object.values(client.consents))],
  ];
}

const KEY_PEOPLE = ['controller', 'generalManager', 'financeHead', 'handler'] as const;

function keyPerson(person: Relation): [FieldKey, Fact | null][] {
  const { role, name, phone, influence, attitude, lastMet } = person;
  const of = (value: FieldValue | null) => fact(() => value, [person]);
  return [
    [role, of(text(name))],
    [`${role}Phone`, of(phone === null ? null : { type: 'phone', raw: phone, e164: null })],
    [`${role}Influence`, of(choice(influence))],
    [`${role}Attitude`, of(choice(attitude))],
    [`${role}Met`, of(day(lastMet))],
  ];
}

function ofCredit(credits: readonly Credit[]): [FieldKey, Fact | null][] {
  const open = credits.filter(({ ended }) => ended === null);
  const those = (kind: Credit['kind'], at: 'here' | 'elsewhere') =>
    open.filter((credit) => credit.kind === kind && credit.place.at === at);
  const sum = (rows: readonly Credit[]) => fact(() => total(rows.map(({ amount }) => amount)), rows);
  const lines = those('creditLine', 'here');
  const [until] = lines.flatMap((line) => line.until ?? []).sort();
  const secured = open.filter(({ collateral }) => collateral !== null);
  return [
    ['creditLine', sum(lines)],
    ['creditLineUntil', fact(() => day(until ?? null), lines)],
    ['creditLineElsewhere', sum(those('creditLine', 'elsewhere'))],
    ['billBalance', sum(those('acceptanceBill', 'here'))],
    ['guaranteeBalance', sum(those('guarantee', 'here'))],
    ['collateral', fact(() => text(secured.map(({ collateral }) => collateral).join('、')), secured)],
  ];
}

function ofCompany({ relations, credits }: ClientBundle): [FieldKey, Fact | null][] {
  const those = byRole(relations);
  return [
    ...gather(KEY_PEOPLE, (role) => gather(those(role).slice(0, 1), keyPerson)),
    ['legalRepresentative', fact(() => named(those('legalRepresentative')), those('legalRepresentative'))],
    ['guarantors', fact(() => named(those('guarantor')), those('guarantor'))],
    ...(credits.length > 0 ? ofCredit(credits) : []),
  ];
}

/** Nobody and nothing is on file that could speak of a field: so it is with most of a new book. */
const saysNothing = ({ client, relations, holdings, credits }: ClientBundle): boolean =>
  relations.length === 0 &&
  (client.kind === 'individual'
    ? Object.keys(client.consents).length === 0 && holdings.every(({ place }) => place.at === 'here')
    : credits.length === 0);

/** What the score looks at of a client. */
export type Scored = Pick<Client, 'kind' | 'name' | 'tier' | 'facts' | 'observed'>;

/**
 * The client as the score sees it: what the rows say fills the fields of which neither the RM noted
 * anything nor the CRM shows something.
 */
export function withRows(bundle: ClientBundle): Scored {
  const { client } = bundle;
  if (saysNothing(bundle)) return client;
  const { kind, name, tier, observed } = client;
  const facts: Known = { ...client.facts };
  for (const [key, known] of kind === 'individual' ? ofPerson(bundle) : ofCompany(bundle)) {
    if (known && !observed[key]) facts[key] ??= known;
  }
  return { kind, name, tier, facts, observed };
}
