import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PanelView } from '@/utils/app/panelPort';
import { Button } from '../../ui/Button';
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

/** Offers to teach Zhibi the CRM in front where its pages are not known. */
function Teach({ desk }: { desk: Desk }) {
  const [state, setState] = useState<'unknown' | 'offered' | 'failed'>('unknown');
  useEffect(() => {
    let gone = false;
    void desk.port.strangeness().then((strange) => {
      if (!gone && strange === 'crm') setState('offered');
    });
    return () => {
      gone = true;
    };
  }, [desk]);
  if (state === 'unknown') return null;
  const onClick = () => void desk.port.teach().then((started) => started || setState('failed'));
  return (
    <>
      <Button kind="go" onClick={onClick}>
        {t('teach.start')}
      </Button>
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
      <Button onClick={() => desk.port.openOptions()}>{t('panel.options')}</Button>
    </Plain>
  );
}
