import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PanelView } from '@/utils/app/panelPort';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { shortDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';

function Plain({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <main class="panel plain">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </main>
  );
}

type View<State extends PanelView['state']> = Extract<PanelView, { state: State }>;

/** Offers to teach Zhibi the CRM in front where its pages are not known, or not understood any more. */
function Teach({ desk }: { desk: Desk }) {
  const [state, setState] = useState<'unknown' | 'offered' | 'failed' | 'banks' | 'ownOff'>('unknown');
  const [unread, setUnread] = useState<CivilDay | null>(null);
  useEffect(() => {
    let gone = false;
    void Promise.all([desk.port.strangeness(), desk.port.unreadSince()]).then(([strange, since]) => {
      if (gone) return;
      setUnread(since);
      if (strange === 'banks' || strange === 'ownOff') setState(strange);
      else if (strange === 'crm' || since !== null) setState('offered');
    });
    return () => {
      gone = true;
    };
  }, [desk]);
  if (state === 'unknown') return null;
  const onClick = () => void desk.port.teach().then((started) => started || setState('failed'));
  return (
    <>
      {unread && <p>{t('panel.lost.unread', shortDay(unread, desk.port.today.value))}</p>}
      {state === 'banks' || state === 'ownOff' ? (
        <p>{t(state === 'banks' ? 'teach.bank.bankHas' : 'teach.bank.ownOff')}</p>
      ) : (
        <Button kind="go" onClick={onClick}>
          {t(unread ? 'panel.lost.teach' : 'teach.start')}
        </Button>
      )}
      <p role="status">{state === 'failed' && t('teach.notInjectable')}</p>
    </>
  );
}

/** No client on this page, or none one can be sure of. */
export function NoClient({ why, desk }: { why: View<'noClient'>['why']; desk: Desk }) {
  return (
    <Plain title={t(`panel.noClient.${why}.title`)} text={t(`panel.noClient.${why}.text`)}>
      {why !== 'notConnected' && <Teach desk={desk} />}
      {why !== 'notClientPage' && (
        <Button onClick={() => desk.port.openOptions()}>{t('panel.options')}</Button>
      )}
    </Plain>
  );
}

/** The data cannot be shown or written; what was written is still there unless said otherwise. */
export function Failed({ code, desk }: { code: View<'error'>['code']; desk: Desk }) {
  return (
    <Plain title={t(`panel.error.${code}.title`)} text={t(`panel.error.${code}.text`)}>
      <Button onClick={() => desk.port.openOptions(code === 'damaged' ? 'restore' : undefined)}>
        {t('panel.options')}
      </Button>
    </Plain>
  );
}
