import { signal } from '@preact/signals';
import type { DevicesState } from '@/utils/app/sync/devicesPort';
import type { SyncDesk, SyncPlaceState } from '@/utils/app/sync/syncDesk';
import type { SyncAccess } from '@/utils/domain/sync/syncAccess';
import type { SyncDiagnosis, SyncStatus } from '@/utils/domain/sync/syncStatus';

/** A desk that remembers what it was told; what the server says is set by the test. */
export function fakeSync(
  start: { place?: SyncPlaceState; status?: SyncStatus | null; devices?: DevicesState } = {},
) {
  const calls: string[] = [];
  const tried: { access: SyncAccess; name: string; create: boolean }[] = [];
  const says: { granted: boolean; found: SyncDiagnosis } = { granted: true, found: 'ready' };
  const place = signal<SyncPlaceState>(start.place ?? { state: 'none' });
  const status = signal<SyncStatus | null>(start.status ?? null);
  const paused = signal(false);
  const desk: SyncDesk = {
    place,
    status,
    paused,
    async askFor(url) {
      calls.push(`ask for ${new URL(url).origin}`);
      return says.granted;
    },
    async begin(access, name, create) {
      tried.push({ access, name, create });
      const { url, signIn } = access;
      if (says.found === 'ready')
        place.value = { state: 'at', url, by: signIn.by, user: signIn.by === 'basic' ? signIn.user : null };
      return says.found;
    },
    joining: ({ url }) => ({
      codeIn: (typed) => (/^\d{8}$/.test(typed.replaceAll(' ', '')) ? typed.replaceAll(' ', '') : null),
      async join({ code, name }) {
        calls.push(`join ${url} ${code} ${name}`);
        return null;
      },
      async joinByWords(words, name) {
        calls.push(`words ${url} ${words} ${name}`);
        return words === 'wrong' ? 'noWords' : null;
      },
    }),
    async now() {
      calls.push('now');
    },
    async pause(wanted) {
      calls.push(wanted ? 'pause' : 'resume');
      paused.value = wanted;
    },
    async turnOff() {
      calls.push('off');
      place.value = { state: 'none' };
      return true;
    },
    devices: {
      devices: signal(start.devices ?? { state: 'listed', devices: [] }),
      read: async () => undefined,
      invite: async () => ({ ok: false, error: 'stopped' }),
      enter: async () => null,
      rename: async () => null,
      remove: async () => null,
      addWords: async () => null,
    },
  };
  return { desk, calls, tried, says, place, status, paused };
}
export type FakeSync = ReturnType<typeof fakeSync>;
