import { signal } from '@preact/signals';
import type { Command } from '@/utils/app/command';
import type { BookView } from '@/utils/app/popupPort';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import type { ContactsView, WeekMoves } from '@/utils/app/workloadPort';
import type { Brief } from '@/utils/domain/brief';
import type { Contact } from '@/utils/domain/schema/contact';
import { contactId, opId } from '@/utils/domain/schema/ids';
import { defaultSettings, type Settings } from '@/utils/domain/schema/settings';
import { civilDay } from '@/utils/domain/schema/time';
import type { Span } from '@/utils/domain/workload/period';

/** A Wednesday. */
export const TODAY = civilDay.parse('2026-11-18');

/** A port over a book and its contacts that remembers what it was told. */
export function fakeWorkbenchPort(
  briefs: readonly Brief[],
  contacts: readonly Contact[] = [],
  changed: Partial<Settings> = {},
) {
  const book = signal<BookView>({ state: 'ready', briefs, quarantined: 0, trouble: null });
  const settings = signal<Settings>({ ...defaultSettings('Asia/Shanghai'), ...changed });
  const moves = signal<WeekMoves>({});
  const commands: Command[] = [];
  const watched: Span[] = [];
  const behaviour = { keeps: true };
  let ids = 0;
  const port: WorkbenchPort = {
    today: signal(TODAY),
    settings,
    book,
    moves,
    async saveSettings(next) {
      settings.value = next;
      return true;
    },
    async saveMoves(next) {
      if (behaviour.keeps) moves.value = next;
      return behaviour.keeps;
    },
    watchContacts(span, tell: (view: ContactsView) => void) {
      watched.push(span);
      const { from, until } = span;
      tell({ state: 'ready', contacts: contacts.filter(({ day }) => day >= from && day <= until) });
      return () => {};
    },
    newContactId: () => contactId.parse((++ids).toString(16).padStart(24, 'e')),
    async run(command) {
      commands.push(command);
      return {
        op: opId.parse('f'.repeat(24)),
        outcome: { ok: true, value: { clientId: null, seq: 1 } },
      };
    },
    copy: async () => true,
    sheetOf: (client) => `about:blank#${client}`,
    openOptions: () => {},
  };
  return { port, settings, moves, commands, watched, behaviour };
}
