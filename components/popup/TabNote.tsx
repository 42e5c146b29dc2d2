import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ConnectOutcome } from '@/utils/app/optionsPort';
import type { FrontTab, PopupPort } from '@/utils/app/popupPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';

type Asking = 'idle' | 'asking' | Exclude<ConnectOutcome, 'connected'>;

/** Offers to connect the site in front. The permission is asked for in the click itself. */
function Connect({ origin, port, onConnected }: { origin: string; port: PopupPort; onConnected(): void }) {
  const [asking, setAsking] = useState<Asking>('idle');
  const plainHttp = origin.startsWith('http://');
  const onClick = () => {
    // First of all: after an await the browser no longer takes this for the user's own wish.
    const answer = port.connect(origin);
    setAsking('asking');
    answer.then(
      (outcome) => {
        if (outcome !== 'connected') return setAsking(outcome);
        setAsking('idle');
        onConnected();
      },
      () => setAsking('failed'),
    );
  };
  return (
    <section class="pnote" aria-label={t('connect.title')}>
      <h1>{t('connect.notYet', new URL(origin).host)}</h1>
      <p>{t('connect.what')}</p>
      {plainHttp && <p class="pnote-quiet">{t('connect.plainHttp')}</p>}
      <Button kind="go" class="pnote-go" disabled={asking === 'asking'} onClick={onClick}>
        {asking === 'asking' ? t('connect.asking') : t('connect.connect')}
      </Button>
      <p class="pnote-quiet" role="status">
        {asking === 'refused' && t('connect.refused')}
        {asking === 'byBank' && t('connect.byBank')}
        {asking === 'failed' && t('connect.failed')}
      </p>
    </section>
  );
}

function Reload({ text, port }: { text: string; port: PopupPort }) {
  return (
    <section class="pnote pnote-small">
      <p>{text}</p>
      <Button onClick={() => port.reloadTab()}>{t('connect.reload')}</Button>
    </section>
  );
}

/** Offers to teach Zhibi the page in front: with emphasis where it knows nothing of the whole CRM. */
function Teach({ port, children }: { port: PopupPort; children?: ComponentChildren }) {
  const [failed, setFailed] = useState(false);
  const onClick = () =>
    void port.teach().then((started) => {
      // The wizard lies in the page: nothing is left to do here.
      if (started) window.close();
      else setFailed(true);
    });
  return (
    <section class="pnote" aria-label={t('teach.title')}>
      <p>{children ?? t('teach.offer')}</p>
      {children === undefined ? (
        <Button kind="go" class="pnote-go" onClick={onClick}>
          {t('teach.start')}
        </Button>
      ) : (
        <Button onClick={onClick}>{t('teach.startPage')}</Button>
      )}
      <p class="pnote-quiet" role="status">
        {failed && t('teach.notInjectable')}
      </p>
    </section>
  );
}

/** Why the page in front names no client, and what can be done about it. */
export function TabNote({ tab, port }: { tab: FrontTab; port: PopupPort }) {
  const [connected, setConnected] = useState<string | null>(null);
  if (tab.state === 'starting' || tab.state === 'client') return null;
  if (tab.state === 'restricted') return <p class="pnote pnote-small">{t('popup.restricted')}</p>;
  const { origin } = tab;
  const strange = tab.state === 'notConnected' ? 'none' : port.strangeness.value;
  if (strange === 'crm') return <Teach port={port} />;
  // A silent page of the bank's CRM needs loading, one of a CRM that may not be taught nothing at all.
  if (strange === 'ownOff' || (strange === 'banks' && tab.state !== 'silent'))
    return (
      <p class="pnote pnote-small">
        {t(tab.state === 'notRecognised' ? 'popup.notRecognised' : 'popup.notClientPage')}{' '}
        {t(strange === 'banks' ? 'teach.bank.bankHas' : 'teach.bank.ownOff')}
      </p>
    );
  if (connected === origin) {
    return <Reload text={t('connect.connected', new URL(origin).host)} port={port} />;
  }
  if (tab.state === 'notConnected') {
    return <Connect key={origin} origin={origin} port={port} onConnected={() => setConnected(origin)} />;
  }
  if (tab.state === 'silent') return <Reload text={t('popup.silent')} port={port} />;
  const why = t(tab.state === 'notRecognised' ? 'popup.notRecognised' : 'popup.notClientPage');
  return strange === 'page' ? <Teach port={port}>{why}</Teach> : <p class="pnote pnote-small">{why}</p>;
}
