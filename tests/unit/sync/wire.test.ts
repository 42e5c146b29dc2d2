import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { hex } from '@/utils/store/crypto/bytes';
import type { Live } from '@/utils/sync/merge/content';
import {
  bulkDocsAnswer,
  bulkGetAnswer,
  changesAnswer,
  markAnswer,
  revsDiffAnswer,
  wireDoc,
  written,
} from '@/utils/sync/wire/answers';
import { fromBase64, toBase64 } from '@/utils/sync/wire/base64';
import { canonical } from '@/utils/sync/wire/canonical';
import { copyIdOf, docIdOf } from '@/utils/sync/wire/docId';
import { wireKeysOf } from '@/utils/sync/wire/keys';
import { ancestorsOf, compareLeaves, revisionsOf } from '@/utils/sync/wire/rev';
import { openDoc, openSealed, sealDoc } from '@/utils/sync/wire/sealDoc';
import { aClient, aNote } from '../store/support/book';
import { SECRETS, testKeys } from './support/device';

const DEVICE = 'aaaaaaaa';
const NOTE = 'a'.repeat(24);
const OWNER = 'b'.repeat(24);

/** The same for ever: what is sealed of it is written down below. */
const frozen: Live = {
  state: 'live',
  table: 'notes',
  schema: 1,
  body: { id: NOTE, clientId: OWNER, text: '早上十点以后', pinned: false, createdAt: 1, editedAt: null },
  clock: { all: [1_780_000_000_000, 0, DEVICE], at: {}, past: [] },
};

const docOf = async (said: Live, parent: string | null = null) => {
  const keys = await testKeys();
  const id = await docIdOf(keys, said.table, [String(said.body['id'])]);
  const { rev, deleted, k, e } = await sealDoc(keys, id, parent, said);
  return { _id: id, _rev: rev, ...(deleted ? { _deleted: true } : {}), v: 1 as const, k, e };
};

describe('a document on the wire', () => {
  it('is this one, byte for byte: other devices and later builds must open it', async () => {
    const doc = await docOf(frozen);
    expect(doc).toMatchInlineSnapshot(`
      {
        "_id": "n:ee5ab5176c104ecac3288eeea562f8b0",
        "_rev": "1-a64670c5f018fccb098875cc57a5ceb9",
        "e": "sEgUPxACWNt0yRboulDCbWhJ+/+VOyD6jpdBHGyV/LkJMNxnLi6si1wB4i3Zxfc09Q5IHVgZycuMeerUFLkotCzpaL7Eji6PoZT7+1xUpgvGut2iq0iUMqG82RySfXkxp5sBz0Rt5UKQgLMkoIKMLvZd+m2TMkR9byKQlK3EChbWUuoVfhxvRHu3lZOiF47yRxiFmtrLHgUYzPW3eSZ5OmBU5VDbwQGxsFt2JpBFqzGd2CX6PfvUPYi0LyODTJdyragqQYLihrxEPap7ymvIgRyxiufy",
        "k": "308a2581",
        "v": 1,
      }
    `);
    const keys = await testKeys();
    expect(await docIdOf(keys, 'links', ['demo', 'customer', 'R-1'])).toMatchInlineSnapshot(
      `"k:a4f326113c1d899054dd4b95a050f26a"`,
    );
    expect(await copyIdOf(keys, NOTE, [1, 2, DEVICE])).toMatchInlineSnapshot(`"9ffe45680b104d7615baba06"`);
    expect(
      (await sealDoc(keys, doc._id, doc._rev, { state: 'folded', into: doc._rev })).rev,
    ).toMatchInlineSnapshot(`"2-ff58e2eb3acebd881203a574d90a4a73"`);
  });

  it('opens to what was sealed', async () => {
    const keys = await testKeys();
    expect(await openDoc(keys, await docOf(frozen))).toEqual({ state: 'read', content: frozen });
  });

  it('sealed again is the same revision and the same bytes; over another parent it is another one', async () => {
    const [one, two, child] = [await docOf(frozen), await docOf(frozen), await docOf(frozen, '1-00')];
    expect(two).toEqual(one);
    expect(child._rev).toMatch(/^2-/);
    expect(child.e).not.toBe(one.e);
  });

  it('says nothing of the client in its id or in plaintext', async () => {
    const doc = await docOf({ ...frozen, body: { ...aNote(aClient().id), text: '机密' } });
    expect(JSON.stringify({ ...doc, e: atob(doc.e) })).not.toMatch(/机密|clientId|text/);
    expect(Object.keys(doc).sort()).toEqual(['_id', '_rev', 'e', 'k', 'v']);
  });

  it('does not open changed in any bit, or moved, or raised from the dead', async () => {
    const keys = await testKeys();
    const doc = await docOf(frozen);
    const bytes = fromBase64(doc.e) ?? new Uint8Array();
    for (let i = 0; i < bytes.length; i += 7) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(await openSealed(keys, { ...doc, e: toBase64(changed) })).toBeNull();
    }
    const other = await docOf({ ...frozen, body: { ...frozen.body, id: 'c'.repeat(24) } });
    expect(await openSealed(keys, { ...doc, _id: other._id })).toBeNull();
    expect(await openSealed(keys, { ...other, e: doc.e })).toBeNull();
    expect(await openSealed(keys, { ...doc, _rev: other._rev })).toBeNull();
    expect(await openSealed(keys, { ...doc, _deleted: true })).toBeNull();
    expect(await openSealed(keys, { ...doc, e: 'no base64 *' })).toBeNull();
  });

  it('sealed under a former secret still opens; under a foreign one it does not', async () => {
    const doc = await docOf(frozen);
    const rotated = await wireKeysOf({
      ids: SECRETS.ids,
      seals: [new Uint8Array(32).fill(9), ...SECRETS.seals],
    });
    expect(await openDoc(rotated, doc)).toEqual({ state: 'read', content: frozen });
    const anew = await sealDoc(rotated, doc._id, doc._rev, frozen);
    expect(anew.k).not.toBe(doc.k);
    const foreign = await wireKeysOf({ ids: SECRETS.ids, seals: [new Uint8Array(32).fill(9)] });
    expect(await openDoc(foreign, doc)).toEqual({ state: 'unreadable' });
  });

  it('that a newer Zhibi sealed is known for one; one whose body is none is not taken', async () => {
    const keys = await testKeys();
    expect(await openDoc(keys, await docOf({ ...frozen, schema: 99 }))).toEqual({ state: 'newer' });
    const odd = await docOf({ ...frozen, body: { ...frozen.body, pinned: 'yes' } });
    expect(await openDoc(keys, odd)).toEqual({ state: 'unreadable' });
  });

  test.prop([fc.string(), fc.string()], { numRuns: 50 })(
    'never has two texts under one vector',
    async (a, b) => {
      const [one, two] = await Promise.all(
        [a, b].map((text) => docOf({ ...frozen, body: { ...frozen.body, text: text || '.' } })),
      );
      const iv = (e: string | undefined) => hex((fromBase64(e ?? '') ?? new Uint8Array()).subarray(0, 12));
      expect(iv(one?.e) === iv(two?.e)).toBe((a || '.') === (b || '.'));
    },
  );
});

describe('the parts of it', () => {
  test.prop([fc.uint8Array({ maxLength: 20_000 })])('base64 leads back', (bytes) => {
    expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
  });

  test.prop([fc.jsonValue()])('canonical JSON says the same, in one order', (value) => {
    expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(canonical({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
  });

  it('revisions and ancestors lead to each other', () => {
    const sent = revisionsOf('3-c', ['2-b', '1-a']);
    expect(sent).toEqual({ start: 3, ids: ['c', 'b', 'a'] });
    expect(ancestorsOf(sent)).toEqual(['2-b', '1-a']);
    expect(ancestorsOf({ start: 40, ids: Array.from({ length: 40 }, (_, i) => `${i}`) })).toHaveLength(20);
  });

  it('leaves stand in the order in which CouchDB shows them', () => {
    const leaf = (rev: string, deleted = false) => ({ rev, deleted });
    const leaves = [leaf('9-z', true), leaf('2-a'), leaf('10-a'), leaf('10-b')].sort(compareLeaves);
    expect(leaves.map(({ rev }) => rev)).toEqual(['10-b', '10-a', '2-a', '9-z']);
  });
});

describe('what a server says', () => {
  it.each([
    [
      'a feed',
      changesAnswer,
      { results: [{ id: 'x', seq: null, changes: [{ rev: '1-a' }] }], last_seq: '9-g1A' },
    ],
    ['a feed of numbers', changesAnswer, { results: [], last_seq: 0, pending: 0 }],
    ['documents', bulkGetAnswer, { results: [{ id: 'x', docs: [{ ok: {} }, { error: {} }] }] }],
    ['nothing failed', bulkDocsAnswer, []],
    // The shapes of CouchDB's API reference: _changes, _bulk_get, _bulk_docs, _revs_diff, _local.
    [
      'a feed of a cluster, with a tombstone and what waits',
      changesAnswer,
      {
        last_seq: '5-g1AAAAIreJyVkEsKwjAURZ',
        pending: 0,
        results: [
          { changes: [{ rev: '2-7051cbe5c8faecd085a3fa619e6e6337' }], deleted: true, id: 'x', seq: null },
        ],
      },
    ],
    [
      'a document that is not there',
      bulkGetAnswer,
      {
        results: [
          {
            id: 'x',
            docs: [{ error: { id: 'x', rev: '1-a', error: 'not_found', reason: 'missing' } }],
          },
        ],
      },
    ],
    [
      'one document refused',
      bulkDocsAnswer,
      [{ id: 'x', rev: '1-a', error: 'forbidden', reason: 'no such field' }],
    ],
    [
      'what it lacks',
      revsDiffAnswer,
      { x: { missing: ['2-a'], possible_ancestors: ['1-b'] }, y: { missing: ['1-c'] } },
    ],
    ['a mark that it took', written, { ok: true, id: '_local/d-x', rev: '0-1' }],
    ['a mark', markAnswer, { _id: '_local/d-x', _rev: '0-1', seen: ['a'] }],
  ])('%s is believed', (_what, schema, said) => {
    expect(schema.safeParse(said).success).toBe(true);
  });

  it.each([
    ['a list for a feed', changesAnswer, []],
    ['marks that are none', markAnswer, { _rev: '0-1', seen: [7] }],
    ['a document of someone else', wireDoc, { _id: 'readme', _rev: '1-a', v: 1, k: '00000000', e: '' }],
    ['a document without a seal', wireDoc, { _id: `n:${'0'.repeat(32)}`, _rev: '1-a', v: 1 }],
    ['an object for a list', bulkDocsAnswer, { ok: true }],
  ])('%s is not', (_what, schema, said) => {
    expect(schema.safeParse(said).success).toBe(false);
  });

  test.prop([fc.anything()])('nothing makes a parser throw', (said) => {
    for (const schema of [changesAnswer, bulkGetAnswer, bulkDocsAnswer, markAnswer, wireDoc])
      expect(typeof schema.safeParse(said).success).toBe('boolean');
  });
});
