import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Command, command } from '@/utils/app/command';
import { GRAVE, graveOf } from '@/utils/app/grave';
import { guarded } from '@/utils/app/live/guarded';
import type { PanelPort } from '@/utils/app/panelPort';
import { PENDING_KEY, PENDING_MS, type Unseen } from '@/utils/app/pending';
import { pending, readPending, takePending } from '@/utils/app/pendingKept';
import { aClientId } from '../../gallery/fixtures/people';
import { FULL } from '../../gallery/fixtures/pictures';
import { playPort } from '../../gallery/fixtures/port';
import { VIEWS } from '../../gallery/fixtures/views';

/** Every command there is, and whether a stolen press could do harm by it: a new one must be judged here. */
const JUDGED: Record<Command['do'], boolean> = {
  track: false,
  logContact: false,
  amendContact: false,
  markEntered: false,
  setFact: false,
  clearFact: true,
  editClient: false,
  addNote: false,
  editNote: false,
  removeNote: true,
  settleNotes: true,
  keepRelation: false,
  dropRelation: true,
  keepHolding: false,
  dropHolding: true,
  keepPolicy: false,
  dropPolicy: true,
  keepCredit: false,
  dropCredit: true,
  keepOpportunity: false,
  dropOpportunity: true,
  keepVisit: false,
  dropVisit: true,
  logVisit: false,
  logEvent: false,
  moveEvent: false,
  callOffEvent: true,
  bringGuest: false,
  setConsent: true,
  setDoNotContact: true,
  answerAction: false,
  undo: true,
};

/** What of a panel's port is guarded: a new part of it must be judged here. */
const PARTS: Record<keyof PanelPort, 'guarded' | 'free'> = {
  run: 'guarded',
  copy: 'guarded',
  reveal: 'guarded',
  unseen: 'guarded',
  view: 'free',
  settings: 'free',
  today: 'free',
  loadDraft: 'free',
  saveDraft: 'free',
  discardDraft: 'free',
  loadForms: 'free',
  saveForms: 'free',
  newContactId: 'free',
  newNoteId: 'free',
  newRowId: 'free',
  clientsNamed: 'free',
  nameOf: 'free',
  library: 'free',
  openOptions: 'free',
  openBriefing: 'free',
  strangeness: 'free',
  trouble: 'free',
  // A page that decides what it shows gains nothing by a press on where it is read.
  mend: 'free',
  unreadSince: 'free',
  teach: 'free',
  clientPresent: 'free',
  setClientPresent: 'free',
};

const [NOTE] = FULL.bundle.notes;
if (!NOTE) throw new Error('the full client has a note');
const REMOVE: Command = { do: 'removeNote', clientId: NOTE.clientId, noteId: NOTE.id };

function open(why: Unseen | null) {
  const port = playPort(VIEWS.client());
  return { port, panel: guarded(port, () => why) };
}
/** The moment a deed needs to reach the session's storage. */
const kept = async () => readPending(Date.now());

beforeEach(() => fakeBrowser.reset());

describe('what is grave', () => {
  it('is said of every command there is', () => {
    const kinds = command.def.options.map((option) => option.def.shape.do.def.values[0]);
    expect(kinds.length).toBeGreaterThan(20);
    expect([...kinds].sort()).toEqual(Object.keys(JUDGED).sort());
    expect([...GRAVE].sort()).toEqual(
      Object.keys(JUDGED)
        .filter((kind) => Reflect.get(JUDGED, kind))
        .sort(),
    );
  });

  it('tells them apart', () => {
    expect(graveOf(REMOVE)).toBe('removeNote');
    expect(graveOf({ do: 'clearFact', clientId: aClientId(1), key: 'phone' })).toBe('clearFact');
    expect(
      graveOf({
        do: 'markEntered',
        clientId: aClientId(1),
        contactId: FULL.bundle.contacts[0]!.id,
        entered: true,
      }),
    ).toBeNull();
  });
});

describe('the port of a panel in a page', () => {
  it('guards exactly the parts that are to be guarded', () => {
    const { port, panel } = open(null);
    for (const [part, how] of Object.entries(PARTS)) {
      const isOwn = Reflect.get(panel, part) !== Reflect.get(port, part);
      expect([part, isOwn ? 'guarded' : 'free']).toEqual([part, how]);
    }
  });

  it('lets everything through that was in sight', async () => {
    const { port, panel } = open(null);
    expect((await panel.run(REMOVE)).outcome.ok).toBe(true);
    expect(await panel.copy('words')).toBe(true);
    expect(panel.reveal('138')).toBe(true);
    expect(port.commands).toEqual([REMOVE]);
    expect(port.copied).toEqual(['words']);
    expect(await kept()).toBeNull();
  });

  it('lets what is not grave through, in sight or not', async () => {
    const { port, panel } = open('unseen');
    const mild: Command = {
      do: 'editNote',
      clientId: NOTE.clientId,
      noteId: NOTE.id,
      text: 'a',
      pinned: false,
    };
    expect((await panel.run(mild)).outcome.ok).toBe(true);
    expect(port.commands).toEqual([mild]);
  });

  it('does nothing that was not in sight, and says why', async () => {
    const { port, panel } = open('unseen');
    expect((await panel.run(REMOVE)).outcome).toEqual({ ok: false, error: { code: 'unseen', field: null } });
    expect(await panel.copy('words')).toBe(false);
    expect(panel.reveal('138')).toBe(false);
    expect(panel.unseen()).toBe('unseen');
    expect([port.commands, port.copied]).toEqual([[], []]);
    expect(await kept()).toBeNull();
  });

  it('puts off what has long been covered, with whom and what it is about', async () => {
    const { port, panel } = open('elsewhere');
    const { op, outcome } = await panel.run(REMOVE);
    expect(outcome).toEqual({ ok: false, error: { code: 'elsewhere', field: null } });
    expect(port.commands).toEqual([]);
    expect(await kept()).toMatchObject({
      deed: { do: 'order', order: { op, command: REMOVE } },
      whom: FULL.bundle.client.name,
      row: NOTE.text.slice(0, 200),
    });
    await panel.copy('words');
    expect(await kept()).toMatchObject({ deed: { do: 'copy', text: 'words' }, row: null });
    panel.reveal('138');
    expect(await kept()).toMatchObject({ deed: { do: 'reveal', text: '138' } });
  });

  it('what is put off is done once, and not after its time', async () => {
    const { panel } = open('elsewhere');
    await panel.copy('words');
    const now = Date.now();
    expect(await readPending(now + PENDING_MS + 1)).toBeNull();
    expect(await takePending(now)).toMatchObject({ deed: { do: 'copy' } });
    expect(await takePending(now)).toBeNull();
    await panel.copy('words');
    expect(await takePending(Date.now() + PENDING_MS + 1)).toBeNull();
    expect(await takePending(now)).toBeNull();
  });

  it('what cannot be read waits for nobody', async () => {
    await fakeBrowser.storage.session.set({
      [PENDING_KEY]: { deed: { do: 'wipe' }, expires: Number.MAX_VALUE },
    });
    expect(await readPending(0)).toBeNull();
    expect(pending.safeParse(null).success).toBe(false);
  });
});

describe('nothing goes past the guard', () => {
  const sources = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join('components', name), 'utf8') }));
  const naming = (words: RegExp) => sources.flatMap(({ name, text }) => (words.test(text) ? [name] : []));

  it('the panel in a page is mounted on a guarded port', () => {
    const main = readFileSync('entrypoints/panel/main.tsx', 'utf8');
    expect(main.match(/mountPanel\(/g)).toHaveLength(1);
    expect(main).toContain('mountPanel(guardedInPage(');
  });

  it('no screen reaches for the clipboard or the background by itself', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(naming(/navigator\.clipboard|execCommand|sendMessage|askBackground/)).toEqual([]);
  });

  it('a full number is shown by one part alone, which asks first', () => {
    expect(naming(/\bdialled\(/)).toEqual(['panel/who/Phone.tsx', 'panel/who/phoneText.ts']);
    expect(naming(/port\.reveal\(dialled\(/)).toEqual(['panel/who/Phone.tsx']);
  });
});
