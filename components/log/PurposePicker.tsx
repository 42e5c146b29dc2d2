import type { Draft } from '@/utils/app/draft';
import { PURPOSES, type Purpose } from '@/utils/domain/schema/contact';
import { ChevronIcon } from '../ui/icons';
import { Menu } from '../ui/Menu';
import { Segmented } from '../ui/Segmented';
import { t } from '../ui/words';

/** What most contacts are for; the rest is one press further. */
const USUAL = {
  individual: ['followUp', 'acquisition', 'negotiation', 'care'],
  company: ['followUp', 'negotiation', 'postLoan', 'care'],
  institution: ['followUp', 'negotiation', 'signing', 'care'],
} as const satisfies Record<Draft['kind'], readonly Purpose[]>;

const option = (purpose: Purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) });

/** The purpose of a contact: the usual ones side by side, the others in a menu. */
export function PurposePicker({
  kind,
  value,
  onChange,
}: {
  kind: Draft['kind'];
  value: Purpose | null;
  onChange: (purpose: Purpose | null) => void;
}) {
  const usualOfKind: readonly Purpose[] = USUAL[kind];
  const chosenOther = value !== null && !usualOfKind.includes(value) ? t(`purpose.${value}`) : null;
  // The word of another takes the room of the last: one row, in English too.
  const usual = chosenOther === null ? usualOfKind : usualOfKind.slice(0, -1);
  const others = PURPOSES.filter((purpose) => !usual.includes(purpose));
  return (
    <Segmented
      label={t('log.purpose')}
      options={usual.map(option)}
      value={chosenOther === null ? value : null}
      onChange={onChange}
      clearable
    >
      <Menu
        class={chosenOther === null ? 'seg-option seg-menu' : 'seg-option seg-menu seg-on'}
        label={chosenOther === null ? t('log.morePurposes') : `${t('log.purpose')}: ${chosenOther}`}
        items={others.map((purpose) => ({
          id: purpose,
          label: t(`purpose.${purpose}`),
          mark: { kind: 'radio', on: purpose === value },
          pick: () => onChange(purpose === value ? null : purpose),
        }))}
      >
        {chosenOther ?? t('ui.more')}
        <ChevronIcon />
      </Menu>
    </Segmented>
  );
}
