import { useState } from 'preact/hooks';
import type { FactSource } from '@/utils/domain/schema/client';
import {
  HOLDING_KINDS,
  type Holding,
  type HoldingDetails,
  type HoldingKind,
  RISK_LEVELS,
} from '@/utils/domain/schema/holding';
import { holdingId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import { type FactsProps, keep, subjectOf } from './deeds';
import { Amount, Choose, ChooseOrNot, DayInput, PlaceInput, Words } from './inputs';
import { RowForm } from './RowForm';

const newHolding = (id: string, day: CivilDay): HoldingDetails => ({
  id: holdingId.parse(id),
  kind: 'deposit',
  name: null,
  place: { at: 'here' },
  amount: null,
  since: null,
  maturity: null,
  riskLevel: null,
  productCode: null,
  takenOver: null,
  source: 'client',
  day,
});

/** These have no maturity (§5, rule 7). */
const ENDLESS: ReadonlySet<HoldingKind> = new Set(['cashManagement', 'securities', 'gold']);

/** What a holding says but for whose it is. */
export function detailsOf({ clientId: _owner, sample: _sample, ...details }: Holding): HoldingDetails {
  return details;
}

interface Props {
  holding: Holding | null;
  formKey: string;
  facts: FactsProps;
  onClose: () => void;
}

/** Enters or changes a holding. */
export function HoldingForm({ holding, formKey, facts, onClose }: Props) {
  const { today, desk } = facts;
  const [start] = useState(() => (holding ? detailsOf(holding) : newHolding(desk.port.newRowId(), today)));
  const save = (entered: HoldingDetails, source: FactSource) => {
    const row = { ...entered, source, day: today };
    const maturity = ENDLESS.has(row.kind) ? null : row.maturity;
    const command = {
      do: 'keepHolding',
      subject: subjectOf(facts),
      holding: { ...row, maturity },
    } as const;
    return keep(facts, command, t(`holdings.kind.${row.kind}`));
  };
  return (
    <RowForm
      formKey={formKey}
      label={t('holdings.one')}
      start={start}
      desk={desk}
      onSave={save}
      onClose={onClose}
    >
      {(row, change) => (
        <>
          <Choose
            label={t('holdings.field.kind')}
            codes={HOLDING_KINDS}
            word={(kind) => t(`holdings.kind.${kind}`)}
            value={row.kind}
            onChange={(kind) => change({ kind })}
          />
          <PlaceInput
            label={t('holdings.field.place')}
            value={row.place}
            onChange={(place) => change({ place })}
          />
          <Words label={t('holdings.field.name')} value={row.name} onChange={(name) => change({ name })} />
          <Amount label={t('facts.amount')} value={row.amount} onChange={(amount) => change({ amount })} />
          <DayInput
            label={t('holdings.field.since')}
            value={row.since}
            onChange={(since) => change({ since })}
          />
          {!ENDLESS.has(row.kind) && (
            <DayInput
              label={t('holdings.field.maturity')}
              value={row.maturity}
              onChange={(maturity) => change({ maturity })}
            />
          )}
          <ChooseOrNot
            label={t('holdings.field.riskLevel')}
            codes={RISK_LEVELS}
            word={(level) => level}
            value={row.riskLevel}
            onChange={(riskLevel) => change({ riskLevel })}
          />
          <Words
            label={t('holdings.field.productCode')}
            max={60}
            value={row.productCode}
            onChange={(productCode) => change({ productCode })}
          />
        </>
      )}
    </RowForm>
  );
}
