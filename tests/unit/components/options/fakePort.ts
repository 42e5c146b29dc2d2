import { signal } from '@preact/signals';
import type { Adapter } from '@/utils/adapters/schema';
import { demoCloud } from '@/utils/adapters/sites/demoCloud';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { type Barred, checkAdapter } from '@/utils/app/adapters';
import type { DeepEraseState } from '@/utils/app/deepErase/port';
import type {
  AdapterRules,
  BookCounts,
  ConnectedCrm,
  ConnectOutcome,
  DeepVerdict,
  ListedAdapter,
  OptionsPort,
  TrialPage,
} from '@/utils/app/optionsPort';
import type { RetentionOutlook } from '@/utils/app/out/retention';
import type { TrialFound, TrialProgress } from '@/utils/app/whatIf';
import { type BankReading, NO_BANK } from '@/utils/domain/bank/bankSettings';
import type { Learned } from '@/utils/domain/nba/learning';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import type { Trial } from '@/utils/domain/nba/whatIf';
import { type LockedReading, NOTHING_LOCKED } from '@/utils/domain/schema/locked';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { type FakeLock, fakeLock } from '../lock/fakePort';
import { type FakeBackup, fakeBackup } from './fakeBackup';
import { type FakeSync, fakeSync } from './fakeSync';

const day = (text: string) => civilDay.parse(text);

export const CRMS: readonly ConnectedCrm[] = [
  { origin: 'https://crm.bank.example', since: day('2026-09-01'), adapters: ['demo-classic'] },
  { origin: 'http://crm2:8080', since: day('2026-11-20'), adapters: [] },
];

export const COUNTS: Extract<BookCounts, { state: 'counted' }> = {
  state: 'counted',
  clients: 312,
  entries: 4810,
  samples: 0,
  quarantined: 0,
  trouble: null,
};

const listed = (adapter: Adapter, since: CivilDay | null): ListedAdapter => ({
  id: adapter.id,
  title: adapter.title,
  version: adapter.version,
  author: adapter.author,
  hosts: adapter.hosts ?? null,
  from: since === null ? 'builtIn' : 'own',
  since,
  off: false,
  ailing: null,
  json: JSON.stringify(adapter, null, 2),
});

/** One that comes with Zhibi, one of the user's own. */
export const ADAPTERS: readonly ListedAdapter[] = [
  listed({ ...demoCloud, id: 'bank-crm', title: '总行CRM', hosts: ['crm.bank.example'] }, day('2026-11-18')),
  listed(demoModern, null),
];

/** A port that remembers what it was told; answers of questions come when the test lets them. */
export function fakeOptionsPort(
  start: {
    settings?: Partial<Settings>;
    connections?: readonly ConnectedCrm[];
    adapters?: readonly ListedAdapter[];
    rules?: AdapterRules;
    counts?: BookCounts;
    locked?: LockedReading;
    bank?: BankReading;
    retention?: RetentionOutlook;
    learned?: Learned;
    lock?: FakeLock;
    backup?: FakeBackup;
    sync?: FakeSync;
  } = {},
) {
  const starting = defaultSettings('Asia/Shanghai');
  const settings = signal<Settings | null>({ ...starting, ...start.settings });
  const connections = signal<readonly ConnectedCrm[] | null>(start.connections ?? []);
  const adapters = signal<readonly ListedAdapter[] | null>(start.adapters ?? ADAPTERS);
  const counts = signal<BookCounts>(start.counts ?? COUNTS);
  const calls: string[] = [];
  const saved: Settings[] = [];
  const connects: ((outcome: ConnectOutcome) => void)[] = [];
  const locked = signal<LockedReading>(start.locked ?? { locked: NOTHING_LOCKED, garbled: [] });
  const learned = signal<Learned>(start.learned ?? {});
  const trials: Trial[] = [];
  const tries: {
    stopped: AbortSignal;
    tell: (progress: TrialProgress) => void;
    resolve: (found: TrialFound | null) => void;
  }[] = [];
  const verdicts: ((verdict: DeepVerdict | null) => void)[] = [];
  const behaviour: { saves: boolean; trial: readonly TrialPage[]; barred: Barred | null } = {
    saves: true,
    trial: [],
    barred: null,
  };
  const mayNotify = signal(false);
  const namelessReminders = signal(false);
  const grants: ((granted: boolean) => void)[] = [];
  const lock = start.lock ?? fakeLock();
  const backup = start.backup ?? fakeBackup();
  const deepErase = signal<DeepEraseState>(null);
  const sync = start.sync ?? fakeSync();
  const port: OptionsPort = {
    mayNotify,
    namelessReminders,
    bank: signal(start.bank ?? NO_BANK),
    retention: async () => start.retention ?? null,
    sync: async () => sync.desk,
    askToNotify() {
      calls.push('ask to notify');
      return new Promise((resolve) =>
        grants.push((granted) => {
          mayNotify.value = granted;
          resolve(granted);
        }),
      );
    },
    today: signal(day('2026-11-20')),
    settings,
    startingSettings: starting,
    async saveSettings(next) {
      if (!behaviour.saves) return false;
      saved.push(next);
      settings.value = next;
      return true;
    },
    connections,
    connect(origin) {
      calls.push(`connect ${origin}`);
      return new Promise((resolve) => connects.push(resolve));
    },
    async disconnect(origin) {
      calls.push(`disconnect ${origin}`);
      connections.value = connections.value?.filter((crm) => crm.origin !== origin) ?? null;
      return true;
    },
    adapters,
    adapterRules: signal(start.rules ?? { refused: [], ownAllowed: true }),
    adapterMaxBytes: 256 * 1024,
    checkAdapter,
    async keepAdapter(json) {
      calls.push('keep adapter');
      return behaviour.barred
        ? { ok: false, error: [{ path: '', problem: '', barred: behaviour.barred }] }
        : checkAdapter(json);
    },
    async tryAdapter() {
      calls.push('try adapter');
      return behaviour.trial;
    },
    async dropAdapter(id) {
      calls.push(`drop ${id}`);
      adapters.value = adapters.value?.filter((one) => one.id !== id) ?? null;
      return true;
    },
    async switchAdapter(id, on) {
      calls.push(`${on ? 'on' : 'off'} ${id}`);
      adapters.value = adapters.value?.map((one) => (one.id === id ? { ...one, off: !on } : one)) ?? null;
      return true;
    },
    counts,
    async sample(deed) {
      calls.push(`sample ${deed}`);
      counts.value = { ...COUNTS, samples: deed === 'add' ? 12 : 0 };
      return { ok: true, value: { clients: 12, entries: 148 } };
    },
    verify() {
      calls.push('verify');
      return new Promise((resolve) => verdicts.push(resolve));
    },
    lock: lock.port,
    backup: backup.port,
    deepErase: {
      state: deepErase,
      async begin() {
        calls.push('erase deeply');
        deepErase.value = { state: 'running', done: 0, of: 0 };
        return behaviour.saves;
      },
      startAnew: () => calls.push('start anew'),
    },
    leave: () => Promise.reject(new Error('nobody leaves this stage')),
    rules: ALL_RULES,
    locked,
    learned,
    async forgetLearned(rule) {
      calls.push(`forget ${rule ?? 'all'}`);
      learned.value = Object.fromEntries(
        Object.entries(learned.value).filter(([id]) => rule !== null && id !== rule),
      );
      return true;
    },
    async restoreLearned(rules) {
      learned.value = { ...learned.value, ...rules };
      return true;
    },
    async keepRule(rule) {
      calls.push(`keep ${rule}`);
      return true;
    },
    tryBook(trial, stopped, tell) {
      trials.push(trial);
      return new Promise((resolve) => tries.push({ stopped, tell, resolve }));
    },
  };
  return {
    port,
    lock,
    backup,
    locked,
    learned,
    trials,
    tries,
    settings,
    connections,
    counts,
    calls,
    saved,
    connects,
    verdicts,
    deepErase,
    behaviour,
    grants,
    namelessReminders,
  };
}
