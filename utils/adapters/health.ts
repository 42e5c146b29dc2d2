import * as z from 'zod/mini';
import { type ClientKind, clientKind, type FieldKey, fieldKey } from '@/utils/domain/schema/client';
import { sighting } from '@/utils/domain/schema/sighting';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { MAX_FIELDS } from './limits';

/*
 * How well an adapter's page is still read: counts and instants, no value, no name and no number of anybody.
 * A client who has no e-mail is no fault. A field is lost when it was found regularly and then on so many
 * different clients in a row no more that chance alone would hardly do it.
 */

/** Before so many different clients have shown a field, or a page, nothing is said of its being lost. */
export const LEAST_FOUND = 3;

/** Nor before so many different clients in a row have lacked it. */
export const LEAST_RUN = 3;

/** How likely such a run may be, beginning at any one client, on a page that is as it was. */
export const CHANCE = 0.001;

/** A field that fewer than one client in four shows is too rare to be missed. */
export const LEAST_SHARE = 0.25;

/** Counts are halved at so many, so that what was long ago weighs less. */
const MEMORY = 64;

/** At most so many pages are kept, the last used first. */
export const MAX_PAGES = 60;

const count = z.int().check(z.gte(0), z.lte(10_000));

/** `missing`: nothing stands there any more; `odd`: something does, but not what the field is. */
const lack = z.enum(['missing', 'odd']);
export type Lack = z.infer<typeof lack>;

const fieldHealth = z.strictObject({
  /** Different clients looked at before the present run, and on how many of them it was found. */
  looked: count,
  found: count,
  lastFound: z.nullable(instant),
  /** Different clients in a row without it, and since when. */
  run: z.nullable(z.strictObject({ what: lack, clients: count, since: instant })),
  /** The user knows, and does not want to hear of it until it is found again. */
  quiet: z.boolean(),
});
export type FieldHealth = z.infer<typeof fieldHealth>;

const byKey = z.record(fieldKey, fieldHealth);

export const pageHealth = z.strictObject({
  adapter: sighting.shape.adapter,
  page: z.string().check(z.maxLength(40)),
  /** Different clients that were sighted on it. */
  sighted: count,
  lastSighted: z.nullable(instant),
  /** Addresses in a row that are this page's and show nobody; since when. */
  unread: z.nullable(z.strictObject({ pages: count, since: instant })),
  /** A field is regular for one kind of client and unknown to another. */
  kinds: z.partial(z.strictObject({ individual: byKey, company: byKey, institution: byKey })),
});
export type PageHealth = z.infer<typeof pageHealth>;

export const healthList = z.array(pageHealth).check(z.maxLength(MAX_PAGES));

/** One page of one adapter. */
export interface PageRef {
  adapter: string;
  page: string;
}

/** What one settled look at a client's page gave. */
export interface HealthLook extends PageRef {
  kind: ClientKind;
  /** The fields the adapter looks for on this kind of client. */
  expected: readonly FieldKey[];
  found: ReadonlySet<FieldKey>;
  /** Fields whose text could not be made out as what they are. */
  odd: ReadonlySet<FieldKey>;
  /** Another client than those looked at just before: only then a lack counts. */
  another: boolean;
  at: Instant;
}

/** A field that is not found any more. */
export interface LostField {
  key: FieldKey;
  what: Lack;
  since: Instant;
  lastFound: Instant | null;
}

export const isPage =
  ({ adapter, page }: PageRef) =>
  (one: PageRef): boolean =>
    one.adapter === adapter && one.page === page;

/** The health of a page nothing is known of yet. */
export const freshHealth = ({ adapter, page }: PageRef): PageHealth => ({
  adapter,
  page,
  sighted: 0,
  lastSighted: null,
  unread: null,
  kinds: {},
});

const UNKNOWN: FieldHealth = { looked: 0, found: 0, lastFound: null, run: null, quiet: false };

/** A client more, of whom it was found or not. */
function counted({ looked, found }: FieldHealth, more: { looked: number; found: number }) {
  const half = looked + more.looked > MEMORY ? 2 : 1;
  return {
    looked: Math.ceil((looked + more.looked) / half),
    found: Math.min(Math.ceil((looked + more.looked) / half), Math.ceil((found + more.found) / half)),
  };
}

/** A run that ended was chance: its clients count among those without the field. A late field ends its own client's. */
function foundAgain(field: FieldHealth, another: boolean, at: Instant): FieldHealth {
  const ended = field.run?.clients ?? 0;
  return {
    ...counted(field, { looked: ended + (another ? 1 : 0), found: another || ended > 0 ? 1 : 0 }),
    lastFound: at,
    run: null,
    quiet: false,
  };
}

function lacking(field: FieldHealth, what: Lack, another: boolean, at: Instant): FieldHealth {
  const { run } = field;
  if (!another) return run === null ? field : { ...field, run: { ...run, what } };
  if (run) return { ...field, run: { what, clients: Math.min(run.clients + 1, MEMORY), since: run.since } };
  return { ...field, run: { what, clients: 1, since: at } };
}

/** The page's health after one more look; fields the adapter does not look for any more are forgotten. */
export function afterLook(health: PageHealth, look: HealthLook): PageHealth {
  const { kind, expected, found, odd, another, at } = look;
  const known = health.kinds[kind] ?? {};
  const fields = expected.slice(0, MAX_FIELDS).map((key): [FieldKey, FieldHealth] => {
    const field = known[key] ?? UNKNOWN;
    if (found.has(key)) return [key, foundAgain(field, another, at)];
    return [key, lacking(field, odd.has(key) ? 'odd' : 'missing', another, at)];
  });
  return {
    ...health,
    sighted: Math.min(health.sighted + (another ? 1 : 0), MEMORY),
    lastSighted: at,
    unread: null,
    kinds: { ...health.kinds, [kind]: Object.fromEntries(fields) },
  };
}

/** The page's health after an address of its that shows nobody; `another` than those just before. */
export function afterUnread(health: PageHealth, another: boolean, at: Instant): PageHealth {
  const { unread } = health;
  if (!unread) return { ...health, unread: { pages: 1, since: at } };
  return another ? { ...health, unread: { ...unread, pages: Math.min(unread.pages + 1, MEMORY) } } : health;
}

/** How many different clients in a row have to lack a field of this regularity; never, where it is too rare. */
export function leastRun({ looked, found }: Pick<FieldHealth, 'looked' | 'found'>): number {
  if (found < LEAST_FOUND) return Number.POSITIVE_INFINITY;
  // One client more than were looked at, and that one without: nothing is sure.
  const share = found / (looked + 1);
  if (share < LEAST_SHARE) return Number.POSITIVE_INFINITY;
  return Math.max(LEAST_RUN, Math.ceil(Math.log(CHANCE) / Math.log(1 - share)));
}

const isLost = (field: FieldHealth): boolean => field.run !== null && field.run.clients >= leastRun(field);

/** The fields of a kind of client that are lost on a page. */
export const lostFields = (
  { kinds }: PageHealth,
  kind: ClientKind,
): (LostField & Pick<FieldHealth, 'quiet'>)[] =>
  Object.entries(kinds[kind] ?? {}).flatMap(([key, field]) =>
    field.run && isLost(field)
      ? [
          {
            key,
            what: field.run.what,
            since: field.run.since,
            lastFound: field.lastFound,
            quiet: field.quiet,
          },
        ]
      : [],
  );

/** Since when a page that showed clients regularly is not understood any more; null while it is. */
export const unreadSince = ({ sighted, unread }: PageHealth): Instant | null =>
  unread && sighted >= LEAST_FOUND && unread.pages >= LEAST_RUN ? unread.since : null;

/** What is worth telling of a page: if this changes, somebody has to hear of it. */
export const symptoms = (health: PageHealth): string =>
  JSON.stringify([
    unreadSince(health),
    clientKind.options.map((kind) =>
      lostFields(health, kind).map(({ key, what, since, quiet }) => [key, what, since, quiet]),
    ),
  ]);

/** The list with the health of one page put in, the last used first, no longer than is kept. */
export const withPage = (list: readonly PageHealth[], health: PageHealth): PageHealth[] =>
  [health, ...list.filter((one) => !isPage(health)(one))].slice(0, MAX_PAGES);

/** The health of a page with some fields of a kind changed. */
export function withFields(
  health: PageHealth,
  kind: ClientKind,
  change: (field: FieldHealth, key: FieldKey) => FieldHealth,
): PageHealth {
  const fields = Object.entries(health.kinds[kind] ?? {}).map(([key, field]) => [key, change(field, key)]);
  return { ...health, kinds: { ...health.kinds, [kind]: Object.fromEntries(fields) } };
}
