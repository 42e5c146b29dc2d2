import { useState } from 'preact/hooks';
import { opportunityId } from '@/utils/domain/schema/ids';
import { OPPORTUNITY_STAGES, type Opportunity } from '@/utils/domain/schema/opportunity';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { detailsOf, type FactsProps, keep, subjectOf } from './deeds';
import { Amount, Choose, DayInput, Words } from './inputs';
import { RowForm } from './RowForm';
import type { FormProps } from './SourcedForm';

/** What the form works on: a product that may not be named yet, and the next step in two fields. */
type Entered = Omit<Opportunity, 'clientId' | 'sample' | 'product' | 'nextStep'> & {
  product: string | null;
  step: string | null;
  due: NonNullable<Opportunity['nextStep']>['due'];
};

function begin(opportunity: Opportunity | null, { desk, today }: FactsProps): Entered {
  if (opportunity) {
    const { nextStep, ...details } = detailsOf(opportunity);
    return { ...details, step: nextStep?.text ?? null, due: nextStep?.due ?? null };
  }
  return {
    id: opportunityId.parse(desk.port.newRowId()),
    product: null,
    amount: null,
    probability: null,
    stage: 'lead',
    stageSince: today,
    origin: null,
    step: null,
    due: null,
    note: null,
    day: today,
  };
}

const ALL = 100;

function Percent({ value, onChange }: { value: number | null; onChange: (value: number | null) => void }) {
  return (
    <Field label={t('opportunities.field.probability')}>
      {(wiring) => (
        <input
          {...wiring}
          class="input"
          autocomplete="off"
          type="number"
          min={0}
          max={ALL}
          value={value ?? ''}
          onInput={(event) => {
            const typed = event.currentTarget.valueAsNumber;
            onChange(Number.isInteger(typed) && typed >= 0 && typed <= ALL ? typed : null);
          }}
        />
      )}
    </Field>
  );
}

interface Props extends FormProps {
  opportunity: Opportunity | null;
}

/** Enters or changes an opportunity. A stage begins on the day on which it is set. */
export function OpportunityForm({ opportunity, formKey, facts, grab, onClose }: Props) {
  const { today, desk } = facts;
  const [start] = useState(() => begin(opportunity, facts));
  const save = async ({ product, step, due, ...row }: Entered): Promise<boolean> => {
    if (product === null) return false;
    const stageSince = row.stage === opportunity?.stage ? row.stageSince : today;
    const nextStep = step === null ? null : { text: step, due };
    const kept = { ...row, product, stageSince, nextStep };
    const command = { do: 'keepOpportunity', subject: subjectOf(facts), opportunity: kept } as const;
    return keep(facts, command, t('opportunities.one'));
  };
  return (
    <RowForm
      formKey={formKey}
      label={t('opportunities.one')}
      start={start}
      desk={desk}
      grab={grab}
      unsourced
      sources={({ product }) => (product === null ? [] : ['client'])}
      onSave={save}
      onClose={onClose}
    >
      {(row, change) => (
        <>
          <Words
            label={t('opportunities.field.product')}
            value={row.product}
            onChange={(product) => change({ product })}
          />
          <Choose
            label={t('opportunities.field.stage')}
            codes={OPPORTUNITY_STAGES}
            word={(stage) => t(`opportunities.stage.${stage}`)}
            value={row.stage}
            onChange={(stage) => change({ stage })}
          />
          <Amount label={t('facts.amount')} value={row.amount} onChange={(amount) => change({ amount })} />
          <Percent value={row.probability} onChange={(probability) => change({ probability })} />
          <Words
            label={t('opportunities.field.origin')}
            value={row.origin}
            onChange={(origin) => change({ origin })}
          />
          <Words
            label={t('opportunities.field.step')}
            value={row.step}
            onChange={(step) => change({ step })}
          />
          <DayInput
            label={t('opportunities.field.due')}
            value={row.due}
            onChange={(due) => change({ due })}
          />
        </>
      )}
    </RowForm>
  );
}
