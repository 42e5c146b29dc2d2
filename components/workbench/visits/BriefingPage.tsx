import { useEffect, useState } from 'preact/hooks';
import { minuteOf } from '@/utils/domain/day';
import type { Outline } from '@/utils/domain/outline';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { type Briefing, briefingOf } from '@/utils/domain/visits/briefing';
import { checklistFor } from '@/utils/domain/visits/checklists';
import { checkWord } from '../../panel/visits/checkWords';
import { tierWord } from '../../popup/clientWords';
import { phrase, t } from '../../ui/words';
import type { Desk } from '../desk';
import { hashOf } from '../place';
import { headOf, sectionsOf, textsOf } from './briefingSections';
import { PaperPart } from './PaperPart';
import { PrintGate } from './PrintGate';

/** The six steps with hints: read while one sits with the client, on a small screen too. */
function Steps({ steps }: Pick<Briefing, 'steps'>) {
  return (
    <section class="vpart vsteps">
      <h3>{t('visitsPage.brief.steps')}</h3>
      <ol>
        {steps.map(({ step, hints }) => (
          <li key={step}>
            <b>{t(`visits.step.${step}`)}</b>
            {hints.map((hint) => (
              <span key={hint}>{phrase(`visits.hint.${hint}`)}</span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Checks({ visit: { prepared, plan } }: Briefing) {
  const list = prepared?.checklist ?? checklistFor(plan.purpose);
  return (
    <section class="vpart vchecks">
      <h3>{t('visits.checklist')}</h3>
      <ul>
        {list.map((item) => (
          <li key={checkWord(item)}>
            <span aria-hidden="true">{item.done ? '☑' : '☐'}</span> {checkWord(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Paper({ briefing, today }: { briefing: Briefing; today: Outline['today'] }) {
  const sections = sectionsOf(briefing, today);
  return (
    <>
      <dl class="vhead">
        {headOf(briefing).map(({ label, text, warn }) => (
          <div key={`${label}|${text}`} class={warn ? 'vlate' : undefined}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div class="vparts">
        {sections.map((section) => (
          <PaperPart key={section.id} section={section} />
        ))}
        <Checks {...briefing} />
      </div>
      <Steps steps={briefing.steps} />
      <section class="vpart vlines onlyprint" aria-hidden="true">
        <h3>{t('visitsPage.brief.notes')}</h3>
      </section>
    </>
  );
}

interface Props {
  client: ClientId;
  visit: ContactId;
  desk: Desk;
}

/** One page to take along: on the screen, in the hand, or on paper. Needs no network. */
export function BriefingPage({ client, visit, desk }: Props) {
  const { port } = desk;
  const [outline, setOutline] = useState<Outline | null | undefined>(undefined);
  useEffect(() => port.watchOutline(client, setOutline), [port, client]);
  const settings = port.settings.value;
  const today = port.today.value;
  const back = (
    <a class="noprint" href={hashOf({ page: 'visits', client: null })}>
      {t('visitsPage.brief.back')}
    </a>
  );
  if (outline === undefined) return <p class="wempty">{t('visitsPage.loading')}</p>;
  const minute = minuteOf(instant.parse(Date.now()), settings.zone);
  const briefing = outline && briefingOf(outline, settings, { today, minute }, visit);
  if (!outline || !briefing) {
    return (
      <p class="wempty">
        {t(outline === null ? 'visitsPage.failed' : 'visitsPage.brief.gone')} {back}
      </p>
    );
  }
  const { name, tier } = outline.bundle.client;
  return (
    <article class="vbrief">
      {back}
      <PrintGate
        texts={textsOf(briefing, today)}
        title={
          <h2>
            {t('visitsPage.brief.title')} <span class="vname">{name}</span>{' '}
            <span class="vstanding">{tierWord({ tier })}</span>
          </h2>
        }
      >
        <Paper briefing={briefing} today={today} />
      </PrintGate>
    </article>
  );
}
