import { writeSession } from '@/utils/platform/session';
import type { Command } from '../command';
import { graveOf } from '../grave';
import { newOpId } from '../ids';
import type { PanelPort, PanelView } from '../panelPort';
import { PENDING_KEY, PENDING_MS, type Pending, type PutOff, type Unseen } from '../pending';
import { watchSight } from './sight';

/** What a row calls itself: the text of a note, the name of a product. */
const wordsOf = (row: object): string | null => {
  const words = 'text' in row ? row.text : 'name' in row ? row.name : null;
  return typeof words === 'string' ? words.slice(0, 200) : null;
};

/** The row that a command is about, in its own words. */
function rowOf(command: Command, view: PanelView): string | null {
  if (view.state !== 'client') return null;
  const named = new Set<unknown>(Object.values(command));
  const rows: object[] = Object.values(view.picture.bundle).flat();
  const row = rows.find((each) => 'clientId' in each && 'id' in each && named.has(each.id));
  return row ? wordsOf(row) : null;
}

const nameIn = (view: PanelView): string | null =>
  view.state === 'client'
    ? view.picture.bundle.client.name
    : view.state === 'firstSight'
      ? view.sighting.name
      : null;

/**
 * The port of a panel that lies in a page: what destroys, copies or uncovers is done only if what was pressed
 * was in sight. All of the panel goes through here, so no button can forget it (decision 29).
 */
export function guarded(port: PanelPort, look: () => Unseen | null): PanelPort {
  const putOff = (deed: PutOff, row: string | null): void => {
    const view = port.view.peek();
    const pending: Pending = { deed, whom: nameIn(view), row, expires: Date.now() + PENDING_MS };
    // Where it cannot be kept there is nothing to confirm: the deed stays undone, which is safe.
    void (async () => writeSession(PENDING_KEY, pending))().catch(() => undefined);
  };
  /** Whether what was pressed is believed; what is not may wait elsewhere. */
  const believed = (deed: PutOff, row: string | null = null): Unseen | null => {
    const why = look();
    if (why === 'elsewhere') putOff(deed, row);
    return why;
  };
  return {
    ...port,
    unseen: look,
    async run(command) {
      if (graveOf(command) === null) return port.run(command);
      const op = newOpId();
      const code = believed({ do: 'order', order: { op, command } }, rowOf(command, port.view.peek()));
      return code === null ? port.run(command) : { op, outcome: { ok: false, error: { code, field: null } } };
    },
    copy: async (text) => believed({ do: 'copy', text }) === null && port.copy(text),
    reveal: (text) => believed({ do: 'reveal', text }) === null,
  };
}

/** The port of the panel in this page's frame, under the eyes of the browser from now on. */
export function guardedInPage(port: PanelPort): PanelPort {
  const sight = watchSight();
  return guarded(port, () => sight.unseen(performance.now()));
}
