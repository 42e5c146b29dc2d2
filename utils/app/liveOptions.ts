import { signal } from '@preact/signals';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { dayOf } from '@/utils/domain/day';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { type Connection, loadConnections, watchConnections } from '@/utils/platform/connections';
import { localZone, saveSettings } from '@/utils/platform/settings';
import { askBackground } from './askBackground';
import { connect } from './live/connecting';
import { watchDay } from './live/day';
import { openForReading } from './live/reader';
import type { BookCounts, ConnectedCrm, DeepVerdict, OptionsPort } from './optionsPort';

/** An adapter by the name its author gave it; by its id once it no longer comes with the product. */
const titleOf = (id: string): string => BUILT_IN.find((adapter) => adapter.id === id)?.title ?? id;

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
  const tellConnections = (list: readonly Connection[]): void => {
    connections.value = list.map(({ origin, since, adapters }) => ({
      origin,
      since: dayOf(since, day.settings.peek().zone),
      adapters: adapters.map(titleOf),
    }));
  };
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
    counts,
    sample: async (deed) => {
      const reply = await askBackground({ kind: 'sample', do: deed });
      return 'refused' in reply
        ? { ok: false, error: { code: 'unavailable', field: null } }
        : { ok: true, value: reply };
    },
    verify: () => verify(true),
    ruleIds: ALL_RULES.map((rule) => rule.id),
  };
}
