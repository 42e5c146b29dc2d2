import { useState } from 'preact/hooks';
import type { FactSource } from '@/utils/domain/schema/client';
import { CREDIT_KINDS, type Credit, type CreditDetails, LOAN_CLASSES } from '@/utils/domain/schema/credit';
import { creditId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import { type FactsProps, keep, subjectOf } from './deeds';
import { Amount, Choose, ChooseOrNot, DayInput, PlaceInput, Words } from './inputs';
import { RowForm } from './RowForm';

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

/** What a credit says but for whose it is. */
export function detailsOf({ clientId: _owner, sample: _sample, ...details }: Credit): CreditDetails {
  return details;
}

const DAYS = [
  'applied',
  'from',
  'until',
  'nextInterest',
  'nextPrincipal',
  'lastCheck',
  'collateralValued',
] as const;

interface Props {
  credit: Credit | null;
  formKey: string;
  facts: FactsProps;
  onClose: () => void;
}

/** Enters or changes a loan, line, bill or guarantee. */
export function CreditForm({ credit, formKey, facts, onClose }: Props) {
  const { today, desk } = facts;
  const [start] = useState(() => (credit ? detailsOf(credit) : newCredit(desk.port.newRowId(), today)));
  const save = (entered: CreditDetails, source: FactSource) => {
    const row = { ...entered, source, day: today };
    const command = { do: 'keepCredit', subject: subjectOf(facts), credit: row } as const;
    return keep(facts, command, t(`credit.kind.${row.kind}`));
  };
  return (
    <RowForm
      formKey={formKey}
      label={t('credit.one')}
      start={start}
      desk={desk}
      onSave={save}
      onClose={onClose}
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
    </RowForm>
  );
}
