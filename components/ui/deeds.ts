import { type ReadonlySignal, signal } from '@preact/signals';
import type { Command, Done, Outcome, Problem } from '@/utils/app/command';
import type { PanelPort } from '@/utils/app/panelPort';
import { fail } from '@/utils/domain/result';
import type { OpId } from '@/utils/domain/schema/ids';
import { t } from './words';

/** One more thing that can be done about what was said. */
export interface Offer {
  label: string;
  take(): void;
}

/** What the bar at the foot says: of a deed that is on the disk, or of one that was not done. */
export interface Said {
  text: string;
  /** Set while the deed can be taken back. */
  undo: OpId | null;
  failed: boolean;
  offer?: Offer | undefined;
}

/** Does what the user asks and says how it went; shared by all screens that write. */
export interface Deeds {
  said: ReadonlySignal<Said | null>;
  /**
   * Runs a command. Only after `outcome.ok` is `text` said, with an undo; a failure is said instead.
   * `offer` says what else can be done then. Never throws: a lost connection is a problem like any other.
   */
  perform(command: Command, text: string, offer?: (done: Done) => Offer | undefined): Promise<Outcome>;
  /** Takes back the deed last said. */
  undo(): Promise<void>;
  /** Says something that needs no undo. */
  say(text: string, failed?: boolean, offer?: Offer): void;
  dismiss(): void;
}

/** What the parts of a log are called on the screen. */
const NAMED = [
  'result',
  'goal',
  'marker',
  'recording',
  'note',
  'nextStep',
  'day',
  'metWith',
  'companions',
  'place',
] as const;

/** Why something was not done and what to do about it, in the reader's language. */
export function problemText(problem: Problem): string {
  const named = NAMED.find((field) => field === problem.field);
  if (problem.code.startsWith('holds')) {
    const place = named ? t(`log.${named}`) : t(problem.field === 'noteText' ? 'notes.title' : 'ui.written');
    return t(`ui.problem.${problem.code}`, place);
  }
  if (problem.code === 'invalid' && named) return t('ui.problem.invalidField', t(`log.${named}`));
  return t(`ui.problem.${problem.code}`);
}

/** One bar of deeds over a port. */
export function createDeeds(port: Pick<PanelPort, 'run'>): Deeds {
  const said = signal<Said | null>(null);

  const send = async (command: Command): Promise<{ op: OpId | null; outcome: Outcome }> => {
    try {
      return await port.run(command);
    } catch {
      return { op: null, outcome: fail({ code: 'unavailable', field: null }) };
    }
  };

  return {
    said,
    async perform(command, text, offer) {
      const { op, outcome } = await send(command);
      said.value = outcome.ok
        ? { text, undo: op, failed: false, offer: offer?.(outcome.value) }
        : { text: problemText(outcome.error), undo: null, failed: true };
      return outcome;
    },
    async undo() {
      const target = said.peek()?.undo;
      if (!target) return;
      said.value = null;
      const { outcome } = await send({ do: 'undo', target });
      said.value = outcome.ok
        ? { text: t('ui.undone'), undo: null, failed: false }
        : { text: problemText(outcome.error), undo: null, failed: true };
    },
    say(text, failed = false, offer) {
      said.value = { text, undo: null, failed, offer };
    },
    dismiss() {
      said.value = null;
    },
  };
}
