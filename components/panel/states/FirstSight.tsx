import { useRef } from 'preact/hooks';
import type { PanelView } from '@/utils/app/panelPort';
import { subjectKey } from '../../log/subjects';
import { Button } from '../../ui/Button';
import { Later } from '../../ui/Later';
import { t } from '../../ui/words';
import { clientOf, type Desk, shownOf } from '../desk';
import { fieldName, sayValue } from '../profile/valueWords';
import { QuickLog } from '../QuickLog';
import { useHeadroom } from '../who/useHeadroom';
import './states.css';

type View = Extract<PanelView, { state: 'firstSight' }>;

/** How much of what the page shows is repeated here: enough to see that it is the right client. */
const FIELDS = 8;

const loadTrouble = () => import('../health/Trouble');
const loadContacts = () => import('./SeenContacts');

/** A client the book does not hold yet: what the page shows, and one invitation. */
export function FirstSight({ view, desk }: { view: View; desk: Desk }) {
  const { sighting, subject, today } = view;
  const { zone } = desk.port.settings.value;
  const client = clientOf(view);
  const shown = shownOf(view);
  const head = useRef<HTMLDivElement>(null);
  useHeadroom(head);
  const track = () =>
    void desk.deeds.perform({ do: 'track', subject }, t('panel.first.tracked', sighting.name));
  return (
    <main key={subjectKey(subject)} class="panel">
      <header class="who">
        <div class="who-top" ref={head}>
          <div class="who-name">
            <h1>{sighting.name}</h1>
          </div>
        </div>
      </header>
      <section class="part invite">
        <h2>{t('panel.first.title')}</h2>
        <p>{t('panel.first.text')}</p>
        <Button kind="go" onClick={track}>
          {t('panel.first.track')}
        </Button>
      </section>
      {desk.port.trouble.value && (
        <Later load={loadTrouble}>
          {({ Trouble }) =>
            desk.port.trouble.value && (
              <Trouble trouble={desk.port.trouble.value} known={null} today={today} desk={desk} />
            )
          }
        </Later>
      )}
      {client && shown && <QuickLog client={client} shown={shown} today={today} desk={desk} />}
      {sighting.fields.length > 0 && (
        <section class="part">
          <h2>{t('panel.first.fields')}</h2>
          <dl class="seen">
            {sighting.fields.slice(0, FIELDS).map(({ key, label, value }) => (
              <div key={key}>
                <dt>{label === '' || label === key ? fieldName(key) : label}</dt>
                <dd>{sayValue(key, value, today)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {sighting.contacts.length > 0 && (
        <Later load={loadContacts}>
          {({ SeenContacts }) => <SeenContacts seen={sighting.contacts} today={today} zone={zone} />}
        </Later>
      )}
    </main>
  );
}
