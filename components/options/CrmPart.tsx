import { useState } from 'preact/hooks';
import type { ConnectedCrm } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Day } from '../ui/Say';
import { t } from '../ui/words';
import { ConnectForm } from './ConnectForm';
import type { OptionsDesk } from './desk';
import { Part } from './Part';

const hostOf = (origin: string): string => new URL(origin).host;

function Crm({ crm, desk, leave }: { crm: ConnectedCrm; desk: OptionsDesk; leave: () => void }) {
  const { origin, since, adapters } = crm;
  return (
    <li class="ocrm">
      <div class="ocrm-what">
        <b>{origin}</b>
        <span>
          {t('options.crm.since')} <Day day={since} today={desk.port.today.value} />
          {' · '}
          {adapters.length > 0
            ? t('options.crm.reads', adapters.join(t('options.crm.and')))
            : t('options.crm.readsNothing')}
        </span>
      </div>
      <Button aria-label={t('options.crm.disconnectOf', hostOf(origin))} onClick={leave}>
        {t('options.crm.disconnect')}
      </Button>
    </li>
  );
}

/** The connected CRMs: what is read where, since when; connecting another; leaving one. */
export function CrmPart({ desk }: { desk: OptionsDesk }) {
  const { port } = desk;
  const [leaving, setLeaving] = useState<string | null>(null);
  const list = port.connections.value;

  const disconnect = async (origin: string) => {
    setLeaving(null);
    const done = await port.disconnect(origin).catch(() => false);
    desk.say(t(done ? 'options.crm.disconnected' : 'options.crm.notDisconnected', hostOf(origin)), !done);
  };
  return (
    <Part id="crm" about={t('options.crm.about')}>
      {list?.length === 0 && <p class="oempty">{t('options.crm.none')}</p>}
      {list && list.length > 0 && (
        <ul class="ocrms">
          {list.map((crm) => (
            <Crm key={crm.origin} crm={crm} desk={desk} leave={() => setLeaving(crm.origin)} />
          ))}
        </ul>
      )}
      <ConnectForm port={port} known={list?.map(({ origin }) => origin) ?? []} />
      {leaving !== null && (
        <Dialog title={t('options.crm.disconnectTitle', hostOf(leaving))} onClose={() => setLeaving(null)}>
          <p>{t('options.crm.disconnectText')}</p>
          <div class="dialog-buttons">
            <Button onClick={() => setLeaving(null)}>{t('ui.cancel')}</Button>
            <Button kind="go" onClick={() => void disconnect(leaving)}>
              {t('options.crm.disconnect')}
            </Button>
          </div>
        </Dialog>
      )}
    </Part>
  );
}
