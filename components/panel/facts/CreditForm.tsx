import { CREDIT_KINDS, type Credit, type CreditDetails, LOAN_CLASSES } from '@/utils/domain/schema/credit';
import { creditId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import { detailsOf } from './deeds';
import { Amount, Choose, ChooseOrNot, DayInput, PlaceInput, Words } from './inputs';
import { type FormProps, SourcedForm } from './SourcedForm';

const newCredit = (id: string, day: CivilDay): CreditDetails => ({
  id: creditId.parse(id),
  kind: 'loan',
  name: null,
  place: { at: 'here' },
  amount: null,
  applied: null,
  from: null,
  until: null,
  ended: null,
  class: null,
  nextInterest: null,
  nextPrincipal: null,
  lastCheck: null,
  collateral: null,
  collateralValued: null,
  source: 'crm',
  day,
});

const DAYS = [
  'applied',
  'from',
  'until',
  'nextInterest',
  'nextPrincipal',
  'lastCheck',
  'collateralValued',
] as const;

interface Props extends FormProps {
  credit: Credit | null;
}

/** Enters or changes a loan, line, bill or guarantee. */
export function CreditForm({ credit, ...form }: Props) {
  const { today, desk } = form.facts;
  return (
    <SourcedForm
      {...form}
      label={t('credit.one')}
      begin={() => (credit ? detailsOf(credit) : newCredit(desk.port.newRowId(), today))}
      command={(row, subject) => ({ do: 'keepCredit', subject, credit: row })}
      what={({ kind }) => t(`credit.kind.${kind}`)}
    >
      {(row, change) => (
        <>
          <Choose
            label={t('credit.field.kind')}
            codes={CREDIT_KINDS}
            word={(kind) => t(`credit.kind.${kind}`)}
            value={row.kind}
            onChange={(kind) => change({ kind })}
          />
          <PlaceInput
            label={t('credit.field.place')}
            value={row.place}
            onChange={(place) => change({ place })}
          />
          <Words label={t('credit.field.name')} value={row.name} onChange={(name) => change({ name })} />
          <Amount label={t('facts.amount')} value={row.amount} onChange={(amount) => change({ amount })} />
          {DAYS.map((day) => (
            <DayInput
              key={day}
              label={t(`credit.field.${day}`)}
              value={row[day]}
              onChange={(next) => change({ [day]: next })}
            />
          ))}
          <ChooseOrNot
            label={t('credit.field.class')}
            codes={LOAN_CLASSES}
            word={(code) => t(`credit.class.${code}`)}
            value={row.class}
            onChange={(next) => change({ class: next })}
          />
          <Words
            label={t('credit.field.collateral')}
            value={row.collateral}
            onChange={(collateral) => change({ collateral })}
          />
        </>
      )}
    </SourcedForm>
  );
}
