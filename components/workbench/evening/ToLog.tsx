import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Command } from '@/utils/app/command';
import type { EveningPort } from '@/utils/app/eveningPort';
import { type EveningLine, eveningLine, inEveningOrder } from '@/utils/domain/evening/evening';
import type { Channel } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { type LogClient, newDraft, outcomeDraft } from '../../log/drafts';
import { KeptDraft } from '../../log/KeptDraft';
import { LogForm } from '../../log/LogForm';
import { LogKeys } from '../../log/LogKeys';
import { createLogSession, type LogSession } from '../../log/session';
import { useLogKeys } from '../../log/useLogKeys';
import { lastWord, tierWord } from '../../popup/clientWords';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { clockTime } from '../../ui/dayWords';
import { createDeeds, type Deeds } from '../../ui/deeds';
import { isShortcut } from '../../ui/keys';
import { UndoBar } from '../../ui/UndoBar';
import { useKeyDown } from '../../ui/useKeyDown';
import { t } from '../../ui/words';
import { PickList } from './PickList';
import type { KnownClients } from './useClients';

/** Puts a client aside: nothing to log. */
const DISMISS_KEY = 'X';

const clientOf = ({ brief }: EveningLine): LogClient => ({
  subject: { type: 'client', clientId: brief.clientId },
  name: brief.name,
  kind: brief.kind,
});

/** Whom a command of the form logged for today; null where it logged nothing of today. */
function loggedBy(command: Command, today: CivilDay): ClientId | null {
  if (command.do !== 'logContact' && command.do !== 'amendContact') return null;
  if (command.details.day !== today) return null;
  if (command.do === 'amendContact') return command.clientId;
  return command.subject.type === 'client' ? command.subject.clientId : null;
}

interface Tools {
  session: LogSession;
  deeds: Deeds;
  /** Logged from here, and perhaps not read again yet: never offered a second time. */
  logged: ReadonlySet<ClientId>;
}

/** The form over the evening's port, which hears at once who has been logged. */
function useTools(evening: EveningPort): Tools {
  const [logged, setLogged] = useState<ReadonlySet<ClientId>>(new Set());
  const [tools] = useState(() => {
    const run: EveningPort['run'] = async (command) => {
      const done = await evening.run(command);
      if (!done.outcome.ok) return done;
      const id = loggedBy(command, evening.today.peek());
      // What was taken back is to be logged again: then the book alone says who is.
      if (command.do === 'undo') setLogged(new Set());
      else if (id !== null) setLogged((ids) => new Set([...ids, id]));
      return done;
    };
    const port = { ...evening, run };
    const deeds = createDeeds(port);
    return { deeds, session: createLogSession(port, deeds) };
  });
  return { ...tools, logged };
}

/** Why the client is in the list. */
function Why({ line }: { line: EveningLine }) {
  const { plan } = line;
  if (plan === null) return <span class="evquiet">{t('evening.opened')}</span>;
  const what = plan.purpose === null ? t(`channel.${plan.channel}`) : t(`purpose.${plan.purpose}`);
  return (
    <span class="evquiet">
      <Chip tone="accent">{t('history.planned')}</Chip> {plan.minute === null ? '' : clockTime(plan.minute)}{' '}
      {what}
    </span>
  );
}

interface Props {
  known: KnownClients;
  evening: EveningPort;
  today: CivilDay;
  /** How many are left. */
  onLeft: (left: number) => void;
}

/** Who was opened or planned today and not logged: the list, and the form beside it, by keys alone. */
export function ToLog({ known, evening, today, onLeft }: Props) {
  const { session, deeds, logged } = useTools(evening);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => {
    const { briefs, bundles } = known;
    return inEveningOrder(
      briefs.flatMap((brief) => {
        const bundle = bundles.get(brief.clientId);
        const line = bundle && !logged.has(brief.clientId) ? eveningLine(brief, bundle, today) : null;
        return line ? [line] : [];
      }),
    );
  }, [known, logged, today]);
  // Where one went out of the list, the next has come into its place.
  const place = Math.min(at, Math.max(lines.length - 1, 0));
  const line = lines[place] ?? null;
  const id = line?.brief.clientId ?? null;

  useLayoutEffect(() => {
    session.show(line && { subject: clientOf(line).subject, record: null });
  }, [session, id]);
  useEffect(() => onLeft(lines.length), [onLeft, lines.length]);
  useLayoutEffect(() => list.current?.focus(), []);
  // Whoever has saved goes on by keys: the list has them again.
  useLayoutEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) list.current?.focus();
  });

  const open = useCallback(
    (channel: Channel | null) => {
      if (!line) return;
      const client = clientOf(line);
      if (line.plan === null) return session.open(newDraft(client, { channel: channel ?? 'phone' }));
      const draft = outcomeDraft(client, line.plan, today);
      session.open(channel === null ? draft : { ...draft, details: { ...draft.details, channel } });
    },
    [session, line, today],
  );
  useLogKeys(session, line ? open : null);

  const dismiss = useCallback(() => {
    if (!line || session.opened.peek()) return;
    const { clientId, name } = line.brief;
    const undo = {
      label: t('ui.undo'),
      take: () => void evening.dismiss(clientId, false).then(() => deeds.say(t('ui.undone'))),
    };
    void evening.dismiss(clientId, true).then(
      () => deeds.say(t('evening.dismissed', name), false, undo),
      () => deeds.say(t('evening.notDismissed', name), true),
    );
  }, [evening, session, deeds, line]);
  useKeyDown((event) => {
    if (!isShortcut(event) || event.key.toUpperCase() !== DISMISS_KEY) return;
    event.preventDefault();
    dismiss();
  });

  const log = session.opened.value;
  return (
    <>
      {line === null ? (
        <p class="wempty">{t('evening.allLogged')}</p>
      ) : (
        <div class="evening">
          <PickList
            label={t('evening.toLog', lines.length)}
            items={lines}
            keyOf={({ brief }) => brief.clientId}
            at={place}
            onMove={setAt}
            onEnter={() => open(null)}
            list={list}
          >
            {(each) => (
              <>
                <span class="evname">
                  <b>{each.brief.name}</b> {tierWord(each.brief) && <Chip>{tierWord(each.brief)}</Chip>}
                </span>
                <Why line={each} />
              </>
            )}
          </PickList>
          <section class="evform" aria-label={t('log.form', line.brief.name)}>
            <div class="evhead">
              <h3>{line.brief.name}</h3>
              <span class="evquiet">{lastWord(line.brief, today)}</span>
              <Button kind="ghost" hotkey={DISMISS_KEY} aria-keyshortcuts={DISMISS_KEY} onClick={dismiss}>
                {t('evening.dismiss')}
              </Button>
            </div>
            {line.plan?.goal && <p class="evgoal">{t('evening.goal', line.plan.goal)}</p>}
            <LogKeys current={log?.draft.details.channel ?? null} pick={open} />
            <KeptDraft session={session} />
            {log && <LogForm key={log.contactId} log={log} session={session} today={today} />}
            {!log && <p class="evquiet">{t('evening.hint')}</p>}
          </section>
        </div>
      )}
      <UndoBar deeds={deeds} />
    </>
  );
}
