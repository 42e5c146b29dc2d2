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
import { holdingDetailsOf } from './deeds';
import { Amount, Choose, ChooseOrNot, DayInput, PlaceInput, Words } from './inputs';
import { type FormProps, SourcedForm } from './SourcedForm';

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

interface Props extends FormProps {
  holding: Holding | null;
}

/** Enters or changes a holding. */
export function HoldingForm({ holding, ...form }: Props) {
  const { today, desk } = form.facts;
  return (
    <SourcedForm
      {...form}
      label={t('holdings.one')}
      begin={() => (holding ? holdingDetailsOf(holding) : newHolding(desk.port.newRowId(), today))}
      command={(row, subject) => ({
        do: 'keepHolding',
        subject,
        holding: { ...row, maturity: ENDLESS.has(row.kind) ? null : row.maturity },
      })}
      what={({ kind }) => t(`holdings.kind.${kind}`)}
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
    </SourcedForm>
  );
}
