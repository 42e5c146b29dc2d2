import * as z from 'zod/mini';
import {
  cadenceSettings,
  type FamilyEvent,
  familyEvents,
  type OfferHours,
  offerHours,
  type ProductOnSale,
  proactivePerDay,
  productsOnSale,
  promptsPerClient,
  type RecordedSales,
  recordedSales,
  ruleWeight,
  type Settings,
  serviceLines,
} from './settings';

/** Any of the tiers and standings. */
const lockedCadence = z.partial(cadenceSettings);

/** What a bank sets of one rule. */
const lockedRule = z.strictObject({ on: z.optional(z.boolean()), weight: z.optional(ruleWeight) });

/**
 * What the bank has set of the prompts, each for itself: what is not there is the RM's. A setting of the
 * bank's always wins and cannot be changed by users.
 */
export interface Locked {
  /** Whether a rule speaks. */
  rules: Readonly<Record<string, boolean>>;
  weights: Readonly<Record<string, number>>;
  thresholds: Readonly<Record<string, number>>;
  promptsPerClient: number | null;
  proactivePerDay: number | null;
  learning: boolean | null;
  products: readonly ProductOnSale[] | null;
  events: readonly FamilyEvent[] | null;
  serviceLines: readonly number[] | null;
  offerHours: OfferHours | null;
  recordedSales: RecordedSales | null;
  /** Days by tier and standing. */
  cadence: z.infer<typeof lockedCadence>;
}

export const NOTHING_LOCKED: Locked = {
  rules: {},
  weights: {},
  thresholds: {},
  promptsPerClient: null,
  proactivePerDay: null,
  learning: null,
  products: null,
  events: null,
  serviceLines: null,
  offerHours: null,
  recordedSales: null,
  cadence: {},
};

/** What of a policy cannot be read and is not in force, by its name in the policy: `rules.birthday`. */
export interface LockedReading {
  locked: Locked;
  garbled: readonly string[];
}

const MOST_ENTRIES = 300;
const MOST_LETTERS = 90;

/** The entries of a policy's object that can be read, and the names of the others. */
function entriesOf<Value>(
  name: string,
  said: unknown,
  schema: z.ZodMiniType<Value>,
): { read: [string, Value][]; garbled: string[] } {
  if (said === undefined) return { read: [], garbled: [] };
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return { read: [], garbled: [name] };
  const read: [string, Value][] = [];
  const garbled: string[] = [];
  for (const [key, value] of Object.entries(said).slice(0, MOST_ENTRIES)) {
    const parsed = schema.safeParse(value);
    if (parsed.success && key.length <= MOST_LETTERS) read.push([key, parsed.data]);
    else garbled.push(`${name}.${key.slice(0, MOST_LETTERS)}`);
  }
  return { read, garbled };
}

/**
 * Reads what a policy says of the prompts. Each entry stands for itself: one that is garbled is told, and
 * takes no other along.
 */
export function lockedIn(said: Readonly<Record<string, unknown>>): LockedReading {
  const garbled: string[] = [];
  const one = <Value>(name: string, schema: z.ZodMiniType<Value>): Value | null => {
    if (said[name] === undefined) return null;
    const read = schema.safeParse(said[name]);
    if (!read.success) garbled.push(name);
    return read.success ? read.data : null;
  };
  const rules = entriesOf('rules', said['rules'], lockedRule);
  const thresholds = entriesOf('thresholds', said['thresholds'], z.int().check(z.gte(0)));
  garbled.push(...rules.garbled, ...thresholds.garbled);
  return {
    locked: {
      rules: Object.fromEntries(rules.read.flatMap(([id, { on }]) => (on === undefined ? [] : [[id, on]]))),
      weights: Object.fromEntries(
        rules.read.flatMap(([id, { weight }]) => (weight === undefined ? [] : [[id, weight]])),
      ),
      thresholds: Object.fromEntries(thresholds.read),
      promptsPerClient: one('promptsPerClient', promptsPerClient),
      proactivePerDay: one('proactivePerDay', proactivePerDay),
      learning: one('learning', z.boolean()),
      products: one('products', productsOnSale),
      events: one('events', familyEvents),
      serviceLines: one('serviceLines', serviceLines),
      offerHours: one('offerHours', offerHours),
      recordedSales: one('recordedSales', recordedSales),
      cadence: one('cadence', lockedCadence) ?? {},
    },
    garbled,
  };
}

/** Settings that are locked as a whole. */
export const SINGLE = [
  'promptsPerClient',
  'proactivePerDay',
  'learning',
  'products',
  'events',
  'serviceLines',
  'offerHours',
  'recordedSales',
] as const;

/** The settings in force: the user's own, with what the bank has set in their place. */
export function withLocks(own: Settings, locked: Locked): Settings {
  const off = new Set(own.rulesOff);
  for (const [id, on] of Object.entries(locked.rules)) {
    if (on) off.delete(id);
    else off.add(id);
  }
  const { promptsPerClient: prompts, proactivePerDay: proactive, learning } = locked;
  const { products, events, serviceLines: lines, offerHours: hours, recordedSales: recorded } = locked;
  return {
    ...own,
    rulesOff: [...off],
    ...merged('weights', own.weights, locked.weights),
    ...merged('thresholds', own.thresholds, locked.thresholds),
    ...(prompts === null ? {} : { promptsPerClient: prompts }),
    ...(proactive === null ? {} : { proactivePerDay: proactive }),
    ...(learning === null ? {} : { learning }),
    ...(products === null ? {} : { products: [...products] }),
    ...(events === null ? {} : { events: [...events] }),
    ...(lines === null ? {} : { serviceLines: [...lines] }),
    ...(hours === null ? {} : { offerHours: hours }),
    ...(recorded === null ? {} : { recordedSales: recorded }),
    cadence: cadenceSettings.parse({ ...own.cadence, ...locked.cadence }),
  };
}

export type Numbers = Readonly<Record<string, number>>;

const merged = <Key extends 'weights' | 'thresholds'>(
  key: Key,
  own: Numbers | undefined,
  set: Numbers,
): Partial<Record<Key, Record<string, number>>> => {
  const both = { ...own, ...set };
  const found: Partial<Record<Key, Record<string, number>>> = {};
  if (own !== undefined || Object.keys(both).length > 0) found[key] = both;
  return found;
};
