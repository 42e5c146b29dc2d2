import { type Signal, signal } from '@preact/signals';
import type { Result } from '@/utils/domain/result';
import { instant } from '@/utils/domain/schema/time';
import type { SyncPort } from '@/utils/store/sync/port';
import {
  addWords,
  type DevicePorts,
  inviteDevice,
  joinByWords,
  joinDevice,
  removeDevice,
  renameDevice,
} from '@/utils/sync/devices/join';
import { enterList, type Listed, type ListProblem, tendList } from '@/utils/sync/devices/keep';
import type { MeetingPlace } from '@/utils/sync/devices/mailbox';
import { codeIn } from '@/utils/sync/devices/pairing';
import { recoveryEntropies } from '../lock/recoveryKey';
import type { DevicesPort, DevicesState, JoinPort } from './devicesPort';

/** What the devices' part of a page needs of the book and its server. */
export interface DevicesAt {
  local: SyncPort;
  remote: MeetingPlace;
  /** Which database. */
  space: string;
}

/** Eight hex digits that name a device in stamps and marks. */
export const newDevice = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

export const portsOf = (at: DevicesAt): DevicePorts => ({
  ...at,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => instant.parse(Date.now()),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newDevice,
});

const shown = ({ standing, own }: Listed): DevicesState => ({
  state: 'listed',
  devices: standing.members.map(({ id, kind, name, since, out }) => ({
    ...{ id, kind, name, since, out },
    own: id === own.id,
  })),
});

const stateOf = (done: Result<Listed, ListProblem>): DevicesState => {
  if (done.ok) return shown(done.value);
  return done.error === 'off' ? { state: 'off' } : { state: 'problem', why: done.error };
};

/** The devices of a book in a browser. @param open the book and its server; null while there is none, or it is locked */
export function openDevicesPort(open: () => Promise<DevicesAt | null>): DevicesPort {
  const devices: Signal<DevicesState> = signal({ state: 'reading' });

  /** Changes the list and shows what it comes to; a change that failed leaves what is shown. */
  const changed = async (
    work: (ports: DevicePorts) => Promise<Result<Listed, ListProblem>>,
  ): Promise<ListProblem | null> => {
    const at = await open();
    if (!at) return 'off';
    const done = await work(portsOf(at));
    if (done.ok) devices.value = shown(done.value);
    return done.ok ? null : done.error;
  };

  const read = async (): Promise<void> => {
    const at = await open();
    devices.value = at ? stateOf(await tendList(portsOf(at))) : { state: 'off' };
  };

  return {
    devices,
    read,
    async invite(screen) {
      const at = await open();
      if (!at) return { ok: false, error: 'off' };
      const done = await inviteDevice(portsOf(at), screen);
      await read();
      return done.ok ? { ok: true, value: done.value.name } : done;
    },
    enter: (name) => changed((ports) => enterList(ports, name)),
    rename: (id, name) => changed((ports) => renameDevice(ports, id, name)),
    remove: (id) => changed((ports) => removeDevice(ports, id)),
    async addWords(words) {
      const [entropy] = await recoveryEntropies(words);
      return entropy ? changed((ports) => addWords(ports, entropy, String(24))) : 'noWords';
    },
  };
}

/** A device that is to join, at a server to which its user has signed in. */
export const openJoinPort = (open: () => Promise<DevicesAt | null>): JoinPort => ({
  codeIn,
  async join(screen) {
    const at = await open();
    if (!at) return 'off';
    const done = await joinDevice(portsOf(at), screen);
    return done.ok ? null : done.error;
  },
  async joinByWords(words, name) {
    const [at, found] = await Promise.all([open(), recoveryEntropies(words)]);
    if (!at) return 'off';
    const done = await joinByWords(portsOf(at), found, name);
    return done.ok ? null : done.error;
  },
});
