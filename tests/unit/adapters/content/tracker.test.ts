import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTracker } from '@/entrypoints/crm.content/tracker';
import type { CompiledAdapter, RawSighting } from '@/utils/adapters/compiled';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { compiled, plainPage } from '../build';
import { isVisible, openPage } from '../page';

const FIELDS = ['手机', '地址', '生日'].map((label) => ({
  key: `crm.${label}`,
  find: { label },
  as: { type: 'text' as const },
}));

const CONTACTS = {
  row: 'li',
  day: { selector: 'b' },
  channel: { selector: 'i' },
  channels: { 电话: 'phone' as const },
  text: { selector: 'span' },
};

const SURE = compiled([plainPage({ fields: FIELDS, contacts: CONTACTS })]);
/** Only the address names the record, as in many single-page apps. */
const UNSURE = compiled([
  plainPage({ fields: FIELDS, identity: { id: { url: 'id' }, shape: 'digits' }, contacts: CONTACTS }),
]);

type Said = { at: number; generation: number } & ({ sighting: RawSighting } | { left: string });

/** A tab with one document, a clock that only the test moves, and what the tracker said of it. */
async function tab(adapter: CompiledAdapter) {
  const document = await openPage('<main></main>');
  const said: Said[] = [];
  const timers = new Set<{ at: number; run: () => void }>();
  let time = 1_000_000;
  let url = 'http://localhost/clients';
  const main = document.querySelector('main');
  const tracker = createTracker({
    look: (whole) => recognise(candidatesFor([adapter], url), document, isVisible, whole),
    isVisible,
    watch: () => undefined,
    sighted: (generation, sighting) => said.push({ at: time, generation, sighting }),
    left: (generation, left) => said.push({ at: time, generation, left }),
    now: () => time,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  return {
    document,
    tracker,
    said,
    /** What has been said since last asked: record numbers with the count of their fields, or why there is none. */
    news: () =>
      said
        .splice(0)
        .map((one) =>
          'left' in one
            ? one.left
            : `${one.sighting.record.recordId}:${one.sighting.fields.length}+${one.sighting.lists.flat().length}`,
        ),
    go(to: string) {
      url = `http://localhost/${to}`;
      tracker.moved(candidatesFor([adapter], url));
      tracker.check();
    },
    draw(html: string) {
      if (main) main.innerHTML = html;
      tracker.glance();
      tracker.check();
    },
    wait(ms: number) {
      const until = time + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.run();
      }
      time = until;
    },
  };
}

interface Client {
  id: string;
  name: string;
  phone?: string;
  address?: string;
  birthday?: string;
  contacts?: string[];
}

const WANG: Client = {
  id: '101',
  name: '王丽华',
  phone: '13800006621',
  address: '临澜市滨江区望江路 88 号',
  birthday: '1981-05-24',
  contacts: ['大额存单到期'],
};
const LI: Client = {
  id: '102',
  name: '李强',
  phone: '13900001111',
  birthday: '1975-12-31',
  contacts: ['回访'],
};

const page = ({ id, name, phone = '', address = '', birthday = '', contacts = [] }: Client) => `
  <h1>${name}</h1><p>客户号：${id}</p>
  <dl><dt>手机</dt><dd>${phone}</dd><dt>地址</dt><dd>${address}</dd><dt>生日</dt><dd>${birthday}</dd></dl>
  <ul>${contacts.map((text) => `<li><b>2026-02-09</b><i>电话</i><span>${text}</span></li>`).join('')}</ul>`;

/** A tab in which a first client has been open long enough to be known whole. */
async function tabWith(client: Client, adapter = SURE) {
  const open = await tab(adapter);
  open.go(`client/${client.id}`);
  open.draw(page(client));
  open.wait(5000);
  open.news();
  return open;
}

describe('the tracker of a tab', () => {
  it('says the first client whole and at once', async () => {
    const open = await tab(SURE);
    open.go('client/101');
    open.draw(page(WANG));
    expect(open.news()).toEqual(['101:3+1']);
    open.wait(10_000);
    expect(open.news()).toEqual([]);
  });

  it('says who the next one is at once, and the rest when the page is at rest', async () => {
    const open = await tabWith(WANG);
    open.go('client/102');
    expect(open.news()).toEqual(['navigating']);
    open.draw(page(LI));
    expect(open.news()).toEqual(['102:0+0']);
    open.wait(200);
    expect(open.news()).toEqual(['102:2+1']);
  });

  it('gives every change of client a higher generation, and an update the same', async () => {
    const open = await tabWith(WANG);
    open.go('client/102');
    open.draw(page(LI));
    open.wait(200);
    open.draw(page({ ...LI, address: '临澜市湖滨区商贸街 194 号' }));
    open.go('clients');
    const generations = open.said.map(({ generation }) => generation);
    const [left = 0, quick = 0, whole = 0, more = 0, away = 0] = generations;
    expect(generations).toHaveLength(5);
    expect(left).toBeLessThan(quick);
    expect([whole, more]).toEqual([quick, quick]);
    expect(away).toBeGreaterThan(quick);
    expect(open.tracker.generation()).toBeNull();
  });

  it('shows nobody while the address is ahead of the page', async () => {
    const open = await tabWith(WANG);
    open.go('client/102');
    open.draw(page(WANG));
    open.wait(60_000);
    expect(open.news()).toEqual(['navigating', 'ambiguous']);
  });

  it('believes no address alone: the page has to change before it is another client’s', async () => {
    const open = await tabWith(WANG, UNSURE);
    open.go('client/102');
    open.wait(60_000);
    expect(open.news()).toEqual(['navigating', 'waiting']);
    open.draw(page(LI));
    open.wait(60_000);
    expect(open.news().at(-1)).toBe('102:2+1');
  });

  it('waits a moment for a client who bears the name of the last one', async () => {
    const open = await tabWith(WANG);
    open.go('client/102');
    open.draw(page({ ...LI, name: WANG.name }));
    expect(open.news()).toEqual(['navigating']);
    open.wait(1000);
    expect(open.news()).toEqual(['102:0+0', '102:2+1']);
  });

  it('does not say of a client what still stands there of the last one', async () => {
    const open = await tabWith(WANG);
    open.go('client/102');
    open.draw(page({ ...LI, address: WANG.address ?? '', contacts: WANG.contacts ?? [] }));
    open.wait(1000);
    expect(open.news()).toEqual(['navigating', '102:0+0', '102:2+0']);
    open.wait(2000);
    // The page is at rest: the address is shared, as spouses' is; the list still is the last one's.
    expect(open.news()).toEqual(['102:3+0']);
  });

  it('reads no lists of a client opened while answers about the last one were on their way', async () => {
    const open = await tabWith(WANG);
    open.go('client/102');
    open.go('client/103');
    open.draw(page({ ...LI, id: '103' }));
    open.wait(500);
    expect(open.news()).toEqual(['navigating', '103:0+0']);
    open.wait(2000);
    expect(open.news()).toEqual(['103:2+0']);
    open.wait(20_000);
    open.go('client/104');
    open.draw(page({ ...WANG, id: '104', name: '赵敏' }));
    open.wait(5000);
    expect(open.news().at(-1)).toBe('104:3+1');
  });

  it('keeps a client whose name is covered by another tab of its own page', async () => {
    const open = await tabWith(WANG);
    const heading = open.document.querySelector('h1');
    heading?.setAttribute('hidden', '');
    open.tracker.glance();
    open.tracker.check();
    open.wait(1000);
    expect(open.news()).toEqual([]);
    if (heading) heading.textContent = '李强';
    open.tracker.glance();
    expect(open.news()).toEqual(['waiting']);
  });

  it('loses a client at a glance when its place is hidden, taken away or doubled', async () => {
    for (const change of [
      (main: Element) => main.setAttribute('hidden', ''),
      (main: Element) => main.remove(),
      (main: Element) => main.after(main.cloneNode(true)),
    ]) {
      const open = await tabWith(WANG);
      const main = open.document.querySelector('main');
      if (main) change(main);
      open.tracker.glance();
      expect(open.news()).toHaveLength(1);
      expect(open.tracker.generation()).toBeNull();
    }
  });

  it('tells of a page without a client once that has lasted', async () => {
    const open = await tab(SURE);
    open.go('clients');
    expect(open.news()).toEqual([]);
    open.wait(400);
    expect(open.news()).toEqual(['notClientPage']);
    open.go('client/101');
    open.wait(100);
    open.draw(page(WANG));
    expect(open.news()).toEqual(['101:3+1']);
  });

  it('says everything anew when the background has forgotten', async () => {
    const open = await tabWith(WANG);
    const before = open.tracker.generation() ?? 0;
    open.tracker.again();
    expect(open.said.map(({ generation }) => generation > before)).toEqual([true]);
    expect(open.news()).toEqual(['101:3+1']);
    open.tracker.leave();
    expect(open.news()).toEqual(['navigating']);
  });

  it('never says a client whom address and page do not both name, in whatever order they change', async () => {
    const step = fc.oneof(
      fc.record({ go: fc.integer({ min: 101, max: 105 }) }),
      fc.record({ draw: fc.integer({ min: 101, max: 105 }) }),
      fc.record({ wait: fc.constantFrom(10, 100, 400, 2000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const open = await tab(SURE);
        let address = 0;
        let drawn = 0;
        for (const next of steps) {
          if ('go' in next) {
            address = next.go;
            open.go(`client/${address}`);
          } else if ('draw' in next) {
            drawn = next.draw;
            open.draw(page({ ...LI, id: String(drawn), name: `客户${drawn}` }));
          } else open.wait(next.wait);
          for (const one of open.said.splice(0)) {
            if (!('sighting' in one)) continue;
            expect([one.sighting.record.recordId, one.sighting.name]).toEqual([
              String(address),
              `客户${drawn}`,
            ]);
            expect(drawn).toBe(address);
          }
          const shown = open.tracker.generation() !== null;
          if (shown) expect(drawn).toBe(address);
        }
      }),
      { numRuns: 60 },
    );
  });
});
