import { useState } from 'preact/hooks';
import type { MendReply, PageTrouble } from '@/utils/app/panelPort';
import type { ClientBundle } from '@/utils/domain/bundle';
import { dayOf } from '@/utils/domain/day';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { shortDay } from '../../ui/dayWords';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { fieldName, sayValue } from '../profile/valueWords';
import './trouble.css';

type Looked = Extract<MendReply, { state: 'looked' }>;
type Stage = Looked | { state: 'idle' | 'busy' | 'failed' | 'notInjectable' | 'bankHas' | 'ownOff' };

interface Props {
  trouble: PageTrouble;
  /** What the book holds of the client; null for one it does not. */
  known: Pick<ClientBundle, 'client' | 'lastSeen'> | null;
  today: CivilDay;
  desk: Desk;
}

const names = (keys: readonly FieldKey[]): string => keys.map(fieldName).join(t('panel.lost.and'));

/** What was last seen of a lost field, and when; nothing where it never was for this client. */
function LastSeen({
  field,
  known,
  today,
  zone,
}: Pick<Props, 'known' | 'today'> & { field: FieldKey; zone: string }) {
  const seen = known?.client.observed[field];
  if (!known || !seen) return null;
  const day = dayOf(known.lastSeen[field] ?? seen.firstSeen, zone);
  return (
    <span class="lost-last">
      {' · '}
      {t('panel.lost.last', sayValue(field, seen.value, today), shortDay(day, today))}
    </span>
  );
}

/** Fields read in their new place since a short while ago: said once, and it can be taken back. */
function Mended({ keys, desk }: { keys: readonly FieldKey[]; desk: Desk }) {
  return (
    <div class="lost-mended">
      <p role="status">{t('panel.lost.mended', names(keys))}</p>
      <div class="lost-deeds">
        <Button onClick={() => void desk.port.mend('undo')}>{t('panel.lost.undo')}</Button>
        <Button kind="ghost" onClick={() => void desk.port.mend('dismiss')}>
          {t('panel.lost.ok')}
        </Button>
      </div>
    </div>
  );
}

/** What the generic reader made of the page: where the fields seem to stand, or that they do not. */
function Found({ looked, keep, back, teach }: { looked: Looked; keep(): void; back(): void; teach(): void }) {
  const { found, lost } = looked;
  return (
    <>
      {found.length > 0 && (
        <>
          <p role="status">{t('panel.lost.found')}</p>
          <dl class="lost-found">
            {found.map(({ key, label, text }) => (
              <div key={key}>
                <dt>{fieldName(key)}</dt>
                <dd>
                  {label !== '' && <span class="lost-label">{t('panel.lost.under', label)}</span>} {text}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {lost.length > 0 && (
        <p role={found.length > 0 ? undefined : 'status'}>{t('panel.lost.nowhere', names(lost))}</p>
      )}
      <div class="lost-deeds">
        {found.length > 0 ? (
          <Button kind="go" onClick={keep}>
            {t('panel.lost.keep')}
          </Button>
        ) : (
          <Button onClick={teach}>{t('panel.lost.teach')}</Button>
        )}
        <Button kind="ghost" onClick={back}>
          {t('ui.cancel')}
        </Button>
      </div>
    </>
  );
}

/**
 * What is not read any more on this client's page, since when, and what was last seen there. Calm: nothing
 * that was noted is lost, and nothing is guessed. One press looks for the fields elsewhere on the page; what
 * is found is in force only after another.
 */
export function Trouble({ trouble, known, today, desk }: Props) {
  const [stage, setStage] = useState<Stage>({ state: 'idle' });
  const { lost, mended } = trouble;
  const { port } = desk;
  const since = lost.map((field) => field.since).sort()[0];

  const look = async () => {
    setStage({ state: 'busy' });
    const reply = await port.mend('look');
    setStage(reply.state === 'done' ? { state: 'failed' } : reply);
  };
  const keep = async () => {
    setStage({ state: 'busy' });
    const { state } = await port.mend('keep');
    setStage({ state: state === 'done' ? 'idle' : state === 'looked' ? 'failed' : state });
  };
  const teach = async () => {
    if (!(await port.teach())) setStage({ state: 'notInjectable' });
  };
  return (
    <section class="part lost" aria-labelledby="part-lost-title">
      <h2 id="part-lost-title">{t(lost.length > 0 ? 'panel.lost.title' : 'panel.lost.mendedTitle')}</h2>
      {mended.length > 0 && <Mended keys={mended} desk={desk} />}
      {lost.length > 0 && since !== undefined && (
        <>
          <p>{t('panel.lost.text', lost.length, shortDay(since, today))}</p>
          <ul>
            {lost.map(({ key, what }) => (
              <li key={key}>
                <b>{fieldName(key)}</b>
                {what === 'odd' && <span class="lost-odd"> {t('panel.lost.odd')}</span>}
                <LastSeen field={key} known={known} today={today} zone={port.settings.value.zone} />
              </li>
            ))}
          </ul>
        </>
      )}
      {lost.length > 0 && (
        <div aria-busy={stage.state === 'busy'}>
          {stage.state === 'looked' ? (
            <Found
              looked={stage}
              keep={() => void keep()}
              back={() => setStage({ state: 'idle' })}
              teach={() => void teach()}
            />
          ) : (
            <div class="lost-deeds">
              <Button disabled={stage.state === 'busy'} onClick={() => void look()}>
                {t(stage.state === 'busy' ? 'panel.lost.looking' : 'panel.lost.look')}
              </Button>
              <Button kind="ghost" onClick={() => void port.mend('hush')}>
                {t('panel.lost.hush')}
              </Button>
            </div>
          )}
          <p class="quiet" role="status">
            {stage.state === 'failed' && t('panel.lost.failed')}
            {stage.state === 'notInjectable' && t('teach.notInjectable')}
            {(stage.state === 'bankHas' || stage.state === 'ownOff') && t(`teach.bank.${stage.state}`)}
          </p>
        </div>
      )}
    </section>
  );
}
