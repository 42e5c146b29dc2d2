import { useState } from 'preact/hooks';
import { addDays, minuteOf } from '@/utils/domain/day';
import type { ClientPicture } from '@/utils/domain/picture';
import type { ContactId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { isPrepared, type PlannedVisit, plannedVisits } from '@/utils/domain/visits/planned';
import { newDraft, visitOutcomeDraft } from '../../log/drafts';
import { isShown, type Shown } from '../../log/subjects';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { clockTime } from '../../ui/dayWords';
import { PlusIcon } from '../../ui/icons';
import { Later } from '../../ui/Later';
import { Day } from '../../ui/Say';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';
import { Section } from '../Section';
import './visits.css';

const loadPrepare = () => import('./Prepare');
const loadOutcome = () => import('./OutcomeForm');

interface Props {
  picture: ClientPicture;
  client: ShownClient;
  shown: Shown;
  desk: Desk;
}

function Standing({ visit }: { visit: PlannedVisit }) {
  if (visit.standing === 'unlogged') return <Chip tone="late">{t('visits.unlogged')}</Chip>;
  const ready = isPrepared(visit);
  return <Chip tone={ready ? 'good' : 'soon'}>{t(ready ? 'visits.prepared' : 'visits.unprepared')}</Chip>;
}

interface LineProps extends Omit<Props, 'shown'> {
  visit: PlannedVisit;
  preparing: boolean;
  setPreparing: (on: boolean) => void;
}

/** One planned visit: when, what for, how far it is prepared, and what can be done with it. */
function Line({ visit, picture, client, desk, preparing, setPreparing }: LineProps) {
  const { plan, standing, clientId, id } = visit;
  const { today } = picture;
  const over = standing === 'unlogged';
  const conclude = () => desk.session.open(visitOutcomeDraft(client, plan, today));
  return (
    <li class="visit">
      <div class="visit-line">
        <b>
          <Day day={plan.day} today={today} /> {plan.minute !== null && clockTime(plan.minute)}
        </b>
        <span>
          {plan.goal ?? (plan.purpose ? t(`purpose.${plan.purpose}`) : t(`channel.${plan.channel}`))}
        </span>
        {plan.place && <span class="row-quiet">{plan.place}</span>}
        <Standing visit={visit} />
      </div>
      {visit.prepared?.canDo && <p class="visit-cando">{visit.prepared.canDo}</p>}
      <div class="visit-deeds">
        <Button kind={over ? 'go' : 'plain'} onClick={conclude}>
          {t('visits.outcome')}
        </Button>
        <Button aria-expanded={preparing} onClick={() => setPreparing(!preparing)}>
          {t('visits.prepare')}
        </Button>
        <Button onClick={() => desk.port.openBriefing(clientId, id)}>{t('visits.briefing')}</Button>
        {visit.prepared && preparing && (
          <Button
            kind="ghost"
            onClick={() => {
              desk.unsaved.end({ of: clientId, name: `visits|${id}` });
              setPreparing(false);
              void desk.deeds.perform({ do: 'dropVisit', clientId, visitId: id }, t('visits.dropped'));
            }}
          >
            {t('visits.drop')}
          </Button>
        )}
      </div>
      {preparing && (
        <Later load={loadPrepare}>
          {({ Prepare }) => (
            <Prepare visit={visit} client={client} desk={desk} onClose={() => setPreparing(false)} />
          )}
        </Later>
      )}
    </li>
  );
}

/** The planned visits of a client (§6): prepared, briefed, and asked for once they are over. */
export function Visits(props: Props) {
  const { picture, client, shown, desk } = props;
  const { today } = picture;
  const { session, port } = desk;
  const [preparing, setPreparing] = useState<ContactId | null>(null);
  const minute = minuteOf(instant.parse(Date.now()), port.settings.value.zone);
  const visits = plannedVisits(picture, { today, minute });
  const opened = session.opened.value;
  const log = opened?.draft.visit && isShown(opened.draft.subject, shown) ? opened : null;
  const ending = visits.find(({ plan }) => plan.id === log?.draft.amends);
  return (
    <Section
      id="visits"
      title={t('visits.title')}
      count={visits.length > 0 ? visits.length : undefined}
      action={
        <Button
          kind="link"
          onClick={() => session.open(newDraft(client, { channel: 'meeting', day: addDays(today, 1) }))}
        >
          <PlusIcon />
          {t('visits.plan')}
        </Button>
      }
    >
      {log && (
        <Later load={loadOutcome}>
          {({ OutcomeForm }) => (
            <OutcomeForm
              key={log.contactId}
              log={log}
              session={session}
              today={today}
              picture={picture}
              prepared={ending?.prepared ?? null}
              stale={ending === undefined}
            />
          )}
        </Later>
      )}
      {visits.length === 0 && !log && <p class="quiet">{t('visits.none')}</p>}
      <ul class="visits">
        {visits.map((visit) => (
          <Line
            key={visit.id}
            {...props}
            visit={visit}
            preparing={preparing === visit.id}
            setPreparing={(on) => setPreparing(on ? visit.id : null)}
          />
        ))}
      </ul>
    </Section>
  );
}
