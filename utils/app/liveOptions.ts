import { signal } from '@preact/signals';
import type { PageHealth } from '@/utils/adapters/health';
import { MAX_ADAPTER_SIZE } from '@/utils/adapters/limits';
import { dayOf } from '@/utils/domain/day';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import { type KeptAdapters, loadAdapters, watchAdapters } from '@/utils/platform/adapters';
import { type Connection, loadConnections, watchConnections } from '@/utils/platform/connections';
import { localZone, saveSettings } from '@/utils/platform/settings';
import { checkAdapter, dropAdapter, keepAdapter, knownAdapters, switchAdapter } from './adapters';
import { askBackground } from './askBackground';
import { ailingOf } from './health/ailing';
import { loadHealth, watchHealth } from './health/kept';
import { connect } from './live/connecting';
import { watchDay } from './live/day';
import { openForReading } from './live/reader';
import type { BookCounts, ConnectedCrm, DeepVerdict, ListedAdapter, OptionsPort } from './optionsPort';

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
  const tellAdapters = (kept: KeptAdapters): void => {
    adapters.value = knownAdapters(kept).map(({ adapter, since, off }) => ({
      id: adapter.id,
      title: adapter.title,
      version: adapter.version,
      author: adapter.author,
      hosts: adapter.hosts ?? null,
      since: since === null ? null : dayOf(since, day.settings.peek().zone),
      off,
      ailing: ailingOf(health, adapter.id, (at) => dayOf(at, day.settings.peek().zone)),
      json: JSON.stringify(adapter, null, 2),
    }));
    if (connections.peek()) tellConnections(connected);
  };
  watchAdapters(tellAdapters);
  const tellHealth = (list: readonly PageHealth[]): void => {
    health = list;
    void loadAdapters().then(tellAdapters);
  };
  watchHealth(tellHealth);
  void loadHealth().then(tellHealth);
  watchConnections(tellConnections);
  void loadConnections().then(tellConnections);

  const opening = openForReading();
  void opening.then(({ reader, trouble }) => {
    if (!reader) {
      counts.value = { state: 'error', code: trouble };
      return;
    }
    reader.watchDirectory((directory) => {
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
  });

  return {
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
    adapterMaxBytes: MAX_ADAPTER_SIZE,
    checkAdapter,
    keepAdapter: (json) => keepAdapter(json, instant.parse(Date.now())),
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
    // What is owed has no switch.
    ruleIds: ALL_RULES.filter(({ putOff }) => putOff === undefined).map(({ id }) => id),
  };
}
