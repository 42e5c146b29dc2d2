import { fail, ok } from '@/utils/domain/result';
import { clientId, contactId, noteId } from '@/utils/domain/schema/ids';
import type { Change } from '@/utils/store/change';
import { MASTER_LENGTH } from '@/utils/store/crypto/keyring';
import type { ClientKnown } from '@/utils/store/known';
import type { Remote } from '@/utils/sync/replicator/ports';
import { canonical } from '@/utils/sync/wire/canonical';
import { aClient, aContact, aFact, aNote, anAnswer, aRecord, day, newOp } from '../../store/support/book';
import type { Chance } from './chance';
import { Couch } from './couch';
import { Device, STOPPED, stopping } from './device';
import { behindFaults, sometimes } from './faults';
import { Witness } from './witness';

const DAY = 86_400_000;
const FACTS = ['hobby', 'employer'] as const;
const aDay = (n: number) => day(`2026-03-${String(n + 1).padStart(2, '0')}`);
/** Records of the CRM that several devices may come across by themselves. */
const RECORDS = 3;

/** A random life of three devices and one server, and a witness who remembers what was typed. */
export class History {
  readonly chance: Chance;
  /** Nothing is asked for ahead, so that it is the same whenever it is told. */
  readonly oneByOne: boolean;
  readonly devices: Device[] = [];
  readonly couch = new Couch();
  readonly witness = new Witness();
  #backup = this.couch.backup();
  #serial = 0;
  syncs = 0;
  stops = 0;

  constructor(chance: Chance, oneByOne = true) {
    this.chance = chance;
    this.oneByOne = oneByOne;
  }

  async tell(steps: number): Promise<void> {
    const masters = this.chance.beside();
    for (let i = 0; i < 3; i++) {
      const master = Uint8Array.from({ length: MASTER_LENGTH }, () => masters.below(256));
      // The clocks are up to three days apart.
      this.devices.push(await Device.open(i, this.chance.below(6 * DAY) - 3 * DAY, master));
    }
    for (let i = 0; i < steps; i++) await this.#step();
  }

  async #step(): Promise<void> {
    const device = this.chance.one(this.devices);
    if (!device) return;
    const dice = this.chance.next();
    if (dice < 0.55) await this.#edit(device);
    else if (dice < 0.9) await this.#sync(device);
    else this.#meddle();
  }

  #meddle(): void {
    const { couch, chance } = this;
    const dice = chance.next();
    const victim = chance.one(couch.ids());
    if (dice < 0.4) this.#backup = couch.backup();
    else if (dice < 0.65) couch.restore(this.#backup);
    else if (dice < 0.72) couch.wipe();
    else if (victim && dice < 0.86) couch.forge(victim, (shown) => ({ ...shown, e: 'AAAA' }));
    else if (victim) couch.forge(victim, (shown) => ({ ...shown, _deleted: true }));
  }

  async #sync(device: Device): Promise<void> {
    const { chance, oneByOne } = this;
    this.syncs += 1;
    const faults = chance.is(0.5) ? sometimes(chance, 0.15) : () => null;
    // One request after the other, so that what is typed meanwhile does not depend on which of two is quicker.
    let last: Promise<unknown> = Promise.resolve();
    const typing: Remote = {
      // Somebody types while the request is on its way.
      request: (...args) => {
        const isTyping = chance.is(0.08);
        const answer = last.then(async () => {
          if (isTyping) await this.#edit(device);
          return this.couch.request(...args);
        });
        last = answer.catch(() => null);
        return answer;
      },
    };
    /** A run may end before the answers to all it asked. */
    const answered = async () => {
      for (let seen: unknown = null; seen !== last; ) {
        seen = last;
        await last;
      }
    };
    const remote = behindFaults(typing, faults);
    const page = { pull: 1 + chance.below(6), push: 1 + chance.below(5) };
    if (!chance.is(0.25)) {
      await device.sync(remote, { page, oneByOne });
      await answered();
      return;
    }
    const end = new AbortController();
    const local = stopping(device.store.sync, 1 + chance.below(60), () => end.abort());
    let stopped = false;
    await device.sync(remote, { page, local, oneByOne, signal: end.signal }).catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== STOPPED) throw error;
      stopped = true;
    });
    await answered();
    if (!stopped && !end.signal.aborted) return;
    this.stops += 1;
    await device.restart();
  }

  /** An id as random as any, and the same in every telling of this history. */
  #id(): string {
    return Array.from({ length: 24 }, () => this.chance.below(16).toString(16)).join('');
  }

  #text(what: string): string {
    this.#serial += 1;
    return `${what} ${this.#serial}`;
  }

  async #known(device: Device): Promise<ClientKnown | null> {
    const directory = await device.store.directory();
    if (!directory.ok) throw new Error('no directory');
    const ids = directory.value.briefs.map((brief) => brief.clientId).sort();
    const id = this.chance.one(ids);
    if (id === undefined) return null;
    const known = await device.store.client(id);
    return known.ok ? known.value : null;
  }

  /** @param seen what whoever writes has before his eyes: nothing is written over what he has not seen */
  async #commit(device: Device, changes: readonly Change[], seen: ClientKnown | null): Promise<boolean> {
    if (changes.length === 0) return false;
    const done = await device.store.commit({
      op: newOp(),
      cause: 'test',
      plan: async (read) => {
        const now = seen && (await read.client(clientId.parse(seen.bundle.client.id)));
        const isSame = !seen || (now && canonical(now.bundle) === canonical(seen.bundle));
        return isSame ? ok({ changes }) : fail('stale' as const);
      },
    });
    return done.ok;
  }

  async #edit(device: Device): Promise<void> {
    const known = this.chance.is(0.2) ? null : await this.#known(device);
    if (!known) return this.#newClient(device);
    const dice = this.chance.next();
    if (dice < 0.25) return this.#setFact(device, known);
    if (dice < 0.4) return this.#logContact(device, known);
    if (dice < 0.55) return this.#writeNote(device, known);
    if (dice < 0.75) return this.#changeNote(device, known);
    if (dice < 0.85) return this.#answer(device, known);
    if (dice < 0.95) return this.#voidContact(device, known);
    return this.#removeClient(device, known);
  }

  async #newClient(device: Device): Promise<void> {
    const client = aClient({ id: clientId.parse(this.#id()), name: this.#text('客户') });
    const record = aRecord(`R-${this.chance.below(RECORDS)}`);
    const linked = await device.store.clientByLink(await device.store.linkIdOf(record));
    const link: Change[] =
      linked.ok && linked.value === null
        ? [{ type: 'insert', table: 'links', body: { record, clientId: client.id } }]
        : [];
    if (await this.#commit(device, [{ type: 'insert', table: 'clients', body: client }, ...link], null))
      this.witness.wrote({ row: `clients|${client.id}`, unit: 'name', value: client.name, over: null });
  }

  async #setFact(device: Device, known: ClientKnown): Promise<void> {
    const { client } = known.bundle;
    const key = this.chance.one(FACTS) ?? 'hobby';
    const value = this.#text(key);
    const before = client.facts[key]?.value;
    const body = { ...client, facts: { ...client.facts, [key]: aFact(value) } };
    if (await this.#commit(device, [{ type: 'update', table: 'clients', body }], known)) {
      const over = before?.type === 'text' ? before.text : null;
      this.witness.wrote({ row: `clients|${client.id}`, unit: `facts/${key}`, value, over });
    }
  }

  async #logContact(device: Device, known: ClientKnown): Promise<void> {
    const contact = aContact(known.bundle.client.id, {
      id: contactId.parse(this.#id()),
      note: this.#text('沟通'),
    });
    if (await this.#commit(device, [{ type: 'insert', table: 'contacts', body: contact }], known))
      this.witness.wrote({
        row: `contacts|${contact.id}`,
        unit: 'note',
        value: contact.note ?? '',
        over: null,
      });
  }

  async #voidContact(device: Device, known: ClientKnown): Promise<void> {
    const contact = this.chance.one(known.bundle.contacts);
    if (contact?.state !== 'done') return;
    await this.#commit(
      device,
      [{ type: 'update', table: 'contacts', body: { ...contact, state: 'voided' } }],
      known,
    );
  }

  async #writeNote(device: Device, known: ClientKnown): Promise<void> {
    const note = aNote(known.bundle.client.id, { id: noteId.parse(this.#id()), text: this.#text('备注') });
    if (await this.#commit(device, [{ type: 'insert', table: 'notes', body: note }], known))
      this.witness.wrote({ row: `notes|${note.id}`, unit: 'text', value: note.text, over: null });
  }

  async #changeNote(device: Device, known: ClientKnown): Promise<void> {
    const note = this.chance.one(known.bundle.notes);
    if (!note) return;
    const dice = this.chance.next();
    if (dice < 0.25) {
      if (await this.#commit(device, [{ type: 'delete', table: 'notes', body: note }], known))
        this.witness.removed([note.text]);
    } else if (dice < 0.45) {
      await this.#commit(
        device,
        [{ type: 'update', table: 'notes', body: { ...note, pinned: !note.pinned } }],
        known,
      );
    } else {
      const text = this.#text('改写');
      if (await this.#commit(device, [{ type: 'update', table: 'notes', body: { ...note, text } }], known))
        this.witness.wrote({ row: `notes|${note.id}`, unit: 'text', value: text, over: note.text });
    }
  }

  async #answer(device: Device, known: ClientKnown): Promise<void> {
    const { bundle } = known;
    const { id } = bundle.client;
    const given = this.chance.one(bundle.actionStates);
    if (given && this.chance.is(0.5)) {
      await this.#commit(device, [{ type: 'delete', table: 'actions', body: given }], known);
      return;
    }
    const body = anAnswer(id, { key: `overdue|${1 + this.chance.below(2)}` });
    const type = bundle.actionStates.some(({ key }) => key === body.key) ? 'update' : 'insert';
    await this.#commit(
      device,
      [{ type, table: 'actions', body: { ...body, day: aDay(this.chance.below(28)) } }],
      known,
    );
  }

  /** A client and everything that belongs to it, as it is seen here. */
  async #removeClient(device: Device, known: ClientKnown): Promise<void> {
    const { bundle, records } = known;
    const { client, contacts, notes, actionStates } = bundle;
    const changes: Change[] = [
      ...contacts.map((body): Change => ({ type: 'delete', table: 'contacts', body })),
      ...notes.map((body): Change => ({ type: 'delete', table: 'notes', body })),
      ...actionStates.map((body): Change => ({ type: 'delete', table: 'actions', body })),
      ...records.map(
        (record): Change => ({
          type: 'delete',
          table: 'links',
          body: { record, clientId: clientId.parse(client.id) },
        }),
      ),
      { type: 'delete', table: 'clients', body: client },
    ];
    if (!(await this.#commit(device, changes, known))) return;
    const facts = FACTS.flatMap((key) => {
      const value = client.facts[key]?.value;
      return value?.type === 'text' ? [value.text] : [];
    });
    const written = [...contacts.map(({ note }) => note ?? ''), ...notes.map(({ text }) => text)];
    this.witness.removed([client.name, ...facts, ...written]);
  }

  /** Everything works again: all devices until nothing moves. Returns how many rounds it took. */
  async calmDown(): Promise<number> {
    for (let round = 1; round <= 12; round++) {
      let moved = 0;
      for (const device of this.devices) {
        const done = await device.sync(this.couch);
        if (!done.ok) throw new Error(`not in step: ${JSON.stringify(done.error)}`);
        moved += done.value.pulled + done.value.sent;
      }
      if (moved === 0) return round;
    }
    throw new Error('the devices never come to rest');
  }

  /** Nothing of it is left, so that a search of hours takes no more memory than its first minute. */
  async end(): Promise<void> {
    for (const { world } of this.devices) await world.deleteDatabase();
  }
}
