import { signal } from '@preact/signals';
import type {
  BookCounts,
  ConnectedCrm,
  ConnectOutcome,
  DeepVerdict,
  OptionsPort,
} from '@/utils/app/optionsPort';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import { civilDay } from '@/utils/domain/schema/time';

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

/** A port that remembers what it was told; answers of questions come when the test lets them. */
export function fakeOptionsPort(
  start: { settings?: Partial<Settings>; connections?: readonly ConnectedCrm[]; counts?: BookCounts } = {},
) {
  const starting = defaultSettings('Asia/Shanghai');
  const settings = signal<Settings | null>({ ...starting, ...start.settings });
  const connections = signal<readonly ConnectedCrm[] | null>(start.connections ?? []);
  const counts = signal<BookCounts>(start.counts ?? COUNTS);
  const calls: string[] = [];
  const saved: Settings[] = [];
  const connects: ((outcome: ConnectOutcome) => void)[] = [];
  const verdicts: ((verdict: DeepVerdict | null) => void)[] = [];
  const behaviour = { saves: true };
  const port: OptionsPort = {
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
    ruleIds: [
      'overdue',
      'neverContacted',
      'promiseDue',
      'birthday',
      'nextQuestion',
      'staleProfile',
      'goalMissed',
      'unloggedVisit',
    ],
  };
  return { port, settings, connections, counts, calls, saved, connects, verdicts, behaviour };
}
