import { SENSITIVITIES, type Sensitivity } from '@/utils/domain/schema/note';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';

interface Props {
  value: Sensitivity | null;
  onChange(value: Sensitivity | null): void;
}

/** How far a note may go: said by its writer, with what each choice means. */
export function SensitivityField({ value, onChange }: Props) {
  return (
    <Field label={t('sensitivity.label')} hint={t(`sensitivity.means.${value ?? 'normal'}`)}>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          autocomplete="off"
          value={value ?? ''}
          onChange={({ currentTarget }) =>
            onChange(SENSITIVITIES.find((each) => each === currentTarget.value) ?? null)
          }
        >
          <option value="">{t('sensitivity.normal')}</option>
          {SENSITIVITIES.map((each) => (
            <option key={each} value={each}>
              {t(`sensitivity.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
