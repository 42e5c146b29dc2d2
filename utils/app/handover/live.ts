import { outlineOf } from '@/utils/domain/outline';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Receipted } from '@/utils/domain/schema/act';
import type { ClientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { countRows } from '@/utils/export/handover/chosen';
import { type Packet, readPacket } from '@/utils/export/handover/packet';
import { receiptText } from '@/utils/export/handover/receipt';
import { loadSettings } from '@/utils/platform/settings';
import { hex } from '@/utils/store/crypto/bytes';
import { sha256 } from '@/utils/store/crypto/seal';
import { openWalker } from '@/utils/store/read/openWalker';
import { presentMoment } from '../background/day';
import type { Problem } from '../command';
import { newOpId } from '../ids';
import type { Opened } from '../live/reader';
import { isStrongEnough, strengthOf } from '../lock/strength';
import { stretchAside } from '../lock/stretchAside';
import { leavingRules } from '../out/rules';
import { withTrail } from '../out/withTrail';
import { withStore } from '../out/writing';
import { browserPorts } from '../storePorts';
import { openFile, readFileHeader } from './file';
import { checkReceipt, keyIn, keyText, noteDeed, packOf, receiptMac } from './give';
import { matchComing } from './match';
import type { ErasedHere, Given, HandoverPort, OpenPacketProblem, PacketPreview, TakenOver } from './port';
import { planTaking, type TakeCount } from './take';
import { voiceCode } from './voiceCode';

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const NOTHING: TakeCount = { made: 0, joined: 0, rows: 0, already: 0 };

/** Handing over and taking over in a browser. One file at a time. */
export function openHandover(opening: Promise<Opened>): HandoverPort {
  let opened: { packet: Packet; hash: string } | null = null;

  async function previewOf(packet: Packet, code: string): Promise<Result<PacketPreview, OpenPacketProblem>> {
    const { reader } = await opening;
    const walker = await openWalker(browserPorts());
    if (!reader || !walker.ok) return fail({ why: 'unread' });
    try {
      const coming = await matchComing(reader, walker.value, packet.rows, new AbortController().signal);
      const { from, madeAt, rows } = packet;
      return ok({
        from,
        madeAt,
        code,
        contacts: rows.contacts.length,
        notes: rows.notes.length,
        confidential: rows.notes.filter(({ sensitivity }) => sensitivity !== undefined).length,
        rows: countRows(rows),
        coming: coming ?? [],
      });
    } finally {
      walker.value.close();
    }
  }

  return {
    rules: leavingRules,

    async strengthOf(typed) {
      const strength = await strengthOf(typed);
      return { strength, enough: isStrongEnough(typed, strength) };
    },

    receivingKey: () =>
      withTrail(async (trail) => {
        const key = await trail.receivingKey();
        if (!key.ok) return null;
        const { publicKey } = key.value;
        return { text: keyText(publicKey), code: await voiceCode(publicKey) };
      }),

    async codeOf(text) {
      const key = keyIn(text);
      return key && voiceCode(key);
    },

    async pack(order) {
      const [{ exports }, { today }] = await Promise.all([leavingRules(), presentMoment()]);
      if (exports === 'off') return fail('off');
      const tools = { stretch: stretchAside, random, now: instant.parse(Date.now()), today };
      const packed = await withTrail((trail) => packOf(order, { ...tools, trail })).catch(() =>
        fail('failed' as const),
      );
      return packed ?? fail('unread');
    },

    async handOut({ deed }) {
      const { exports } = await leavingRules();
      if (exports === 'off') return 'off';
      const noted = await withStore(async (store) =>
        ok(await noteDeed(store, deed, instant.parse(Date.now()))),
      );
      return noted.ok && noted.value ? null : 'notNoted';
    },

    async outlines(clients) {
      const [{ reader }, settings, { today }] = await Promise.all([opening, loadSettings(), presentMoment()]);
      const known = await Promise.all(clients.map((id) => reader?.client(id)));
      return known.flatMap((one) => (one?.ok ? [outlineOf(one.value.bundle, settings, today)] : []));
    },

    asks(file) {
      const read = readFileHeader(file);
      return read.ok ? ok(read.value.by) : read;
    },

    async open(file, passphrase) {
      opened = null;
      const read = readFileHeader(file);
      if (!read.ok) return fail({ why: read.error });
      const key = read.value.by === 'key' ? await withTrail((trail) => trail.receivingKey()) : null;
      if (read.value.by === 'key' && !key?.ok) return fail({ why: 'unread' });
      const having = key?.ok ? key.value : { passphrase: passphrase ?? '', stretch: stretchAside };
      const text = await openFile(file, read.value, having);
      if (!text.ok) return fail({ why: text.error });
      const packet = readPacket(text.value);
      if (!packet.ok) return packet;
      const preview = await previewOf(packet.value, await voiceCode(file));
      if (preview.ok) opened = { packet: packet.value, hash: hex(await sha256(file)) };
      return preview;
    },

    take: (choices) =>
      withStore<TakenOver, Problem>(async (store) => {
        if (!opened) return fail({ code: 'notFound', field: null });
        const { rows } = opened.packet;
        const op = newOpId();
        let count = NOTHING;
        const done = await store.commit<Problem>({
          op,
          cause: 'handover',
          plan: async (read) => {
            const planned = await planTaking(read, rows, choices);
            if (planned.ok) count = planned.value.count;
            return planned;
          },
        });
        if (!done.ok) return done;
        const clients = rows.clients.flatMap(({ id }) =>
          (choices.get(id)?.do ?? 'leave') === 'leave' ? [] : [id],
        );
        return ok({ op, count, clients });
      }),

    async takeBack(target) {
      const taken = await withStore((store) => store.undo({ op: newOpId(), target }));
      return taken.ok ? null : taken.error;
    },

    async receipt(by, { clients, count }) {
      const from = opened;
      const head = await withTrail(async (trail) => {
        const copy = await trail.anchor();
        return copy.ok ? copy.value : null;
      });
      if (!from || !head) return null;
      const takenAt = instant.parse(Date.now());
      const said = { packet: from.hash, by, takenAt, clients: [...clients], rows: count.rows, anchor: head };
      const mac = await receiptMac(from.packet.receiptKey, receiptText(said));
      const text = JSON.stringify({ zhibi: 'handoverReceipt', format: 1, ...said, mac }, null, 1);
      const { today } = await presentMoment();
      return { name: `zhibi-receipt-${today}.json`, text };
    },

    async loadReceipt(text) {
      const checked = await withTrail((trail) => checkReceipt(text, trail));
      if (!checked) return fail('notNoted');
      if (!checked.ok) return checked;
      const { deed, receipt } = checked.value;
      const noted = await withStore(async (store) =>
        ok(await noteDeed(store, deed, instant.parse(Date.now()))),
      );
      return noted.ok && noted.value ? ok(receipt) : fail('notNoted');
    },

    async given() {
      const directory = await (await opening).reader?.directory();
      if (!directory?.ok) return null;
      const names = new Map(directory.value.briefs.map(({ clientId, name }) => [clientId, name]));
      return withTrail(async (trail) => {
        const acts = await trail.acts();
        if (!acts.ok) return null;
        const receipts = new Map<string, Receipted>();
        for (const { deed } of acts.value)
          if (deed.what === 'receipted' && !receipts.has(deed.hash)) receipts.set(deed.hash, deed);
        return acts.value.flatMap(({ at, deed }): Given[] => {
          if (deed.what !== 'handedOver') return [];
          const receipt = receipts.get(deed.hash) ?? null;
          const still = (receipt?.clients ?? []).flatMap((id) => {
            const name = names.get(id);
            return name === undefined ? [] : [{ id, name }];
          });
          return [{ at, deed, receipt, still }];
        });
      });
    },

    async erase(clients: readonly ClientId[], tell) {
      const sum: ErasedHere = { erased: 0, held: [], problem: null };
      const done = await withStore<ErasedHere, Problem>(async (store) => {
        let [erased, problem] = [0, null as Problem | null];
        const held: string[] = [];
        for (const client of clients) {
          const known = await store.client(client);
          const gone = await store.erase({ op: newOpId(), client, why: 'handover' });
          if (gone.ok) {
            erased += 1;
            tell(erased);
          } else if (gone.error === 'held') held.push(known.ok ? known.value.bundle.client.name : client);
          else if (gone.error.code !== 'notFound') problem ??= gone.error;
        }
        return ok({ erased, held, problem });
      });
      return done.ok ? done.value : { ...sum, problem: done.error };
    },
  };
}
