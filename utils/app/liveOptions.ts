import { effect, signal } from '@preact/signals';
import type { PageHealth } from '@/utils/adapters/health';
import { dayOf } from '@/utils/domain/day';
import type { Learned } from '@/utils/domain/nba/learning';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import type { LockedReading } from '@/utils/domain/schema/locked';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import { watchAdapters } from '@/utils/platform/adapters';
import { type Connection, loadConnections, watchConnections } from '@/utils/platform/connections';
import { watchLearned } from '@/utils/platform/learning';
import { askToNotify, mayNotify as isAllowed, watchMayNotify } from '@/utils/platform/notifications';
import { loadPolicy, watchPolicy } from '@/utils/platform/policy';
import { loadBank, watchBank } from '@/utils/platform/policyBank';
import { loadLocked, localZone, saveSettings, watchLocked } from '@/utils/platform/settings';
import { openWalker } from '@/utils/store/read/openWalker';
import type { Stop } from '@/utils/store/store';
import {
  type AllAdapters,
  allAdapters,
  checkAdapter,
  dropAdapter,
  keepAdapter,
  switchAdapter,
} from './adapters';
import { askBackground } from './askBackground';
import { openBackupPort } from './backup/liveBackup';
import { MAX_ENVELOPE_SIZE } from './bank/envelope';
import { openDeepErase } from './deepErase/live';
import { ailingOf } from './health/ailing';
import { loadHealth, watchHealth } from './health/kept';
import { forgetLearned, keepRule, learnedNow, restoreLearned } from './learning';
import { connect } from './live/connecting';
import { watchDay } from './live/day';
import { briefsOf, type Opened, openForReading } from './live/reader';
import { openLockPort } from './liveLock';
import type {
  AdapterRules,
  BookCounts,
  ConnectedCrm,
  DeepVerdict,
  ListedAdapter,
  OptionsPort,
} from './optionsPort';
import { browserPorts } from './storePorts';
import { tryOnOpenPages } from './trial';
import { tryBook } from './whatIf';

/** Whether something was kept. */
const kept = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

async function verify(deep: boolean): Promise<DeepVerdict | null> {
  const reply = await askBackground({ kind: 'verify', deep });
  return 'refused' in reply ? null : reply;
}

/** The options page's port in a browser. */
export async function openOptionsPort(): Promise<OptionsPort> {
  const day = await watchDay();
  const zone = localZone();
  const counts = signal<BookCounts>({ state: 'counting' });
  const connections = signal<readonly ConnectedCrm[] | null>(null);
  const adapters = signal<readonly ListedAdapter[] | null>(null);
  const adapterRules = signal<AdapterRules>({ refused: [], ownAllowed: true });
  let health: readonly PageHealth[] = [];
  let connected: readonly Connection[] = [];

  /** An adapter by the name its author gave it; by its id once it is not there any more. */
  const titleOf = (id: string): string => adapters.peek()?.find((one) => one.id === id)?.title ?? id;
  const tellConnections = (list: readonly Connection[]): void => {
    connected = list;
    connections.value = list.map(({ origin, since, adapters }) => ({
      origin,
      since: dayOf(since, day.settings.peek().zone),
      adapters: adapters.map(titleOf),
    }));
  };
  const tellAdapters = ({ known, refused, ownAllowed }: AllAdapters): void => {
    adapters.value = known.map(({ adapter, from, since, off, envelope }) => ({
      id: adapter.id,
      title: adapter.title,
      version: adapter.version,
      author: adapter.author,
      hosts: adapter.hosts ?? null,
      from,
      since: since === null ? null : dayOf(since, day.settings.peek().zone),
      off,
      ailing: ailingOf(health, adapter.id, (at) => dayOf(at, day.settings.peek().zone)),
      // With its signature, so that whoever gets it can have it checked too.
      json: JSON.stringify(envelope ?? adapter, null, 2),
    }));
    adapterRules.value = { refused, ownAllowed };
    if (connections.peek()) tellConnections(connected);
  };
  let reading = 0;
  /** Reads them anew; of two readings the later one counts. */
  const readAdapters = (): void => {
    reading += 1;
    const mine = reading;
    void allAdapters().then((all) => mine === reading && tellAdapters(all));
  };
  watchAdapters(readAdapters);
  watchPolicy(readAdapters);
  const tellHealth = (list: readonly PageHealth[]): void => {
    health = list;
    readAdapters();
  };
  watchHealth(tellHealth);
  void loadHealth().then(tellHealth);
  watchConnections(tellConnections);
  void loadConnections().then(tellConnections);

  const mayNotify = signal(false);
  const tellMayNotify = (): void =>
    void isAllowed().then((allowed) => {
      mayNotify.value = allowed;
    });
  watchMayNotify(tellMayNotify);
  tellMayNotify();
  const namelessReminders = signal(false);
  const tellNameless = (): void =>
    void loadPolicy().then((policy) => {
      namelessReminders.value = policy.namelessReminders === true;
    });
  watchPolicy(tellNameless);
  tellNameless();
  const locked = signal<LockedReading>(await loadLocked());
  watchLocked(() => {
    void loadLocked().then((reading) => {
      locked.value = reading;
    });
  });
  const bank = signal(await loadBank());
  watchBank((reading) => {
    bank.value = reading;
  });
  const learned = signal<Learned>(await learnedNow());
  watchLearned((rules) => {
    learned.value = rules;
  });

  const [lock, backup] = await Promise.all([openLockPort(), openBackupPort()]);
  const opening = openForReading();
  let stopCounting: Stop = () => undefined;
  const count = ({ reader, trouble }: Opened): void => {
    if (!reader) {
      counts.value = { state: 'error', code: trouble };
      return;
    }
    stopCounting();
    stopCounting = reader.watchDirectory((directory) => {
      if (!directory.ok) return;
      const { briefs, quarantined } = directory.value;
      void verify(false).then((verdict) => {
        counts.value = {
          state: 'counted',
          clients: briefs.length,
          entries: verdict?.entries ?? 0,
          samples: briefs.filter((brief) => brief.sample).length,
          quarantined,
          trouble,
        };
      });
    });
  };
  effect(() => {
    const isLocked = lock.state.value === 'locked';
    void opening.then((opened) => {
      if (!isLocked) return count(opened);
      stopCounting();
      opened.reader?.lock();
    });
  });

  return {
    mayNotify,
    askToNotify,
    namelessReminders,
    today: day.today,
    settings: day.settings,
    startingSettings: defaultSettings(zone),
    saveSettings: async (next) => {
      try {
        await saveSettings(next);
        return true;
      } catch {
        return false;
      }
    },
    connections,
    connect: (origin) => connect(origin, null),
    disconnect: async (origin) => 'done' in (await askBackground({ kind: 'disconnect', origin })),
    adapters,
    adapterRules,
    adapterMaxBytes: MAX_ENVELOPE_SIZE,
    checkAdapter,
    keepAdapter: (json) => keepAdapter(json, instant.parse(Date.now())),
    tryAdapter: tryOnOpenPages,
    dropAdapter: (id) => dropAdapter(id).then(() => true),
    switchAdapter: (id, on) => switchAdapter(id, on).then(() => true),
    counts,
    sample: async (deed) => {
      const reply = await askBackground({ kind: 'sample', do: deed });
      return 'refused' in reply
        ? { ok: false, error: { code: 'unavailable', field: null } }
        : { ok: true, value: reply };
    },
    verify: () => verify(true),
    retention: async () => (await import('./out/liveRetention')).outlook(),
    lock,
    backup,
    deepErase: openDeepErase(),
    sync: async () => (await import('./sync/liveSync')).openSyncDesk(),
    leave: async () => (await import('./leaving/live')).openLeaving(),
    rules: ALL_RULES,
    bank,
    locked,
    learned,
    forgetLearned: (rule) => kept(forgetLearned(rule)),
    restoreLearned: (rules) => kept(restoreLearned(rules)),
    keepRule: (rule) => kept(keepRule(rule)),
    tryBook: async (trial, stop, tell) => {
      const [walker, briefs] = await Promise.all([openWalker(browserPorts()), briefsOf(opening)]);
      if (!walker.ok) return null;
      const found = await tryBook(walker.value, briefs.length, trial, stop, tell).catch(() => null);
      walker.value.close();
      return found;
    },
  };
}
