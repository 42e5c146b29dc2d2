import type { Contact } from '@/utils/domain/schema/contact';
import type { Relation } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Briefing } from '@/utils/domain/visits/briefing';
import { fieldName, sayValue } from '../../panel/profile/valueWords';
import { checkWord } from '../../panel/visits/checkWords';
import { clockTime, exactDay, shortDay } from '../../ui/dayWords';
import { tell } from '../../ui/Say';
import { phrase, t, type WordKey } from '../../ui/words';
import type { Printed } from './PrintGate';

/** One line of a section: what it says, and what stands quietly below it. */
export interface Line extends Printed {
  more?: string;
  tone?: 'late';
}

/** One part of the page. */
export interface Section {
  id: string;
  title: string;
  lines: readonly Line[];
  /** What is said where there are no lines. */
  none: string;
}

/** The lines about the visit itself, each under its name. */
export interface Head {
  label: string;
  text: string;
  warn?: true;
}

const filled = (label: WordKey, text: string | null): Head[] => (text ? [{ label: t(label), text }] : []);

/** What the visit is: when, what for, where, with whom. */
export function headOf({ visit, lacksSecond }: Briefing): Head[] {
  const { plan, prepared } = visit;
  const time = plan.minute === null ? t('visitsPage.anyTime') : clockTime(plan.minute);
  return [
    { label: t('visitsPage.brief.when'), text: `${exactDay(plan.day)} ${time}` },
    ...filled('visitsPage.brief.purpose', plan.purpose && t(`purpose.${plan.purpose}`)),
    ...filled('visitsPage.brief.goal', plan.goal),
    ...filled('visits.canDo', prepared?.canDo ?? null),
    ...filled('visits.marker', prepared?.marker ?? null),
    ...filled('visitsPage.brief.place', [prepared?.area, plan.place].filter(Boolean).join(' · ') || null),
    ...filled('visitsPage.brief.metWith', plan.metWith),
    ...filled('visitsPage.brief.companions', plan.companions),
    ...filled('visits.focus', prepared?.focus ?? null),
    ...(lacksSecond
      ? [
          {
            label: t('visitsPage.brief.companions'),
            text: t('visitsPage.brief.lacksSecond'),
            warn: true as const,
          },
        ]
      : []),
  ];
}

/** One contact: when, how, what for, and what was said. */
export function contactLine(contact: Contact, today: CivilDay): Line {
  const { note, clientWords, goal, goalReached } = contact;
  const reached = goal && goalReached ? `${goal}（${t(`goal.${goalReached}`)}）` : goal;
  const more = [reached, note].filter(Boolean).join(' ');
  const about = contact.purpose && t(`purpose.${contact.purpose}`);
  const head = [shortDay(contact.day, today), t(`channel.${contact.channel}`), about]
    .filter(Boolean)
    .join(' ');
  return { text: head, ...(more ? { more } : {}), clientWords };
}

/** One of the client's people. */
export const personLine = ({ role, name, lastMet }: Relation, today: CivilDay): Line => ({
  text: `${t(`people.role.${role}`)} ${name ?? t('people.nameless')}`,
  ...(lastMet ? { more: t('visitsPage.brief.met', shortDay(lastMet, today)) } : {}),
});

/** The parts of the page, in the order in which they are needed. */
export function sectionsOf(briefing: Briefing, today: CivilDay): Section[] {
  const section = (id: string, title: WordKey, none: WordKey, lines: readonly Line[]): Section => ({
    id,
    title: t(title),
    none: t(none),
    lines,
  });
  return [
    section(
      'promises',
      'visitsPage.brief.promises',
      'visitsPage.brief.nonePromises',
      briefing.promises.map(({ contact, promise }): Line => {
        const due = contact.nextStep?.due;
        return {
          text: contact.nextStep?.text ?? '',
          ...(due ? { more: t('visitsPage.brief.dueOn', shortDay(due, today)) } : {}),
          ...(promise === 'late' ? { tone: 'late' as const } : {}),
        };
      }),
    ),
    section(
      'last',
      'visitsPage.brief.last',
      'visitsPage.brief.noneLast',
      briefing.last.map((contact) => contactLine(contact, today)),
    ),
    section(
      'gaps',
      'visitsPage.brief.gaps',
      'visitsPage.brief.noneGaps',
      briefing.gaps.map(({ key }) => ({ text: fieldName(key), more: phrase(`ask.${key}`) })),
    ),
    section(
      'changes',
      'visitsPage.brief.changes',
      'visitsPage.brief.noneChanges',
      briefing.changes.map(({ key, before, after }) => ({
        text: `${fieldName(key)}${t('ui.colon')}${sayValue(key, after, today)}`,
        more: t('visitsPage.brief.was', sayValue(key, before, today)),
      })),
    ),
    section(
      'fit',
      'visitsPage.brief.fit',
      'visitsPage.brief.noneFit',
      briefing.fit.map(({ title, why }) => ({
        text: tell(title, today),
        more: why.map((each) => tell(each, today)).join(' '),
      })),
    ),
    section(
      'cautions',
      'visitsPage.brief.cautions',
      'visitsPage.brief.noneCautions',
      briefing.cautions.map(({ id, why }) => ({
        text: phrase(`caution.${id}.name`),
        more: why.map((each) => tell(each, today)).join(' '),
      })),
    ),
    section(
      'people',
      'visitsPage.brief.people',
      'visitsPage.figure.none',
      briefing.people.map((person) => personLine(person, today)),
    ),
  ];
}

/** Everything on the page, for the wording check. */
export function textsOf(briefing: Briefing, today: CivilDay): Printed[] {
  const lines = sectionsOf(briefing, today).flatMap(({ lines: all }) => all);
  const checks = briefing.visit.prepared?.checklist ?? [];
  return [
    ...headOf(briefing).map(({ text }) => ({ text })),
    ...lines.flatMap(({ text, more, clientWords = false }) => [
      { text, clientWords },
      ...(more === undefined ? [] : [{ text: more, clientWords }]),
    ]),
    ...checks.map((item) => ({ text: checkWord(item) })),
  ];
}
