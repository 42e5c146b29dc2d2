import type { Brief } from '@/utils/domain/brief';
import { daysBetween } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Tone } from '../ui/Chip';
import { sayDay } from '../ui/dayWords';
import { t } from '../ui/words';

/** `A级`, or null where the RM has set none. */
export function tierWord({ tier }: Pick<Brief, 'tier'>): string | null {
  if (tier === null) return null;
  const words = { A: 'tier.a', B: 'tier.b', C: 'tier.c', D: 'tier.d' } as const;
  return t(words[tier]);
}

/** When and how a client was last talked to, or that it never was. */
export function lastWord({ last }: Brief, today: CivilDay): string {
  if (last === null) return t('popup.never');
  return t('popup.last', sayDay(last.day, today), t(`channel.${last.channel}`));
}

/** How far past its day something is: late in red, today in amber, with the word that says so. */
export function lateness(day: CivilDay, today: CivilDay): { tone: Tone; text: string } | null {
  const days = daysBetween(day, today);
  if (days < 0) return null;
  return days === 0 ? { tone: 'soon', text: t('when.today') } : { tone: 'late', text: t('popup.late', days) };
}

/** Where a client stands in its cadence, if that says anything today. */
export function dueWord(brief: Brief, today: CivilDay): { tone: Tone; text: string } | null {
  const days = daysBetween(brief.due, today);
  if (days > 0) return { tone: 'late', text: t('popup.overdue', days) };
  return days === 0 ? { tone: 'soon', text: t('popup.dueToday') } : null;
}

/** What tells two clients of one name apart. */
export function distinction({ numbers, phoneTails }: Brief): string | null {
  const [number] = numbers;
  if (number !== undefined) return t('popup.number', number);
  const [tail] = phoneTails;
  return tail === undefined ? null : t('popup.tail', tail);
}
