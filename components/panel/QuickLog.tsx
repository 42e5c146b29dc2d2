import { useCallback, useEffect } from 'preact/hooks';
import type { Channel } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { newDraft } from '../log/drafts';
import { KeptDraft } from '../log/KeptDraft';
import { LogKeys } from '../log/LogKeys';
import { isShown, type Shown } from '../log/subjects';
import { useLogKeys } from '../log/useLogKeys';
import { Later } from '../ui/Later';
import { t } from '../ui/words';
import type { Desk, ShownClient } from './desk';
import { Section } from './Section';

const loadForm = () => import('../log/LogForm');

interface Props {
  client: ShownClient;
  shown: Shown;
  today: CivilDay;
  desk: Desk;
}

/** The one-line quick log: letters, and the form in place once one is pressed. */
export function QuickLog({ client, shown, today, desk }: Props) {
  const { session } = desk;
  const opened = session.opened.value;
  // In depth: whatever the session holds, no form of one client is drawn on another's screen.
  const own = opened !== null && isShown(opened.draft.subject, shown);
  // The outcome of a visit stands with the visits.
  const log = own && !opened.draft.visit ? opened : null;
  const open = useCallback(
    (channel: Channel) => session.open(newDraft(client, { channel })),
    [session, client],
  );
  useLogKeys(session, open);
  // Fetched while nothing is asked of the page, so that the first letter finds it there.
  useEffect(() => {
    const timer = setTimeout(() => void loadForm().catch(() => {}), 0);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Section id="log" title={t('log.title')}>
      <LogKeys current={log?.draft.details.channel ?? null} pick={open} />
      <KeptDraft session={session} />
      {log && (
        <Later load={loadForm}>
          {({ LogForm }) => <LogForm key={log.contactId} log={log} session={session} today={today} />}
        </Later>
      )}
    </Section>
  );
}
