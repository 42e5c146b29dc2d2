import { effect, type Signal, signal } from '@preact/signals';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { EveningPort } from './eveningPort';
import { newContactId } from './ids';
import { copy } from './live/copy';
import type { LiveDay } from './live/day';
import { discardDraft, loadDraft, saveDraft } from './live/drafts';
import { run } from './live/orders';
import type { Opened } from './live/reader';
import { keepDayList, readDayList, watchDayList } from './openedToday';

/** A list of the day, kept current; empty again when the day is over. */
function followList(list: 'opened' | 'dismissed', { today }: LiveDay): Signal<ReadonlySet<ClientId>> {
  const ids = signal<ReadonlySet<ClientId>>(new Set());
  watchDayList(
    list,
    () => today.peek(),
    (next) => {
      ids.value = new Set(next);
    },
  );
  effect(() => {
    const day = today.value;
    void readDayList(list, day).then((kept) => {
      if (today.peek() === day) ids.value = new Set(kept);
    });
  });
  return ids;
}

/** The evening's port in a browser. */
export function openEvening(opening: Promise<Opened>, day: LiveDay): EveningPort {
  const dismissed = followList('dismissed', day);
  return {
    today: day.today,
    settings: day.settings,
    opened: followList('opened', day),
    dismissed,
    async dismiss(id, is) {
      const today = day.today.peek();
      const others = (await readDayList('dismissed', today)).filter((each) => each !== id);
      await keepDayList('dismissed', today, is ? [...others, id] : others);
    },
    async clients(ids) {
      const { reader } = await opening;
      if (!reader) return new Map();
      const read = await Promise.all(ids.map((id) => reader.client(id)));
      return new Map(
        read.flatMap((known) => (known.ok ? [[known.value.bundle.client.id, known.value.bundle]] : [])),
      );
    },
    run,
    copy,
    newContactId,
    loadDraft: async (subject) => {
      const { reader } = await opening;
      return reader ? loadDraft(reader, subject) : null;
    },
    saveDraft,
    discardDraft,
  };
}
