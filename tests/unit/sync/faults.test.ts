import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Answer, Remote } from '@/utils/sync/replicator/ports';
import { aFact, aNote, newOp } from '../store/support/book';
import { addClient, know, tryWrite, write } from '../store/support/deeds';
import { type Backend, backupOf, model, npmServer, realServer, restore, type Site } from './support/backends';
import { Device, SPACE, STOPPED, stopping } from './support/device';
import { behindFaults, type Fault } from './support/faults';

/*
 * Everything that may go wrong between a book and its server, one by one: against the model, against a real server of
 * the protocol, and against a CouchDB where COUCH_URL names one.
 */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const couchUrl = process.env['COUCH_URL'];
const backends: Backend[] = [model, await npmServer(), ...(couchUrl ? [realServer(couchUrl)] : [])];
afterAll(() => Promise.all(backends.map((backend) => backend.close())));

const says = (status: number, text = '{}', retryAfter: number | null = null): Answer => ({
  status,
  text,
  retryAfter,
});

describe.each(backends.map((backend) => [backend.name, backend] as const))('against %s', (_name, backend) => {
  let site: Site;
  let a: Device;
  let b: Device;
  let waits: number[];

  beforeEach(async () => {
    site = await backend.site();
    [a, b] = [await Device.open(1), await Device.open(2)];
    waits = [];
  });
  afterEach(() => {
    a.close();
    b.close();
  });

  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  /** Brings devices in step; fails the test if one does not come through. */
  const inStep = async (...devices: Device[]) => {
    for (const device of devices) expect(await device.sync(site.remote)).toMatchObject({ ok: true });
  };
  const same = async () => expect([...(await b.says())]).toEqual([...(await a.says())]);
  const rename = async (device: Device, id: ClientId, name: string) => {
    const { bundle } = await know(device.store, id);
    await write(device.store, { type: 'update', table: 'clients', body: { ...bundle.client, name } });
  };
  const nameOn = async (device: Device, id: ClientId) => (await know(device.store, id)).bundle.client.name;
  /** A server that answers some requests in its own way; null for the real answer. */
  const answering = (answer: (path: string, turn: number) => Answer | null): Remote => {
    let turn = 0;
    return {
      request: async (...args) => answer(args[1], turn++) ?? site.remote.request(...args),
    };
  };
  /** Sends what is written, once, and never hears an answer. */
  const sendUnheard = async (device: Device) => {
    let isLost = false;
    const remote = behindFaults(site.remote, (path) => {
      if (isLost) return 'noAnswer';
      isLost = path === '/_bulk_docs';
      return isLost ? 'answerLost' : null;
    });
    expect(await device.sync(remote, { sleep })).toMatchObject({ ok: false, error: { code: 'busy' } });
  };
  /** Leaves of every document, by its id. */
  const leaves = async () => {
    const said = await site.remote.request('GET', '/_changes?style=all_docs&since=0&limit=10000');
    const feed: { results: { id: string; changes: { rev: string }[] }[] } = JSON.parse(said.text);
    return new Map(feed.results.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]));
  };
  /** A revision that does not open over what is shown of every document. */
  const forgeOverAll = async () => {
    const hash = 'f'.repeat(32);
    const docs = [...(await leaves())].map(([_id, [rev = '']]) => {
      const [generation = '', parent = ''] = rev.split('-');
      const start = Number(generation) + 1;
      const over = { _id, _rev: `${start}-${hash}`, _revisions: { start, ids: [hash, parent] } };
      return { ...over, v: 1, k: '00000000', e: 'AAAA' };
    });
    await site.remote.request('POST', '/_bulk_docs', { new_edits: false, docs });
  };

  it('what one device writes the other has, and nothing is sent twice', async () => {
    const client = await addClient(a.store);
    await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    await inStep(a, b);
    await same();
    expect(await know(b.store, client.id)).toMatchObject({
      bundle: { client },
      records: [{ crmId: 'demo' }],
    });
    const [again, back] = [await b.sync(site.remote), await a.sync(site.remote)];
    expect(again.ok && again.value.sent).toBe(0);
    expect(back.ok && back.value.sent).toBe(0);
  });

  it('where nothing happened, two requests are all', async () => {
    await addClient(a.store);
    await inStep(a, a);
    let requests = 0;
    const counting: Remote = {
      request: (...args) => {
        requests += 1;
        return site.remote.request(...args);
      },
    };
    await a.sync(counting);
    expect(requests).toBe(2);
  });

  it('a first run is brought every document by the feed, and reads none of its own again', async () => {
    const client = await addClient(a.store);
    for (let i = 0; i < 4; i++)
      await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: `${i}` }) });
    await inStep(a);
    await addClient(b.store);
    const asked: string[] = [];
    const telling: Remote = {
      request: (...args) => {
        asked.push(args[1].replace(/\?.*include_docs.*/, ' whole').replace(/\?.*/, ''));
        return site.remote.request(...args);
      },
    };
    expect(await b.sync(telling, { page: { pull: 2, push: 9 } })).toMatchObject({ ok: true });
    expect(asked).not.toContain('/_bulk_get');
    const sent = asked.indexOf('/_bulk_docs');
    expect(asked.slice(0, sent).filter((path) => path === '/_changes whole').length).toBeGreaterThan(2);
    expect(asked.slice(sent)).not.toContain('/_changes whole');
    expect(asked.slice(sent)).toContain('/_changes');
  });

  it('the journal says that it came from elsewhere, and it can be verified', async () => {
    const client = await addClient(a.store);
    await inStep(a, b);
    const trail = await b.store.trail(client.id);
    expect(trail.ok && trail.value.map(({ cause }) => cause)).toEqual(['sync']);
    expect(await b.store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  });

  it('both write: each fact is kept, both texts are kept, an edit beats a removal', async () => {
    const client = await addClient(a.store);
    const [kept, doomed] = [aNote(client.id, { text: '原文' }), aNote(client.id, { text: '将删' })];
    await write(a.store, { type: 'insert', table: 'notes', body: kept });
    await write(a.store, { type: 'insert', table: 'notes', body: doomed });
    await inStep(a, b);
    await write(a.store, { type: 'update', table: 'clients', body: { ...client, tier: 'C' } });
    await write(b.store, {
      type: 'update',
      table: 'clients',
      body: { ...client, facts: { hobby: aFact('棋') } },
    });
    await write(a.store, { type: 'update', table: 'notes', body: { ...kept, text: '甲改' } });
    await write(b.store, { type: 'update', table: 'notes', body: { ...kept, text: '乙改' } });
    await write(a.store, { type: 'delete', table: 'notes', body: doomed });
    await write(b.store, { type: 'update', table: 'notes', body: { ...doomed, text: '乙留' } });
    await inStep(a, b, a, b, a);
    await same();
    const { bundle } = await know(a.store, client.id);
    expect(bundle.client).toMatchObject({ tier: 'C', facts: { hobby: aFact('棋') } });
    expect(bundle.notes.map(({ text }) => text).sort()).toEqual(['乙改', '乙留', '甲改'].sort());
    expect(bundle.notes.find(({ copyOf }) => copyOf !== undefined)?.copyOf).toBe(kept.id);
  });

  it('a note written into and removed, and both unsaid: it stands with what was written, pinned there meanwhile', async () => {
    const client = await addClient(a.store);
    const note = aNote(client.id, { text: '原文' });
    await write(a.store, { type: 'insert', table: 'notes', body: note });
    await inStep(a, b);
    await write(a.store, { type: 'update', table: 'notes', body: { ...note, text: '甲改' } });
    const removal = newOp();
    await tryWrite(a.store, [{ type: 'delete', table: 'notes', body: { ...note, text: '甲改' } }], removal);
    await inStep(a);
    await write(b.store, { type: 'update', table: 'notes', body: { ...note, pinned: true } });
    expect(await a.store.undo({ op: newOp(), target: removal })).toMatchObject({ ok: true });
    await inStep(a, b, a);
    await same();
    const { bundle } = await know(a.store, client.id);
    expect(bundle.notes).toEqual([{ ...note, text: '甲改', pinned: true }]);
  });

  it('a client removed here and written to there comes back, with what was written', async () => {
    const client = await addClient(a.store);
    await inStep(a, b);
    const { records } = await know(a.store, client.id);
    await write(
      a.store,
      ...records.map(
        (record) => ({ type: 'delete', table: 'links', body: { record, clientId: client.id } }) as const,
      ),
      { type: 'delete', table: 'clients', body: client },
    );
    const note = aNote(client.id, { text: '没人看到' });
    await write(b.store, { type: 'insert', table: 'notes', body: note });
    await inStep(a, b, a, b);
    await same();
    expect((await know(a.store, client.id)).bundle.notes).toEqual([note]);
  });

  it('a client removed here is removed there', async () => {
    const client = await addClient(a.store);
    await inStep(a, b);
    const { records } = await know(a.store, client.id);
    await write(
      a.store,
      ...records.map(
        (record) => ({ type: 'delete', table: 'links', body: { record, clientId: client.id } }) as const,
      ),
      { type: 'delete', table: 'clients', body: client },
    );
    await inStep(a, b);
    expect([...(await b.says())]).toEqual([]);
  });

  it('a change taken back and made again goes over as it stands', async () => {
    const client = await addClient(a.store);
    const note = aNote(client.id);
    const { seq } = await write(a.store, { type: 'insert', table: 'notes', body: note });
    expect(seq).toBeGreaterThan(0);
    await inStep(a, b);
    await write(a.store, { type: 'delete', table: 'notes', body: note });
    await write(a.store, { type: 'insert', table: 'notes', body: note });
    await inStep(a, b);
    await same();
    expect((await know(b.store, client.id)).bundle.notes).toEqual([note]);
    expect(await a.store.sync.marked(SPACE, 2, 10)).toEqual([]);
  });

  it.each([[401], [403]])(
    '%s: one try, everything stays to be sent, and one is asked to sign in',
    async (status) => {
      await addClient(a.store);
      let requests = 0;
      const closed: Remote = {
        request: async () => {
          requests += 1;
          return says(status, '{"error":"unauthorized"}');
        },
      };
      expect(await a.sync(closed)).toMatchObject({ ok: false, error: { code: 'signIn', status } });
      expect(requests).toBeLessThanOrEqual(2);
      await inStep(a, b);
      await same();
    },
  );

  it('404 of the database: said, and nothing is removed here', async () => {
    const client = await addClient(a.store);
    await inStep(a);
    const none = answering(() => says(404, '{"error":"not_found","reason":"Database does not exist."}'));
    expect(await a.sync(none)).toMatchObject({ ok: false, error: { code: 'missing' } });
    expect(await nameOn(a, client.id)).toBe(client.name);
  });

  it.each<[string, Fault]>([
    ['409', 'conflict'],
    ['412', 'precondition'],
    ['429', 'later'],
    ['503', 'busy'],
    ['a time-out', 'timeOut'],
    ['no answer', 'noAnswer'],
    ['an answer that is lost', 'answerLost'],
    ['half an answer', 'cut'],
    ['an empty list for an answer', 'empty'],
    ['every request twice', 'twice'],
  ])('%s at every third request: all arrives, once', async (_what, fault) => {
    const client = await addClient(a.store);
    for (let i = 0; i < 7; i++)
      await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: `${i}` }) });
    for (const device of [a, b]) {
      let turn = 0;
      const remote = behindFaults(site.remote, () => (turn++ % 3 === 0 ? fault : null));
      expect(await device.sync(remote, { sleep, page: { pull: 3, push: 2 } })).toMatchObject({ ok: true });
    }
    await same();
    for (const revs of (await leaves()).values()) expect(revs).toHaveLength(1);
    if (fault === 'later') expect(waits).toContain(1000);
  });

  it('removed after a sending whose answer was lost: it stays removed, everywhere', async () => {
    const client = await addClient(a.store);
    const [gone, kept] = [aNote(client.id, { text: '删' }), aNote(client.id, { text: '留' })];
    for (const body of [gone, kept]) await write(a.store, { type: 'insert', table: 'notes', body });
    await sendUnheard(a);
    await write(a.store, { type: 'delete', table: 'notes', body: gone });
    await inStep(a, b, a);
    await same();
    expect((await know(a.store, client.id)).bundle.notes).toEqual([kept]);
  });

  it('written anew, sent without an answer, and removed: it stays removed, everywhere', async () => {
    const client = await addClient(a.store);
    const note = aNote(client.id, { text: '初稿' });
    const anew = { ...note, text: '定稿' };
    await write(a.store, { type: 'insert', table: 'notes', body: note });
    await inStep(a, b);
    await write(a.store, { type: 'update', table: 'notes', body: anew });
    await sendUnheard(a);
    await write(a.store, { type: 'delete', table: 'notes', body: anew });
    await inStep(a, b, a);
    await same();
    expect((await know(a.store, client.id)).bundle.notes).toEqual([]);
  });

  it('a sign-in page instead of an answer is no answer, and said to be none', async () => {
    await addClient(a.store);
    const portal = behindFaults(site.remote, () => 'page');
    expect(await a.sync(portal)).toMatchObject({ ok: false, error: { code: 'notCouch' } });
    await inStep(a, b);
    await same();
  });

  it('a server that asks to wait long is left alone until then', async () => {
    await addClient(a.store);
    const busy = answering(() => says(429, '{}', 3600));
    expect(await a.sync(busy, { sleep })).toMatchObject({
      ok: false,
      error: { code: 'busy', wait: 3_600_000 },
    });
    expect(waits).toEqual([]);
  });

  it.each([
    ['the documents', '/_bulk_docs', '[]'],
    ['the mark behind them', '/_local/', '{"ok":true,"rev":"0-1"}'],
  ])('202 at %s: too few took it, so nothing counts as sent', async (_what, at, text) => {
    const client = await addClient(a.store);
    let lost = 0;
    const few: Remote = {
      async request(...args) {
        if (args[0] === 'GET' || !args[1].startsWith(at)) return site.remote.request(...args);
        lost += 1;
        return says(202, text);
      },
    };
    expect(await a.sync(few)).toMatchObject({ ok: false, error: { code: 'quorum' } });
    expect(lost).toBe(1);
    await inStep(a, b);
    expect(await nameOn(b, client.id)).toBe(client.name);
  });

  it('reordering: an older request that arrives after newer ones brings nothing old back', async () => {
    const client = await addClient(a.store);
    const note = aNote(client.id, { text: '将删' });
    await write(a.store, { type: 'insert', table: 'notes', body: note });
    const sent: Parameters<Remote['request']>[] = [];
    const keeping: Remote = {
      request: (...args) => {
        if (args[0] === 'POST') sent.push(args);
        return site.remote.request(...args);
      },
    };
    expect(await a.sync(keeping)).toMatchObject({ ok: true });
    await inStep(b);
    await rename(a, client.id, '新名');
    await write(a.store, { type: 'delete', table: 'notes', body: note });
    await inStep(a);
    expect(sent.length).toBeGreaterThan(0);
    for (const late of sent.toReversed()) await site.remote.request(...late);
    await inStep(b, a);
    await same();
    expect(await nameOn(b, client.id)).toBe('新名');
    expect((await know(b.store, client.id)).bundle.notes).toEqual([]);
    for (const revs of (await leaves()).values()) expect(revs).toHaveLength(1);
  });

  it('reordering and duplicates: a feed in another order, its entries named twice, comes to the same', async () => {
    const client = await addClient(a.store);
    for (let i = 0; i < 4; i++)
      await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: `${i}` }) });
    await inStep(a);
    await rename(a, client.id, '改名');
    await inStep(a);
    const shuffled: Remote = {
      async request(...args) {
        const answer = await site.remote.request(...args);
        if (!args[1].startsWith('/_changes')) return answer;
        const feed: { results: unknown[] } = JSON.parse(answer.text);
        const results = [...feed.results.toReversed(), ...feed.results];
        return { ...answer, text: JSON.stringify({ ...feed, results }) };
      },
    };
    const page = { pull: 2, push: 2 };
    expect(await b.sync(shuffled, { page })).toMatchObject({ ok: true });
    await same();
    const again = await b.sync(shuffled, { page });
    expect(again.ok && again.value.sent).toBe(0);
    expect((await know(b.store, client.id)).bundle.notes).toHaveLength(4);
  });

  it.each([[413], [500]])(
    '%s at one document: that one is set aside and named, all others arrive',
    async (status) => {
      const client = await addClient(a.store);
      const notes = Array.from({ length: 9 }, (_, i) => aNote(client.id, { text: `${i}` }));
      for (const body of notes) await write(a.store, { type: 'insert', table: 'notes', body });
      let poison: string | null = null;
      const choosy: Remote = {
        async request(...args) {
          const sent = args[1] === '/_bulk_docs' ? JSON.stringify(args[2]) : '';
          poison ??= /"_id":"(n:[0-9a-f]+)"/.exec(sent)?.[1] ?? null;
          return poison !== null && sent.includes(poison) ? says(status) : site.remote.request(...args);
        },
      };
      expect(await a.sync(choosy, { page: { pull: 50, push: 50 } })).toMatchObject({
        ok: true,
        value: { refused: 1 },
      });
      expect(await a.store.sync.countMarked(SPACE)).toMatchObject({ refused: 1 });
      await inStep(b);
      expect((await know(b.store, client.id)).bundle.notes).toHaveLength(8);
    },
  );

  it('500 at everything is the server’s trouble: nothing is set aside', async () => {
    const client = await addClient(a.store);
    for (let i = 0; i < 9; i++)
      await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    const broken = answering((path) => (path === '/_bulk_docs' ? says(500) : null));
    expect(await a.sync(broken)).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(await a.store.sync.countMarked(SPACE)).toMatchObject({ refused: 0 });
    await inStep(a, b);
    await same();
  });

  it('stopped at every single step in turn, it goes on from there and does nothing twice', async () => {
    const client = await addClient(a.store);
    for (let i = 0; i < 4; i++)
      await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: `${i}` }) });
    for (const device of [a, b]) {
      for (let at = 1; ; at++) {
        const end = new AbortController();
        const local = stopping(device.store.sync, at, () => end.abort());
        const page = { pull: 2, push: 2 };
        const run = device.sync(site.remote, { local, signal: end.signal, page });
        const stopped = await run.then(
          () => end.signal.aborted,
          (error: unknown) => error instanceof Error && error.message === STOPPED,
        );
        if (!stopped) break;
        await device.restart();
      }
    }
    await inStep(a, b, a);
    await same();
    for (const revs of (await leaves()).values()) expect(revs).toHaveLength(1);
    expect((await know(b.store, client.id)).bundle.notes).toHaveLength(4);
  });

  it('documents met in any order: rows wait for their client', async () => {
    const client = await addClient(a.store);
    await inStep(a);
    await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    await inStep(a);
    // The client moves to the end of the feed, behind everything that belongs to him.
    await rename(a, client.id, '最后');
    await inStep(a);
    expect(await b.sync(site.remote, { page: { pull: 1, push: 1 } })).toMatchObject({ ok: true });
    await same();
    expect(await b.store.sync.countMarked(SPACE)).toMatchObject({ waiting: 0 });
  });

  it('wiped: nothing is removed here, and everything is sent again, once', async () => {
    const client = await addClient(a.store);
    await write(a.store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    await inStep(a, b, a);
    const before = await leaves();
    await site.wipe();
    expect(await a.sync(site.remote)).toMatchObject({ ok: true, value: { restored: true } });
    await inStep(b, a);
    await same();
    expect(await leaves()).toEqual(before);
    expect(await nameOn(b, client.id)).toBe(client.name);
  });

  it('restored from an old backup: every newer edit, row and removal stays, and goes back to the server', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => addClient(a.store)));
    const [edited, , removed] = clients;
    if (!edited || !removed) throw new Error('no clients');
    const doomed = aNote(removed.id);
    await write(a.store, { type: 'insert', table: 'notes', body: doomed });
    await inStep(a, b, a);
    const old = await backupOf(site, [a.name, b.name]);
    await rename(a, edited.id, '改名');
    await write(a.store, { type: 'delete', table: 'notes', body: doomed });
    await inStep(a, b);
    const late = await addClient(b.store);
    await inStep(b, a);
    await restore(site, old);
    await inStep(a, b, a, b);
    await same();
    expect(await nameOn(a, edited.id)).toBe('改名');
    expect(await nameOn(a, late.id)).toBe(late.name);
    expect((await know(b.store, removed.id)).bundle.notes).toEqual([]);
    const third = await Device.open(3);
    await inStep(third);
    expect([...(await third.says())]).toEqual([...(await a.says())]);
    third.close();
  });

  it('restored from a backup, met first by the device that is behind: it brings nothing old back', async () => {
    const client = await addClient(a.store);
    await inStep(a, b, a);
    const old = await backupOf(site, [a.name, b.name]);
    await rename(a, client.id, '新名');
    await inStep(a);
    await restore(site, old);
    await inStep(b, a, b);
    await same();
    expect(await nameOn(b, client.id)).toBe('新名');
  });

  it('a server that shows an old version again is not believed; ours is offered again', async () => {
    const client = await addClient(a.store);
    await inStep(a, b);
    const old = await backupOf(site, []);
    await rename(a, client.id, '新名');
    await inStep(a, b);
    const marks = await backupOf(site, [a.name, b.name]);
    await restore(site, { ...old, marks: marks.marks });
    await inStep(a, b);
    expect(await nameOn(a, client.id)).toBe('新名');
    expect(await nameOn(b, client.id)).toBe('新名');
  });

  it('a removal that is withheld: the row stays there until it is told, and then goes', async () => {
    const client = await addClient(a.store);
    const note = aNote(client.id);
    await write(a.store, { type: 'insert', table: 'notes', body: note });
    await inStep(a, b);
    await write(a.store, { type: 'delete', table: 'notes', body: note });
    await inStep(a);
    const hiding: Remote = {
      async request(...args) {
        const answer = await site.remote.request(...args);
        if (!args[1].startsWith('/_changes')) return answer;
        const feed: { results: { id: string }[]; last_seq: unknown } = JSON.parse(answer.text);
        const results = feed.results.filter(({ id }) => !id.startsWith('n:'));
        return { ...answer, text: JSON.stringify({ ...feed, results, pending: 0, last_seq: 0 }) };
      },
    };
    expect(await b.sync(hiding)).toMatchObject({ ok: true });
    expect((await know(b.store, client.id)).bundle.notes).toEqual([note]);
    await inStep(b);
    expect((await know(b.store, client.id)).bundle.notes).toEqual([]);
  });

  it('forged edits and removals, and texts swapped between documents, change nothing', async () => {
    const client = await addClient(a.store);
    await addClient(a.store);
    await addClient(a.store);
    await inStep(a, b);
    const before = [...(await b.says())];
    const { docs } = await backupOf(site, []);
    const sealed = docs as {
      _id: string;
      _rev: string;
      _revisions: { start: number; ids: string[] };
      e: string;
    }[];
    const [first, second, third] = sealed.filter(({ _id }) => _id.startsWith('p:'));
    if (!first || !second || !third) throw new Error('no documents');
    const over = (doc: typeof first, hash: string, more: object) => ({
      ...doc,
      ...more,
      _rev: `2-${hash}`,
      _revisions: { start: 2, ids: [hash, ...doc._revisions.ids] },
    });
    const forged = [
      over(first, 'f'.repeat(32), { e: 'AAAA' }),
      over(second, 'e'.repeat(32), { _deleted: true }),
      over(third, 'd'.repeat(32), { e: first.e }),
    ];
    await site.remote.request('POST', '/_bulk_docs', { new_edits: false, docs: forged });
    const met = await b.sync(site.remote);
    expect(met).toMatchObject({ ok: true, value: { unreadable: 3 } });
    expect([...(await b.says())]).toEqual(before);
    // A device that was never here reads ours beside the forgeries.
    const fresh = await Device.open(4);
    await inStep(a, fresh, b);
    expect([...(await fresh.says())]).toEqual(before);
    expect(await nameOn(fresh, client.id)).toBe(client.name);
    fresh.close();
  });

  it('forged over what was sent again and never acknowledged: it is said once more, for all to see', async () => {
    const client = await addClient(a.store);
    await inStep(a);
    await site.wipe();
    await sendUnheard(a);
    await forgeOverAll();
    await inStep(a, b);
    expect(await nameOn(b, client.id)).toBe(client.name);
  });

  it('forged over an edit that was sent and never acknowledged: it is said once more, for all to see', async () => {
    const client = await addClient(a.store);
    await inStep(a);
    await rename(a, client.id, '改名');
    await sendUnheard(a);
    await forgeOverAll();
    await inStep(a, b);
    expect(await nameOn(b, client.id)).toBe('改名');
  });

  it('forged over a removal that was sent and never acknowledged: it is said once more, for all to see', async () => {
    const client = await addClient(a.store);
    const note = aNote(client.id);
    await write(a.store, { type: 'insert', table: 'notes', body: note });
    await inStep(a, b);
    await write(a.store, { type: 'delete', table: 'notes', body: note });
    await sendUnheard(a);
    await forgeOverAll();
    await inStep(a, b);
    await same();
    expect((await know(b.store, client.id)).bundle.notes).toEqual([]);
  });

  it('clocks days apart: who wrote over what he had seen wins', async () => {
    a.world.now += 3 * 86_400_000;
    const client = await addClient(a.store);
    await rename(a, client.id, '甲');
    await inStep(a, b);
    await rename(b, client.id, '乙');
    await inStep(b, a);
    expect(await nameOn(a, client.id)).toBe('乙');
    await same();
  });

  it('a locked book: nothing is read, nothing is lost', async () => {
    await addClient(a.store);
    a.world.locked = true;
    a.store.lock();
    expect(await a.sync(site.remote)).toMatchObject({ ok: false, error: { code: 'book' } });
    a.world.locked = false;
    await inStep(a, b);
    await same();
  });

  it('a database that is left takes nothing of the book with it, and can be joined again', async () => {
    const client = await addClient(a.store);
    await inStep(a, b);
    await a.store.sync.leave(SPACE);
    expect(await a.store.sync.space(SPACE)).toBeNull();
    expect(await nameOn(a, client.id)).toBe(client.name);
  });
});
