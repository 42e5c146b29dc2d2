import { briefOf } from '@/utils/domain/briefOf';
import { loadSettings } from '@/utils/platform/settings';
import type { WritePorts } from '@/utils/store/ports';
import { presentMoment } from './background/day';
import { browserPorts } from './storePorts';

/** What a store that is written needs of a browser: cards follow from clients, settings and the day. */
export const writePorts = (): WritePorts => ({
  ...browserPorts(),
  briefOf: async ({ bundle, records }) => {
    const [settings, { today }, { readingsOf }] = await Promise.all([
      loadSettings(),
      presentMoment(),
      // The dictionary is built up only when the first brief is written: no worker needs it to start.
      import('./readings'),
    ]);
    return briefOf(
      bundle,
      settings,
      today,
      readingsOf(bundle.client.name),
      records.map((record) => record.recordId),
    );
  },
});
