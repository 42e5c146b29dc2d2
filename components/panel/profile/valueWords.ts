import type { FieldKey } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { CivilDay } from '@/utils/domain/schema/time';
import { shortDay } from '../../ui/dayWords';
import { sayMoney } from '../../ui/moneyWords';
import { phrase, t } from '../../ui/words';
import { masked } from '../who/phoneText';

const CRM_PREFIX = 'crm.';

/** A field without a label of its own is kept under what it seems to be: `crm.tier`, `crm.phone 2`. */
const UNLABELLED =
  /^(name|number|phone|email|address|birthday|date|money|company|person|owner|stage|tier|other)( \d+)?$/;

/** What a field is called: the catalogue's word, the CRM's own label, or what it seems to be. */
export function fieldName(key: FieldKey): string {
  if (!key.startsWith(CRM_PREFIX)) return phrase(`field.${key}`);
  const own = key.slice(CRM_PREFIX.length);
  const [, kind, count = ''] = UNLABELLED.exec(own) ?? [];
  return kind === undefined ? own : phrase(`fieldKind.${kind}`) + count;
}

/** Lists of the locale, one word each: 正月, 二月, …; 初一, 初二, …. */
export const lunarMonths = (): string[] => t('when.lunarMonths').split(' ');
export const lunarDays = (): string[] => t('when.lunarDays').split(' ');

function lunar(value: Extract<FieldValue, { type: 'lunarDay' }>): string {
  const month = `${value.leap ? t('when.leap') : ''}${lunarMonths()[value.month - 1] ?? value.month}`;
  const day = lunarDays()[value.day - 1] ?? String(value.day);
  return value.year === null ? t('when.lunar', month, day) : t('when.lunarYear', value.year, month, day);
}

/** A value in words. Phone numbers stay masked: revealing one is a deed of its own. */
export function sayValue(key: FieldKey, value: FieldValue, today: CivilDay): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'choice':
      return phrase(`choice.${key}.${value.code}`);
    case 'day':
      return shortDay(value.day, today);
    case 'lunarDay':
      return lunar(value);
    case 'money':
      return sayMoney(value.money);
    case 'number':
      return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value.number);
    case 'phone':
      return masked(value);
  }
}
