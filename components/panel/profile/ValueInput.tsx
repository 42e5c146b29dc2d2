import { useState } from 'preact/hooks';
import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { civilDay } from '@/utils/domain/schema/time';
import { DateField } from '../../ui/DateField';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { phrase, t } from '../../ui/words';
import { LunarInput } from './LunarInput';
import { asTyped, parseEntry, type TypedType } from './parseEntry';
import { fieldName, sayValue } from './valueWords';

interface Props {
  field: CatalogueField;
  value: FieldValue | null;
  /** Told null while what is entered is no value yet. */
  onChange: (value: FieldValue | null) => void;
}

/** Up to so many choices stand side by side. */
const FEW = 4;

function Choice({ field, value, onChange }: Props) {
  const name = fieldName(field.key);
  const options = (field.choices ?? []).map((code) => ({
    value: code,
    label: phrase(`choice.${field.key}.${code}`),
  }));
  const chosen = value?.type === 'choice' ? value.code : null;
  const choose = (code: string | null) => onChange(code ? { type: 'choice', code } : null);
  if (options.length <= FEW) {
    return <Segmented label={name} options={options} value={chosen} onChange={choose} clearable />;
  }
  return (
    <Field label={name} quiet>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          value={chosen ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('profile.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const TYPED = {
  money: { inputMode: 'text', hint: 'profile.moneyHint' },
  number: { inputMode: 'decimal', hint: 'profile.numberHint' },
  phone: { inputMode: 'tel', hint: 'profile.phoneHint' },
} as const;

function Typed({ field, value, onChange, type }: Props & { type: TypedType }) {
  const [text, setText] = useState(asTyped(value));
  const parsed = parseEntry(type, text);
  const wrong = text.trim() !== '' && parsed === null;
  const echo = parsed?.type === 'money' ? sayValue(field.key, parsed, civilDay.parse('2000-01-01')) : null;
  const change = (next: string) => {
    setText(next);
    onChange(parseEntry(type, next));
  };
  const name = fieldName(field.key);
  if (type === 'text') {
    return (
      <Field label={name} quiet>
        {(wiring) => (
          <textarea
            {...wiring}
            class="input input-line"
            autocomplete="off"
            rows={1}
            maxLength={2000}
            value={text}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
      </Field>
    );
  }
  const { inputMode, hint } = TYPED[type];
  return (
    <Field label={name} quiet hint={echo ?? t(hint)} error={wrong ? t('profile.notValid') : null}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function DayInput({ field, value, onChange }: Props) {
  return (
    <DateField
      label={fieldName(field.key)}
      value={value?.type === 'day' ? value.day : null}
      onChange={(day) => onChange(day && { type: 'day', day })}
    />
  );
}

const FIRST_LUNAR_DAY = { type: 'lunarDay', year: null, month: 1, day: 1, leap: false } as const;

/** A birthday goes by either calendar. */
function Birthday(props: Props) {
  const { value, onChange } = props;
  const [calendar, setCalendar] = useState<'day' | 'lunarDay'>(
    value?.type === 'lunarDay' ? 'lunarDay' : 'day',
  );
  return (
    <>
      <Segmented
        label={t('profile.calendar')}
        options={[
          { value: 'day', label: t('profile.solar') },
          { value: 'lunarDay', label: t('profile.lunar') },
        ]}
        value={calendar}
        onChange={(next) => {
          if (!next || next === calendar) return;
          setCalendar(next);
          onChange(next === 'lunarDay' ? FIRST_LUNAR_DAY : null);
        }}
      />
      {calendar === 'day' ? (
        <DayInput {...props} />
      ) : (
        <LunarInput value={value?.type === 'lunarDay' ? value : FIRST_LUNAR_DAY} onChange={onChange} />
      )}
    </>
  );
}

/** The control for a field of the catalogue, by its type. */
export function ValueInput(props: Props) {
  const { key, type } = props.field;
  if (key === 'birthday') return <Birthday {...props} />;
  if (type === 'choice') return <Choice {...props} />;
  if (type === 'day' || type === 'lunarDay') return <DayInput {...props} />;
  return <Typed {...props} type={type} />;
}
