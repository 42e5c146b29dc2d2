import { addMonths, compareDays, yearOf } from '@/utils/domain/day';
import type { ClientPicture } from '@/utils/domain/picture';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { CivilDay } from '@/utils/domain/schema/time';
import { exactDay, shortDay } from '../../ui/dayWords';
import { exactMoney, sayMoney } from '../../ui/moneyWords';
import { phrase, t } from '../../ui/words';
import { knownValue } from './values';

/** One figure of the header. */
export interface KeyFact {
  id: 'aum' | 'risk' | 'average';
  label: string;
  value: string;
  /** In full, for the pointer. */
  exact?: string;
  late?: boolean;
}

/** A risk test holds twelve months (§11). */
const RISK_MONTHS = 12;

const dayIn = (value: FieldValue | null): CivilDay | null => (value?.type === 'day' ? value.day : null);

function amount(picture: ClientPicture, id: 'aum' | 'average', key: FieldKey): KeyFact | null {
  const value = knownValue(picture, key);
  if (value?.type !== 'money') return null;
  return { id, label: t(`panel.who.${id}`), value: sayMoney(value.money), exact: exactMoney(value.money) };
}

function risk(picture: ClientPicture): KeyFact | null {
  const level = knownValue(picture, 'riskLevel');
  if (level?.type !== 'choice' && level?.type !== 'text') return null;
  const code = level.type === 'choice' ? level.code : level.text;
  const tested = dayIn(knownValue(picture, 'riskTestedOn'));
  if (!tested) return { id: 'risk', label: t('panel.who.risk'), value: code };
  const until = addMonths(tested, RISK_MONTHS);
  const over = compareDays(until, picture.today) < 0;
  return {
    id: 'risk',
    label: t('panel.who.riskLevel', code),
    value: t(over ? 'panel.who.expired' : 'panel.who.until', shortDay(until, picture.today)),
    exact: exactDay(until),
    late: over,
  };
}

/** The figures an RM looks for first; only those that are known. */
export const keyFacts = (picture: ClientPicture): KeyFact[] =>
  [amount(picture, 'aum', 'aum'), risk(picture), amount(picture, 'average', 'averageBalance')].filter(
    (each) => each !== null,
  );

/** Whole years from a birthday to today. */
function ageOn(birthday: CivilDay, today: CivilDay): number {
  return yearOf(today) - yearOf(birthday) - (today.slice(5) < birthday.slice(5) ? 1 : 0);
}

const asWord = (key: string, value: FieldValue | null): string | null => {
  if (value?.type === 'text') return value.text;
  return value?.type === 'choice' ? phrase(`choice.${key}.${value.code}`) : null;
};

/** Who it is in a few words: 女 · 45岁 · 服装企业主. */
export function whoWords(picture: ClientPicture): string[] {
  const birthday = dayIn(knownValue(picture, 'birthday'));
  const words =
    picture.bundle.client.kind === 'individual'
      ? [
          asWord('gender', knownValue(picture, 'gender')),
          birthday && t('panel.who.age', ageOn(birthday, picture.today)),
          asWord('occupation', knownValue(picture, 'occupation')),
        ]
      : [
          asWord('industry', knownValue(picture, 'industry')),
          asWord('sizeClass', knownValue(picture, 'sizeClass')),
          asWord('legalRepresentative', knownValue(picture, 'legalRepresentative')),
        ];
  return words.filter((word) => word !== null);
}
