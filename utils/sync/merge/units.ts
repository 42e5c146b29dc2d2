import type { Fields } from '@/utils/store/journal/diff';
import type { SyncedTable } from '@/utils/store/rows/bodies';
import { kindOf } from '@/utils/store/rows/kinds';

/*
 * A row is merged unit by unit: a unit is what is written, compared and won or lost as one. That is a field; one
 * entry of a field that is a map (one fact); some fields that mean nothing apart; or the whole row.
 */

/** Rows that are one word: which client a record stands for, what was answered to a prompt. */
const WHOLE: ReadonlySet<SyncedTable> = new Set(['links', 'actions']);
export const WHOLE_UNIT = '';

/** No field: that the row stands, although it was removed once. */
export const STANDS_UNIT = '!';

/** Fields that mean nothing apart, under the name of the first. */
const TOGETHER: Partial<Record<SyncedTable, readonly (readonly string[])[]>> = {
  notes: [['text', 'editedAt']],
  opportunities: [['stage', 'stageSince']],
  holdings: [['amount', 'amountSince', 'former']],
};

/**
 * The unit of which every version counts, not only the latest: a note's text, and rows that two devices can make
 * independently. There it is not enough that a stamp is later; the writer must have seen what he wrote over.
 */
export const exactUnit = (table: SyncedTable): string | null => {
  if (table === 'notes') return 'text';
  return WHOLE.has(table) ? WHOLE_UNIT : null;
};

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const groupOf = (table: SyncedTable, field: string): readonly string[] | undefined =>
  TOGETHER[table]?.find((fields) => fields.includes(field));

/** The unit in which a changed field lies, by the journal's path. */
export function unitOf(table: SyncedTable, [field, entry]: readonly string[]): string {
  if (WHOLE.has(table) || field === undefined) return WHOLE_UNIT;
  const group = groupOf(table, field);
  if (group) return group[0] ?? field;
  return entry === undefined ? field : `${field}/${entry}`;
}

/** A body as units. What is undefined is absent. */
export function unitsOf(table: SyncedTable, body: Fields): ReadonlyMap<string, unknown> {
  if (WHOLE.has(table)) return new Map([[WHOLE_UNIT, body]]);
  const { maps } = kindOf(table);
  const units = new Map<string, unknown>();
  for (const [field, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const group = groupOf(table, field);
    if (group) {
      const name = group[0] ?? field;
      const held = units.get(name);
      units.set(name, { ...(isMap(held) ? held : {}), [field]: value });
    } else if (maps.includes(field) && isMap(value)) {
      for (const [entry, of] of Object.entries(value)) units.set(`${field}/${entry}`, of);
    } else units.set(field, value);
  }
  return units;
}

/** The body that these units make up. */
export function bodyOf(table: SyncedTable, units: ReadonlyMap<string, unknown>): Fields {
  const whole = units.get(WHOLE_UNIT);
  if (WHOLE.has(table)) return isMap(whole) ? whole : {};
  const { maps } = kindOf(table);
  const entries = new Map<string, [string, unknown][]>(maps.map((field) => [field, []]));
  const fields: [string, unknown][] = [];
  for (const [unit, value] of units) {
    const cut = unit.indexOf('/');
    const ofMap = cut < 0 ? undefined : entries.get(unit.slice(0, cut));
    if (ofMap) ofMap.push([unit.slice(cut + 1), value]);
    else if (groupOf(table, unit) && isMap(value)) fields.push(...Object.entries(value));
    else fields.push([unit, value]);
  }
  const ofMaps = [...entries].map(([field, held]) => [field, Object.fromEntries(held)] as const);
  return Object.fromEntries([...fields, ...ofMaps]);
}
