import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FORMAT } from '@/utils/store/connection/database';
import type { StoredTable } from '@/utils/store/rows/bodies';
import { kindOf, schemaOf } from '@/utils/store/rows/kinds';
import { type Lifts, liftBody } from '@/utils/store/rows/lift';

const TABLES: readonly StoredTable[] = [
  'clients',
  'links',
  'contacts',
  'notes',
  'relations',
  'holdings',
  'policies',
  'credits',
  'opportunities',
  'visits',
  'actions',
  'acts',
  'briefs',
  'stamps',
];
const ROWS = path.join(import.meta.dirname, 'fixtures', 'rows');

/** Every schema number a table has ever had, up to this build's. */
const everySchema = TABLES.flatMap((table) =>
  Array.from({ length: schemaOf(table) }, (_, i) => [table, i + 1] as const),
);

const frozen = z.object({ before: z.unknown(), after: z.unknown() });

describe('the lift chain', () => {
  const lifts: Lifts = [
    ({ phone, ...rest }) => ({ ...rest, phones: phone === undefined ? [] : [phone] }),
    (body) => ({ ...body, consent: body['consent'] ?? null }),
  ];

  it.each([
    ['from the first', 1, { name: '王', phone: '138' }, { name: '王', phones: ['138'], consent: null }],
    ['from the first, without the data', 1, { name: '王' }, { name: '王', phones: [], consent: null }],
    ['from the second', 2, { name: '王', phones: [] }, { name: '王', phones: [], consent: null }],
    ['not at all', 3, { name: '王', phones: [], consent: 'yes' }, { name: '王', phones: [], consent: 'yes' }],
  ])('lifts %s', (_what, schema, before, after) => {
    const copy = structuredClone(before);
    expect(liftBody(lifts, schema, before)).toEqual(after);
    expect(before).toEqual(copy);
  });

  it('leaves what is newer to a newer Zhibi', () => {
    expect(liftBody(lifts, 4, { name: '王' })).toBe('newer');
  });

  it.each([[0], [-1], [1.5], [Number.NaN]])('knows no schema %s', (schema) => {
    expect(liftBody(lifts, schema, {})).toBeNull();
  });

  it.each([[null], ['text'], [[]], [7]])('knows no body %j', (body) => {
    expect(liftBody(lifts, 1, body)).toBeNull();
  });
});

/**
 * Rows as they were written by every build so far, and as they must read now. A file is frozen once
 * its schema was released: a schema that changes gets a new number, a lift and new files.
 */
describe('rows of every schema so far', () => {
  it('are all here', () => {
    expect(readdirSync(ROWS).sort()).toEqual(everySchema.map(([table, n]) => `${table}.${n}.json`).sort());
  });

  it.each(everySchema)('%s of schema %i are lifted and parsed', (table, schema) => {
    const cases = z
      .array(frozen)
      .check(z.minLength(2))
      .parse(JSON.parse(readFileSync(path.join(ROWS, `${table}.${schema}.json`), 'utf8')));
    const kind = kindOf(table);
    for (const { before, after } of cases) {
      expect(kind.body.parse(liftBody(kind.lifts, schema, before))).toEqual(after);
    }
  });
});

/**
 * The shape of each schema, frozen under its number. If this fails, a schema in utils/domain/schema
 * has changed: rows that are out there were written in the old shape. Raise the table's schema by a
 * lift in rows/kinds, raise FORMAT, add fixtures/rows/<table>.<n>.json, then run with -u. (A schema
 * number that no release has written yet is simply frozen anew with -u.)
 */
describe('the shape of each schema', () => {
  it.each(TABLES)('of %s is the one frozen under its number', async (table) => {
    const shape = z.toJSONSchema(kindOf(table).body, { unrepresentable: 'any' });
    const file = path.join(import.meta.dirname, 'fixtures', 'shapes', `${table}.${schemaOf(table)}.shape`);
    await expect(`${JSON.stringify(shape, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it('is counted in the format of the store', () => {
    const numbers = Object.fromEntries(TABLES.map((table) => [table, schemaOf(table)]));
    expect({ FORMAT, numbers }).toMatchInlineSnapshot(`
      {
        "FORMAT": 4,
        "numbers": {
          "actions": 1,
          "acts": 1,
          "briefs": 2,
          "clients": 2,
          "contacts": 1,
          "credits": 1,
          "holdings": 1,
          "links": 1,
          "notes": 1,
          "opportunities": 1,
          "policies": 1,
          "relations": 1,
          "stamps": 1,
          "visits": 1,
        },
      }
    `);
  });
});
