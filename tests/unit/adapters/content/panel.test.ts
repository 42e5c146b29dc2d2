import { describe, expect, it } from 'vitest';
import type { HostEvents, PanelHost } from '@/entrypoints/crm.content/host';
import { createPanel } from '@/entrypoints/crm.content/panel';
import type { HelloReply, PanelReply, Place } from '@/utils/messaging/content';

const WORDS = { open: 'open', fold: 'fold', resize: 'resize', reload: 'reload' };

/** A panel over a host of paper: what can be seen, what was asked for, what was remembered. */
function panelOf(start: Partial<NonNullable<HelloReply>> = {}) {
  const seen = { inPage: false, visible: false, tab: false, frame: '', stale: false, room: false, frames: 0 };
  const remembered: Place[] = [];
  const timers = new Set<{ at: number; run: () => void }>();
  let events: HostEvents | undefined;
  let time = 10_000;
  let gesture = Number.NEGATIVE_INFINITY;
  let paint: () => void = () => undefined;
  let invite: () => Promise<PanelReply> = async () => ({ src: `panel#${seen.frames}` });
  const host: PanelHost = {
    apply: () => undefined,
    veil(away) {
      seen.visible = false;
      seen.tab = !away;
    },
    unveil() {
      seen.visible = true;
      seen.tab = true;
    },
    load(src) {
      seen.frames += 1;
      seen.frame = src;
    },
    unload() {
      seen.frame = '';
    },
    focus: () => undefined,
    markStale() {
      seen.stale = true;
    },
    remove() {
      seen.inPage = false;
    },
  };
  const panel = createPanel(
    {
      host(given) {
        events = given;
        seen.inPage = true;
        return host;
      },
      room: {
        take: (_, mayPush) => {
          seen.room ||= mayPush;
        },
        give: () => {
          seen.room = false;
        },
      },
      invite: () => invite(),
      remember: (place) => remembered.push(place),
      now: () => time,
      lastGesture: () => gesture,
      painted: () =>
        new Promise((done) => {
          paint = done;
        }),
      after(ms, run) {
        const timer = { at: time + ms, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    { adapters: [], place: null, autoOpen: true, words: WORDS, panel: null, ...start },
  );
  return {
    panel,
    seen,
    remembered,
    press: () => events?.toggled(),
    place: (change: Partial<Place>) => events?.placed(change, true),
    paint: () => paint(),
    click: () => {
      gesture = time;
    },
    refuse: () => {
      invite = async () => null;
    },
    async wait(ms: number) {
      time += ms;
      for (const timer of [...timers].filter(({ at }) => at <= time)) {
        timers.delete(timer);
        timer.run();
      }
      await Promise.resolve();
      await new Promise((done) => setImmediate(done));
    },
  };
}

const MINUTE = 60_000;

describe('the panel in a page', () => {
  it('puts nothing into a page that never showed a client', async () => {
    const { panel, seen, wait } = panelOf();
    panel.none();
    await wait(MINUTE);
    panel.toggle();
    await wait(0);
    expect(seen.inPage).toBe(false);
    expect(seen.frames).toBe(0);
  });

  it('is seen only when the client it was opened for has been drawn', async () => {
    const { panel, seen, wait } = panelOf();
    panel.client(1);
    await wait(0);
    expect([seen.inPage, seen.frames, seen.visible]).toEqual([true, 1, false]);
    panel.show(1);
    expect(seen.visible).toBe(true);
    panel.client(2);
    expect(seen.visible).toBe(false);
    panel.show(1);
    expect(seen.visible).toBe(false);
    panel.show(2);
    expect([seen.visible, seen.frames]).toEqual([true, 1]);
  });

  it('lets the frame learn of the next client only when the last one is off the screen', async () => {
    const { panel, wait, paint } = panelOf();
    const told: number[] = [];
    const tell = (client: number): void => {
      panel.client(client);
      void panel.veiled().then(() => told.push(client));
    };
    tell(1);
    await wait(0);
    expect(told).toEqual([1]);
    panel.show(1);
    tell(2);
    tell(3);
    await wait(0);
    expect(told).toEqual([1]);
    paint();
    await wait(0);
    expect(told).toEqual([1, 2, 3]);
  });

  it('stays as it is while more of the same client is read', async () => {
    const { panel, seen, wait } = panelOf();
    panel.client(1);
    await wait(0);
    panel.show(1);
    panel.client(1);
    expect(seen.visible).toBe(true);
  });

  it('is hidden at once when the client is left, later its tab, and after a minute the frame goes', async () => {
    const { panel, seen, wait } = panelOf();
    panel.client(1);
    await wait(0);
    panel.show(1);
    panel.none();
    expect([seen.visible, seen.tab, seen.frame]).toEqual([false, true, 'panel#0']);
    panel.show(1);
    expect(seen.visible).toBe(false);
    await wait(500);
    expect(seen.tab).toBe(false);
    await wait(MINUTE);
    expect(seen.frame).toBe('');
    panel.client(2);
    await wait(0);
    expect(seen.frames).toBe(2);
  });

  it('keeps its frame from one client to the next', async () => {
    const { panel, seen, wait } = panelOf();
    for (const generation of [1, 2, 3, 4]) {
      panel.client(generation);
      await wait(0);
      panel.show(generation);
      panel.none();
      await wait(1000);
    }
    expect(seen.frames).toBe(1);
  });

  it('asks for no frame while it is folded, and remembers how it was left', async () => {
    const folded = panelOf({ autoOpen: false });
    folded.panel.client(1);
    await folded.wait(0);
    expect([folded.seen.tab, folded.seen.frames]).toEqual([true, 0]);
    folded.press();
    await folded.wait(0);
    expect(folded.seen.frames).toBe(1);
    expect(folded.remembered.at(-1)).toMatchObject({ open: true, push: true });
    folded.panel.show(1);
    folded.press();
    expect(folded.seen.visible).toBe(false);
    expect(folded.remembered.at(-1)).toMatchObject({ open: false });
  });

  it('follows what was remembered of the site before the setting', async () => {
    const place: Place = { top: 0.2, width: 400, open: false, push: false };
    const { panel, seen, wait } = panelOf({ place, autoOpen: true });
    panel.client(1);
    await wait(0);
    expect(seen.frames).toBe(0);
  });

  it('takes room only in answer to the user, and gives it back', async () => {
    const alone = panelOf();
    alone.panel.client(1);
    await alone.wait(0);
    alone.panel.show(1);
    expect(alone.seen.room).toBe(false);
    alone.click();
    alone.panel.client(2);
    alone.panel.show(2);
    expect(alone.seen.room).toBe(true);
    alone.panel.none();
    await alone.wait(500);
    expect(alone.seen.room).toBe(false);

    const known = panelOf({ place: { top: 0.5, width: 360, open: null, push: true } });
    known.panel.client(1);
    await known.wait(0);
    known.panel.show(1);
    expect(known.seen.room).toBe(true);
  });

  it('remembers where it was moved to and how wide it was drawn', async () => {
    const { panel, place, remembered, wait } = panelOf();
    panel.client(1);
    await wait(0);
    place({ width: 420 });
    place({ top: 0.8 });
    expect(remembered.at(-1)).toMatchObject({ width: 420, top: 0.8 });
  });

  it('shows a tab alone where it is not invited, and asks again for the next client', async () => {
    const { panel, seen, refuse, wait } = panelOf();
    refuse();
    panel.client(1);
    await wait(0);
    panel.show(1);
    expect([seen.tab, seen.visible, seen.frames]).toEqual([true, false, 0]);
  });

  it('loads no frame for a client who left while it was being asked for', async () => {
    const { panel, seen, wait } = panelOf();
    panel.client(1);
    panel.none();
    await wait(0);
    expect(seen.frames).toBe(0);
  });

  it('keeps what is in it when the extension goes, for that client only', async () => {
    const { panel, seen, press, wait } = panelOf();
    panel.client(1);
    await wait(0);
    panel.show(1);
    panel.freeze();
    expect([seen.stale, seen.visible]).toEqual([true, true]);
    press();
    expect(seen.visible).toBe(false);
    press();
    expect([seen.visible, seen.frames]).toEqual([true, 1]);
    panel.none();
    panel.client(2);
    await wait(MINUTE * 2);
    press();
    press();
    panel.show(2);
    expect([seen.visible, seen.frame]).toEqual([false, 'panel#0']);
  });

  it('is put away with the page and leaves nothing behind', async () => {
    const { panel, seen, wait } = panelOf();
    panel.client(1);
    await wait(0);
    panel.show(1);
    panel.unload();
    expect([seen.visible, seen.frame]).toEqual([false, '']);
    panel.dispose();
    expect([seen.inPage, seen.room]).toEqual([false, false]);
  });
});
