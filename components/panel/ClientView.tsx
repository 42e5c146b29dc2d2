import type { PanelView } from '@/utils/app/panelPort';
import { seenChanges } from '@/utils/domain/seenChanges';
import { Later } from '../ui/Later';
import { t } from '../ui/words';
import { Actions } from './actions/Actions';
import { Changes } from './Changes';
import { clientOf, type Desk, shownOf } from './desk';
import { QuickLog } from './QuickLog';
import { Who } from './who/Who';

type View = Extract<PanelView, { state: 'client' }>;

const loadVisits = () => import('./visits/Visits');
const loadHistory = () => import('./history/History');
const loadProfile = () => import('./profile/Profile');
const loadFacts = () => import('./facts/Facts');
const loadTrouble = () => import('./health/Trouble');
const loadTracks = () => import('./library/Tracks');
const loadNotes = () => import('./notes/Notes');

/** A client of the book: who, what to do, log it, what was before, how well known, notes. */
export function ClientView({ view, desk }: { view: View; desk: Desk }) {
  const { picture, quarantined } = view;
  const { bundle, actions, timeline, today } = picture;
  const client = clientOf(view);
  const shown = shownOf(view);
  if (!client || !shown) return null;
  const { id } = bundle.client;
  const { zone } = desk.port.settings.value;
  return (
    // Keyed by the client: no state of one client's screen is ever seen on another's.
    <main key={id} class="panel">
      <Who picture={picture} client={client} desk={desk} />
      {quarantined > 0 && <p class="notice">{t('panel.quarantined', quarantined)}</p>}
      <Changes changes={seenChanges(bundle, today, zone)} today={today} />
      {desk.port.trouble.value && (
        <Later load={loadTrouble}>
          {({ Trouble }) =>
            desk.port.trouble.value && (
              <Trouble trouble={desk.port.trouble.value} known={bundle} today={today} desk={desk} />
            )
          }
        </Later>
      )}
      <Actions plan={actions} clientId={id} client={client} today={today} desk={desk} />
      <QuickLog client={client} shown={shown} today={today} desk={desk} />
      <Later load={loadVisits}>
        {({ Visits }) => <Visits picture={picture} client={client} shown={shown} desk={desk} />}
      </Later>
      <Later load={loadHistory} fallback={<div class="reserve" />}>
        {({ History }) => (
          <History
            timeline={timeline}
            late={picture.due.level === 'overdue'}
            client={client}
            today={today}
            desk={desk}
          />
        )}
      </Later>
      <Later load={loadProfile}>
        {({ Profile }) => <Profile picture={picture} client={client} desk={desk} />}
      </Later>
      <Later load={loadFacts}>
        {({ Facts }) => <Facts bundle={bundle} client={client} today={today} desk={desk} />}
      </Later>
      <Later load={loadTracks}>{({ Tracks }) => <Tracks plan={actions} desk={desk} />}</Later>
      <Later load={loadNotes}>
        {({ Notes }) => <Notes notes={bundle.notes} client={client} zone={zone} today={today} desk={desk} />}
      </Later>
    </main>
  );
}
