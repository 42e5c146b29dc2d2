import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { lunarDays, lunarMonths } from './valueWords';

export type LunarDay = Extract<FieldValue, { type: 'lunarDay' }>;

function Select({
  label,
  words,
  value,
  onChange,
}: {
  label: string;
  words: readonly string[];
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <Field label={label} quiet>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          value={value}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        >
          {words.map((word, index) => (
            <option key={word} value={index + 1}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A birthday by the lunar calendar; the year may stay empty. */
export function LunarInput({ value, onChange }: { value: LunarDay; onChange: (value: LunarDay) => void }) {
  return (
    <div class="lunar">
      <Field label={t('profile.lunarYear')} quiet>
        {(wiring) => (
          <input
            {...wiring}
            type="number"
            autocomplete="off"
            class="input"
            min={1900}
            max={2199}
            placeholder={t('profile.lunarYear')}
            value={value.year ?? ''}
            onInput={(event) => {
              const year = event.currentTarget.valueAsNumber;
              onChange({
                ...value,
                year: Number.isInteger(year) && year >= 1900 && year <= 2199 ? year : null,
              });
            }}
          />
        )}
      </Field>
      <Select
        label={t('profile.lunarMonth')}
        words={lunarMonths()}
        value={value.month}
        onChange={(month) => onChange({ ...value, month })}
      />
      <Select
        label={t('profile.lunarDay')}
        words={lunarDays()}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={value.leap}
          onChange={(event) => onChange({ ...value, leap: event.currentTarget.checked })}
        />
        {t('profile.leapMonth')}
      </label>
    </div>
  );
}
