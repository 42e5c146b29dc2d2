import * as z from 'zod/mini';
import type { FieldKey } from '@/utils/domain/schema/client';
import { recordedSale } from '@/utils/domain/schema/contact';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { money } from '@/utils/domain/schema/money';
import { civilDay } from '@/utils/domain/schema/time';
import { checkItem } from '@/utils/domain/schema/visit';
import { recordingWord } from '../../log/recordingWord';
import { fieldName, sayValue } from '../../panel/profile/valueWords';
import { checkWord } from '../../panel/visits/checkWords';
import { clockTime } from '../../ui/dayWords';
import { exactMoney } from '../../ui/moneyWords';
import { phrase, t } from '../../ui/words';

/*
 * What a stored value says, exactly: for evidence, so days in full and amounts to the last digit. A value of a
 * shape nobody foresaw is shown as it is stored, never left out.
 */

const NO_DAY = civilDay.parse('2000-01-01');

/** How one field of a row is said. Absent and null say that nothing stood there. */
export type Sayer = (value: unknown) => string;

const nothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const parts = (...said: readonly (string | null)[]): string => said.filter((one) => one !== null).join(' · ');

/** Anything that has no words of its own. */
export const asItIs: Sayer = (value) => {
  if (nothing(value)) return t('trail.nothing');
  if (typeof value === 'boolean') return t(value ? 'trail.yes' : 'trail.no');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const amount = money.safeParse(value);
  if (amount.success) return exactMoney(amount.data);
  if (Array.isArray(value)) return value.map(asItIs).join(t('trail.and'));
  return JSON.stringify(value);
};

/** Rows of a list that the CRM shows: how many there are; what each says stands in the client's panel. */
export const rows: Sayer = (value) =>
  Array.isArray(value) && value.length > 0 ? t('trail.rows', value.length) : asItIs(null);

/** A code whose words stand under a prefix of the locale; `how` bends it to their key. */
export const coded =
  (prefix: string, how: (code: string) => string = (code) => code): Sayer =>
  (value) => {
    if (Array.isArray(value) && value.length > 0) return value.map(coded(prefix, how)).join(t('trail.and'));
    return typeof value === 'string' ? phrase(`${prefix}.${how(value)}`) : asItIs(value);
  };

/** A value of a known shape; another is shown as it is. */
const shaped =
  <Shape>(schema: z.ZodMiniType<Shape>, say: (value: Shape) => string): Sayer =>
  (value) => {
    const read = schema.safeParse(value);
    return read.success ? say(read.data) : asItIs(value);
  };

const text = z.string();
const dated = { day: text };

export const minute = shaped(z.number(), clockTime);

export const nextStep = shaped(z.object({ text, due: z.nullable(text) }), (step) =>
  parts(step.text, step.due),
);

export const place = shaped(z.object({ at: text, name: z.optional(z.nullable(text)) }), ({ at, name }) =>
  at === 'here' ? t('facts.here') : parts(t('facts.elsewhere'), name ?? null),
);

export const insured = shaped(z.object({ who: text, name: z.optional(z.nullable(text)) }), ({ who, name }) =>
  who === 'self' ? t('policies.self') : (name ?? t('policies.someone')),
);

export const recording = shaped(recordedSale, recordingWord);

export const named = shaped(z.object({ name: text }), ({ name }) => name);

export const wall = shaped(z.object({ state: text, day: z.optional(text) }), ({ state, day }) =>
  parts(phrase(`people.wall.${state}`), day ?? null),
);

export const remind = shaped(z.object({ ...dated, minute: z.nullable(z.number()) }), (at) =>
  parts(at.day, at.minute === null ? null : clockTime(at.minute)),
);

export const quiet = shaped(
  z.object({ ...dated, until: z.nullable(text), reason: z.nullable(text) }),
  ({ day, until, reason }) => parts(`${day} – ${until ?? ''}`, reason),
);

export const reasoned = shaped(z.object({ ...dated, reason: text }), ({ day, reason }) => parts(day, reason));

export const consent = shaped(z.object({ ...dated, given: z.boolean(), source: text }), (given) =>
  parts(
    t(given.given ? 'consent.give' : 'consent.refuse'),
    given.day,
    phrase(`trail.source.${given.source}`),
  ),
);

export const checklist = shaped(z.array(checkItem), (items) =>
  items.length === 0
    ? t('trail.nothing')
    : items.map((item) => `${item.done ? '☑' : '☐'} ${checkWord(item)}`).join(t('trail.and')),
);

export const answer = shaped(
  z.object({ state: text, until: z.optional(text), reason: z.optional(text) }),
  ({ state, until, reason }) =>
    parts(phrase(`trail.answer.${state}`), until ?? null, reason ? phrase(`trail.reason.${reason}`) : null),
);

/** A fact of the profile, as the RM noted it. Phone numbers stay masked on the screen (T7), and whole in a file. */
const saidValue = (key: FieldKey, value: unknown, whole: boolean): string => {
  const read = fieldValue.safeParse(value);
  if (!read.success) return asItIs(value);
  const known = read.data;
  if (known.type === 'money') return exactMoney(known.money);
  if (known.type === 'day') return known.day;
  if (known.type === 'phone' && whole) return known.e164 ?? known.raw;
  // What is left depends on no day.
  return sayValue(key, known, NO_DAY);
};

const fact = z.object({ value: z.unknown(), source: z.optional(text), day: z.optional(text) });

/** One entry of a map of facts, by the key it stands under. */
export const factSayer = (key: FieldKey, whole: boolean): Sayer =>
  shaped(fact, ({ value, source, day }) =>
    parts(
      saidValue(key, value, whole),
      source === undefined ? null : phrase(`trail.source.${source}`),
      day ?? null,
    ),
  );

/** What a field of the profile is called, told apart from what the CRM showed of it. */
export const factName = (key: FieldKey, seen: boolean): string =>
  seen ? t('trail.seenField', fieldName(key)) : fieldName(key);
