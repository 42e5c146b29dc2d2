import { type HandoverBrief, handoverBriefOf } from '@/utils/domain/handoverBrief';
import type { Outline } from '@/utils/domain/outline';
import { tierWord } from '../../popup/clientWords';
import { Button } from '../../ui/Button';
import { exactDay, shortDay } from '../../ui/dayWords';
import { tell } from '../../ui/Say';
import { phrase, t } from '../../ui/words';
import type { Desk } from '../desk';
import { contactLine, type Line, personLine, type Section } from '../visits/briefingSections';
import { PaperPart } from '../visits/PaperPart';
import { type Printed, PrintGate } from '../visits/PrintGate';
import '../visits/visits.css';

/** What must be minded before anything is said or done: first on the page. */
function warningsOf(brief: HandoverBrief): Line[] {
  const { doNotContact, refused, outline, cautions } = brief;
  const { legalHold } = outline.bundle.client;
  return [
    ...(doNotContact === null
      ? []
      : [
          {
            text: t('handover.paper.doNotContact', exactDay(doNotContact.day)),
            tone: 'late' as const,
            ...(doNotContact.reason === null ? {} : { more: doNotContact.reason }),
          },
        ]),
    ...refused.map((channel) => ({ text: t('consent.refused', t(`consent.channel.${channel}`)) })),
    ...(legalHold ? [{ text: t('out.held', exactDay(legalHold.day), legalHold.reason) }] : []),
    ...cautions.map(({ id, why }) => ({
      text: phrase(`caution.${id}.name`),
      more: why.map((each) => tell(each, outline.today)).join(' '),
    })),
  ];
}

function mattersOf({ notes, opportunities, outline }: HandoverBrief): Line[] {
  return [
    ...opportunities.map(({ product, stage, stageSince }) => ({
      text: product,
      more: `${t(`opportunities.stage.${stage}`)} · ${t('opportunities.since', shortDay(stageSince, outline.today))}`,
    })),
    ...notes.map(({ text }) => ({ text })),
  ];
}

function sectionsOf(brief: HandoverBrief): Section[] {
  const { today } = brief.outline;
  return [
    {
      id: 'cautions',
      title: t('visitsPage.brief.cautions'),
      none: t('visitsPage.brief.noneCautions'),
      lines: warningsOf(brief),
    },
    {
      id: 'promises',
      title: t('visitsPage.brief.promises'),
      none: t('visitsPage.brief.nonePromises'),
      lines: [
        ...brief.promises.map(({ contact: { nextStep }, promise }) => ({
          text: nextStep?.text ?? '',
          ...(nextStep?.due ? { more: t('visitsPage.brief.dueOn', shortDay(nextStep.due, today)) } : {}),
          ...(promise === 'late' ? { tone: 'late' as const } : {}),
        })),
        ...brief.planned.map((contact) => contactLine(contact, today)),
      ],
    },
    {
      id: 'matters',
      title: t('handover.paper.matters'),
      none: t('handover.paper.noneMatters'),
      lines: mattersOf(brief),
    },
    {
      id: 'last',
      title: t('visitsPage.brief.last'),
      none: t('visitsPage.brief.noneLast'),
      lines: brief.last.map((contact) => contactLine(contact, today)),
    },
    {
      id: 'people',
      title: t('visitsPage.brief.people'),
      none: t('visitsPage.figure.none'),
      lines: brief.people.map((person) => personLine(person, today)),
    },
  ];
}

const printedOf = (sections: readonly Section[]): Printed[] =>
  sections.flatMap(({ lines }) =>
    lines.flatMap(({ text, more, clientWords = false }) => [
      { text, clientWords },
      ...(more === undefined ? [] : [{ text: more, clientWords }]),
    ]),
  );

function Paper({ brief, sections }: { brief: HandoverBrief; sections: readonly Section[] }) {
  const { client } = brief.outline.bundle;
  return (
    <article class="hpaper">
      <h3>
        <span class="vname">{client.name}</span> <span class="vstanding">{tierWord(client)}</span>
      </h3>
      <p class="outnote">
        {[
          t(`trail.kind.${client.kind}`),
          client.ownLevel ?? client.serviceLevel,
          t('handover.paper.since', exactDay(client.since)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="vparts">
        {sections.map((section) => (
          <PaperPart key={section.id} section={section} />
        ))}
      </div>
    </article>
  );
}

interface Props {
  desk: Desk;
  outlines: readonly Outline[];
  /** How many were asked for: who does not open is said. */
  wanted: number;
  back(): void;
}

/** One page for each client, to be gone through together or printed; the wording check has a say. */
export function Papers({ desk, outlines, wanted, back }: Props) {
  const settings = desk.port.settings.value;
  const papers = outlines.map((outline) => {
    const brief = handoverBriefOf(outline, settings);
    return { brief, sections: sectionsOf(brief) };
  });
  return (
    <div class="hpapers">
      <p class="noprint">
        <Button kind="link" onClick={back}>
          {t('handover.paper.back')}
        </Button>
      </p>
      {outlines.length < wanted && (
        <p class="outclosed noprint">{t('handover.paper.missing', wanted - outlines.length)}</p>
      )}
      <PrintGate
        texts={papers.flatMap(({ sections }) => printedOf(sections))}
        title={<h2 class="noprint">{t('handover.paper.title', outlines.length)}</h2>}
      >
        {papers.map(({ brief, sections }) => (
          <Paper key={brief.outline.bundle.client.id} brief={brief} sections={sections} />
        ))}
      </PrintGate>
    </div>
  );
}
