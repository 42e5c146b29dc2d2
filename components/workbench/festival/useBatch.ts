import { useState } from 'preact/hooks';
import type { Command } from '@/utils/app/command';
import { type GreetingChannel, greetingChannel } from '@/utils/domain/festival/festive';
import type { FestivalAhead } from '@/utils/domain/festival/nextFestival';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import { createDeeds, type Deeds, problemText } from '../../ui/deeds';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { greetingLog, type Manner, type ToGreet } from './greet';

/** What is done to the clients of a batch. */
export interface Batch {
  deeds: Deeds;
  /** Marked from here, and perhaps not read again yet: never offered a second time. */
  marked: ReadonlySet<ClientId>;
  /** How many of how many have been marked, while many are. */
  busy: { done: number; of: number } | null;
  mark(client: ToGreet, channel: GreetingChannel, manner: Manner): Promise<boolean>;
  /** Marks all of them as greeted by one message to many; taken back in one go as well. */
  markAll(clients: readonly ToGreet[], channel: GreetingChannel | null): Promise<void>;
}

/** The deeds of the page; what is taken back is told by the book alone again. */
export function useBatch(desk: Desk, ahead: FestivalAhead): Batch {
  const [marked, setMarked] = useState<ReadonlySet<ClientId>>(new Set());
  const [busy, setBusy] = useState<Batch['busy']>(null);
  const [deeds] = useState(() =>
    createDeeds({
      run: async (command) => {
        const done = await desk.port.run(command);
        if (done.outcome.ok && command.do === 'undo') setMarked(new Set());
        return done;
      },
    }),
  );
  const add = (id: ClientId) => setMarked((ids) => new Set([...ids, id]));

  const takeBack = async (ops: readonly OpId[]) => {
    let failed: string | null = null;
    for (const target of ops.toReversed()) {
      const { outcome } = await desk.port.run({ do: 'undo', target });
      if (!outcome.ok) failed ??= problemText(outcome.error);
    }
    setMarked(new Set());
    deeds.say(failed ?? t('ui.undone'), failed !== null);
  };

  const run = (command: Command) =>
    desk.port.run(command).catch(() => ({
      op: null,
      outcome: { ok: false, error: { code: 'unavailable', field: null } } as const,
    }));

  return {
    deeds,
    marked,
    busy,
    async mark(client, channel, manner) {
      const command = greetingLog(desk, client, channel, manner, ahead);
      const outcome = await deeds.perform(command, t('festivalPage.marked', client.name));
      if (outcome.ok) add(client.id);
      return outcome.ok;
    },
    async markAll(clients, channel) {
      const ops: OpId[] = [];
      let failed: string | null = null;
      for (const [at, client] of clients.entries()) {
        setBusy({ done: at, of: clients.length });
        const by = greetingChannel(client.standing, channel);
        const { op, outcome } = await run(greetingLog(desk, client, by, 'mass', ahead));
        if (!outcome.ok) {
          failed = problemText(outcome.error);
          break;
        }
        if (op !== null) ops.push(op);
        add(client.id);
      }
      setBusy(null);
      const undo = ops.length > 0 ? { label: t('ui.undo'), take: () => void takeBack(ops) } : undefined;
      deeds.say(failed ?? t('festivalPage.markedAll', ops.length), failed !== null, undo);
    },
  };
}
