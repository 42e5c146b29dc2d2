import { useEffect, useState } from 'preact/hooks';
import { VISIT_DAYS_AHEAD, type VisitsView } from '@/utils/app/workbenchPort';
import { addDays } from '@/utils/domain/day';
import { CHASED_DAYS } from '@/utils/domain/nba/rules/unloggedVisit';
import type { CivilDay } from '@/utils/domain/schema/time';
import { byArea } from '@/utils/domain/visits/dayList';
import { isPrepared, type PlannedVisit } from '@/utils/domain/visits/planned';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { DateField } from '../../ui/DateField';
import { clockTime, exactDay } from '../../ui/dayWords';
import { Later } from '../../ui/Later';
import { Day } from '../../ui/Say';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { hashOf } from '../place';
import { CalendarExport } from './CalendarExport';
import { PrintGate } from './PrintGate';
import './visits.css';

const loadBriefing = () => import('./BriefingPage');
const loadFigures = () => import('./FiguresPage');

/** What a visit is for, in the plan's own words where it has some. */
const aimOf = ({ plan }: PlannedVisit): string =>
  plan.goal ?? (plan.purpose ? t(`purpose.${plan.purpose}`) : t(`channel.${plan.channel}`));

function Line({ visit, desk, lead }: { visit: PlannedVisit; desk: Desk; lead: string | null }) {
  const { plan, prepared, clientId, name, id, standing } = visit;
  return (
    <li class="vline">
      <span class="vtime">
        {lead ?? (plan.minute === null ? t('visitsPage.anyTime') : clockTime(plan.minute))}
      </span>
      <button type="button" class="wname" onClick={() => desk.show(clientId)}>
        {name}
      </button>
      <span class="vaim">
        {aimOf(visit)}
        {plan.place && <span class="vplace"> {plan.place}</span>}
        {prepared?.canDo && <span class="vcando">{prepared.canDo}</span>}
      </span>
      <span class="vmarks">
        {standing === 'unlogged' ? (
          <Chip tone="late">{t('visits.unlogged')}</Chip>
        ) : (
          <Chip tone={isPrepared(visit) ? 'good' : 'soon'}>
            {t(isPrepared(visit) ? 'visits.prepared' : 'visits.unprepared')}
          </Chip>
        )}
        <a
          class="noprint"
          href={hashOf({ page: 'visits', client: null, briefing: { client: clientId, visit: id } })}
        >
          {t('visits.briefing')}
        </a>
      </span>
    </li>
  );
}

/** The visits of a day by area and time, to be printed, and handed to a calendar. */
function DayOfVisits({
  visits,
  today,
  desk,
}: {
  visits: readonly PlannedVisit[];
  today: CivilDay;
  desk: Desk;
}) {
  const [day, setDay] = useState(today);
  const [first, last] = [addDays(today, -CHASED_DAYS), addDays(today, VISIT_DAYS_AHEAD)];
  const areas = byArea(visits, day);
  const texts = areas.flatMap(({ visits: own }) =>
    own.flatMap((visit) =>
      [aimOf(visit), visit.plan.place, visit.prepared?.canDo].flatMap((text) => (text ? [{ text }] : [])),
    ),
  );
  return (
    <PrintGate
      texts={texts}
      title={
        <>
          <h3>
            {t('visitsPage.list')} <span class="vstanding">{exactDay(day)}</span>
          </h3>
          <div class="vsteps-day noprint">
            <button
              type="button"
              class="iconbtn"
              aria-label={t('visitsPage.previous')}
              disabled={day <= first}
              onClick={() => setDay(addDays(day, -1))}
            >
              ‹
            </button>
            <DateField
              label={t('visitsPage.list')}
              value={day}
              min={first}
              max={last}
              onChange={(next) => next && next >= first && next <= last && setDay(next)}
            />
            <button
              type="button"
              class="iconbtn"
              aria-label={t('visitsPage.next')}
              disabled={day >= last}
              onClick={() => setDay(addDays(day, 1))}
            >
              ›
            </button>
            {day !== today && (
              <Button kind="link" onClick={() => setDay(today)}>
                {t('visitsPage.today')}
              </Button>
            )}
          </div>
          <CalendarExport visits={visits} day={day} desk={desk} />
        </>
      }
    >
      {areas.length === 0 && (
        <p class="vnone">
          {t('visitsPage.noneThatDay')} <span class="vnext noprint">{t('visitsPage.toPlan')}</span>
        </p>
      )}
      {areas.map(({ area, visits: own }) => (
        <section key={area ?? ''} class="varea" aria-label={area ?? t('visitsPage.noArea')}>
          <h4>{area ?? t('visitsPage.noArea')}</h4>
          <ul class="vlist">
            {own.map((visit) => (
              <Line key={visit.id} visit={visit} desk={desk} lead={null} />
            ))}
          </ul>
        </section>
      ))}
    </PrintGate>
  );
}

/** 同日追记: visits that are over and of which nobody said what came of them. */
function Chase({ visits, today, desk }: { visits: readonly PlannedVisit[]; today: CivilDay; desk: Desk }) {
  const open = visits.filter(({ standing }) => standing === 'unlogged');
  return (
    <section class="vchase noprint" aria-labelledby="visits-chase">
      <h3 id="visits-chase">
        {t('visitsPage.chase')} {open.length > 0 && <span class="wcount">{open.length}</span>}
      </h3>
      <p class="vnone">{t(open.length > 0 ? 'visitsPage.chaseHint' : 'visitsPage.noneToChase')}</p>
      <ul class="vlist">
        {open.map((visit) => (
          <li key={visit.id} class="vline">
            <span class="vtime">
              <Day day={visit.plan.day} today={today} />
            </span>
            <b>{visit.name}</b>
            <span class="vaim">{aimOf(visit)}</span>
            <span class="vmarks">
              <Button
                kind="go"
                aria-label={`${t('visits.outcome')} ${visit.name}`}
                onClick={() => desk.show(visit.clientId)}
              >
                {t('visits.outcome')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plans({ desk }: { desk: Desk }) {
  const [view, setView] = useState<VisitsView>({ state: 'loading' });
  const { port } = desk;
  useEffect(() => port.watchVisits(setView), [port]);
  if (view.state === 'loading') return <p class="wempty">{t('visitsPage.loading')}</p>;
  if (view.state === 'error') return <p class="wempty">{t('visitsPage.failed')}</p>;
  const { visits, now } = view;
  const waits = visits.some(({ standing }) => standing === 'unlogged');
  return (
    // What waits to be logged comes first; that nothing does can be said last.
    <div class={waits ? 'vplans' : 'vplans vplans-logged'}>
      <Chase visits={visits} today={now.today} desk={desk} />
      <DayOfVisits key={now.today} visits={visits} today={now.today} desk={desk} />
    </div>
  );
}

type Tab = 'plans' | 'figures';

/** The visits of the book: what is planned, what waits to be logged, how they went; or one briefing. */
export function VisitsPage({ desk }: { desk: Desk }) {
  const [tab, setTab] = useState<Tab>('plans');
  const { briefing } = desk.place.value;
  if (briefing) {
    return (
      <Later load={loadBriefing}>
        {({ BriefingPage }) => (
          <BriefingPage key={briefing.visit} client={briefing.client} visit={briefing.visit} desk={desk} />
        )}
      </Later>
    );
  }
  return (
    <>
      <div class="wpage-head noprint">
        <h2>{t('workbench.page.visits')}</h2>
        <Segmented
          label={t('visitsPage.views')}
          options={[
            { value: 'plans', label: t('visitsPage.plans') },
            { value: 'figures', label: t('visitsPage.figures') },
          ]}
          value={tab}
          onChange={(next: Tab | null) => setTab(next ?? 'plans')}
        />
      </div>
      {tab === 'plans' ? (
        <Plans desk={desk} />
      ) : (
        <Later load={loadFigures}>{({ FiguresPage }) => <FiguresPage desk={desk} />}</Later>
      )}
    </>
  );
}
