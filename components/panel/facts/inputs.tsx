import { useState } from 'preact/hooks';
import { decimalOf } from '@/utils/domain/money';
import type { Money } from '@/utils/domain/schema/money';
import type { Place } from '@/utils/domain/schema/place';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import { LAST_DAY } from '../../ui/dayWords';
import { Field } from '../../ui/Field';
import { parseMoney, sayMoney, usualCurrency } from '../../ui/moneyWords';
import { t } from '../../ui/words';

interface Labelled<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
}

/** One line of words; null where there are none. */
export function Words(props: Labelled<string | null> & { max?: number; hint?: string }) {
  const { label, value, onChange, max = 200, hint } = props;
  // As it is typed; what goes up has no spaces around it.
  const [text, setText] = useState(value ?? '');
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="text"
          autocomplete="off"
          maxLength={max}
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            setText(typed);
            onChange(typed.trim() === '' ? null : typed.trim());
          }}
        />
      )}
    </Field>
  );
}

/** A day of any year; null while there is none. */
export function DayInput({ label, value, onChange }: Labelled<CivilDay | null>) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          max={LAST_DAY}
          autocomplete="off"
          class="input"
          value={value ?? ''}
          onInput={(event) => {
            const typed = civilDay.safeParse(event.currentTarget.value);
            onChange(typed.success ? typed.data : null);
          }}
        />
      )}
    </Field>
  );
}

interface Choosing<Code extends string> {
  label: string;
  codes: readonly Code[];
  word: (code: Code) => string;
}

/** One of a list of codes. */
export function Choose<Code extends string>(
  props: Choosing<Code> & { value: Code; onChange: (code: Code) => void },
) {
  const { label, codes, word, value, onChange } = props;
  return (
    <Field label={label}>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          value={value}
          onChange={(event) => {
            const chosen = codes.find((code) => code === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {codes.map((code) => (
            <option key={code} value={code}>
              {word(code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const UNSET = 'unset';

/** One of a list of codes, or none: it is not known. */
export function ChooseOrNot<Code extends string>(
  props: Choosing<Code> & { value: Code | null; onChange: (code: Code | null) => void },
) {
  const { codes, word, value, onChange } = props;
  return (
    <Choose<Code | typeof UNSET>
      label={props.label}
      codes={[UNSET, ...codes]}
      word={(code) => (code === UNSET ? t('facts.unset') : word(code))}
      value={value ?? UNSET}
      onChange={(code) => onChange(code === UNSET ? null : code)}
    />
  );
}

/** Yes, no, or not known. */
export function YesNo(props: Labelled<boolean | null> & { yes: string; no: string }) {
  const { label, value, onChange, yes, no } = props;
  return (
    <ChooseOrNot
      label={label}
      codes={['yes', 'no']}
      word={(code) => (code === 'yes' ? yes : no)}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(code) => onChange(code === null ? null : code === 'yes')}
    />
  );
}

export function Tick({ label, value, onChange }: Labelled<boolean>) {
  return (
    <label class="tick">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** Currencies in which clients here hold money; a row in another one keeps it. */
const CURRENCIES = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'AUD'];

const typedForm = (money: Money | null): string =>
  money === null ? '' : decimalOf(money).replace(/\.0+$/u, '');

/** An amount as people type it, with its currency; it is read back as it was understood. */
export function Amount({ label, value, onChange }: Labelled<Money | null>) {
  const [text, setText] = useState(() => typedForm(value));
  const [currency, setCurrency] = useState(value?.currency ?? usualCurrency());
  const wrong = text.trim() !== '' && value === null;
  const enter = (nextText: string, nextCurrency: string) => {
    setText(nextText);
    setCurrency(nextCurrency);
    onChange(parseMoney(nextText, nextCurrency));
  };
  const codes = CURRENCIES.includes(currency) ? CURRENCIES : [...CURRENCIES, currency];
  return (
    <div class="rowform-amount">
      <Field
        label={label}
        hint={value === null ? t('profile.moneyHint') : sayMoney(value)}
        error={wrong ? t('profile.notValid') : null}
      >
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="text"
            inputMode="text"
            autocomplete="off"
            value={text}
            onInput={(event) => enter(event.currentTarget.value, currency)}
          />
        )}
      </Field>
      <Choose
        label={t('facts.currency')}
        codes={codes}
        word={(code) => code}
        value={currency}
        onChange={(code) => enter(text, code)}
      />
    </div>
  );
}

/** Here, or elsewhere and where. */
export function PlaceInput({ label, value, onChange }: Labelled<Place>) {
  return (
    <>
      <Choose
        label={label}
        codes={['here', 'elsewhere']}
        word={(at) => t(at === 'here' ? 'facts.here' : 'facts.elsewhere')}
        value={value.at}
        onChange={(at) => onChange(at === 'here' ? { at } : { at, name: null })}
      />
      {value.at === 'elsewhere' && (
        <Words
          label={t('facts.elsewhereName')}
          max={100}
          value={value.name}
          onChange={(name) => onChange({ at: 'elsewhere', name })}
        />
      )}
    </>
  );
}
