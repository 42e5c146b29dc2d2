import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isPage, lostFields, type PageHealth } from '@/utils/adapters/health';
import { dayOf } from '@/utils/domain/day';
import { readSession, watchSession } from '@/utils/platform/session';
import { askBackground } from '../askBackground';
import { loadHealth, watchHealth } from '../health/kept';
import { MENDED, type Mended, mended } from '../health/mending';
import type { MendDeed, MendReply, PageTrouble } from '../panelPort';
import type { TabView } from '../tabView';

/** What is not right with the page that a tab shows, as the background keeps it: kept current. */
export async function watchTrouble(
  view: ReadonlySignal<TabView | null>,
  zone: () => string,
): Promise<ReadonlySignal<PageTrouble | null>> {
  const list = signal<readonly PageHealth[]>([]);
  const last = signal<Mended | null>(null);
  watchHealth((next) => {
    list.value = next;
  });
  watchSession(MENDED, mended, (next) => {
    last.value = next;
  });
  [list.value, last.value] = await Promise.all([loadHealth(), readSession(MENDED, mended)]);
  return computed(() => {
    const seen = view.value;
    if (seen?.state !== 'sighted') return null;
    const { kind, adapter } = seen.sighting;
    const isHere = isPage({ adapter, page: seen.page });
    const health = list.value.find(isHere);
    const lost = health ? lostFields(health, kind).filter(({ quiet }) => !quiet) : [];
    const back = last.value && isHere(last.value) && last.value.kind === kind ? last.value.keys : [];
    if (lost.length === 0 && back.length === 0) return null;
    return {
      lost: lost.map(({ key, what, since }) => ({ key, what, since: dayOf(since, zone()) })),
      mended: back,
    };
  });
}

/** Asks the background to do something about it in a tab. */
export async function mend(deed: MendDeed, tabId: number): Promise<MendReply> {
  const reply = await askBackground({ kind: 'mend', do: deed, tabId }).catch(() => null);
  if (reply && 'found' in reply) return { state: 'looked', ...reply };
  if (reply && 'refused' in reply && (reply.refused === 'bankHas' || reply.refused === 'ownOff'))
    return { state: reply.refused };
  return { state: reply && 'done' in reply ? 'done' : 'failed' };
}
