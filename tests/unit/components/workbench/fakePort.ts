import { type Signal, signal } from '@preact/signals';
import type { VisitFigures, VisitsView, WorkbenchPort } from '@/utils/app/workbenchPort';
import type { Outline } from '@/utils/domain/outline';
import { TODAY } from '../../../gallery/fixtures/people';
import { SETTINGS } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';

/** A workbench without a browser behind it. */
export interface FakeWorkbench extends WorkbenchPort {
  visits: Signal<VisitsView>;
  outline: Signal<Outline | null>;
  figures: VisitFigures | null;
}

/** A library with nothing in it, into which nothing can be put. */
const EMPTY_LIBRARY: WorkbenchPort['library'] = {
  watch: (tell) => {
    tell([]);
    return () => {};
  },
  count: async () => {},
  keep: async () => ({ ok: true, value: 0 }),
  drop: async () => null,
  importText: async () => ({ ok: true, value: 0 }),
  newId: () => 'none',
  readings: async () => () => [],
};

/** A port that shows what it is given. */
export function fakeWorkbench(): FakeWorkbench {
  const { run, copy } = playPort({ state: 'starting' });
  const port: FakeWorkbench = {
    run,
    copy,
    today: signal(TODAY),
    settings: signal(SETTINGS),
    saveSettings: async () => true,
    book: signal({ state: 'ready', briefs: [], quarantined: 0, trouble: null }),
    sheetOf: (client) => `about:blank#${client}`,
    openOptions: () => {},
    visits: signal<VisitsView>({ state: 'loading' }),
    outline: signal<Outline | null>(null),
    figures: null,
    watchVisits: (tell) => port.visits.subscribe(tell),
    watchOutline: (_client, tell) => port.outline.subscribe(tell),
    visitFigures: async () => port.figures,
    evening: () => {
      throw new Error('no evening on this stage');
    },
    library: EMPTY_LIBRARY,
  };
  return port;
}
