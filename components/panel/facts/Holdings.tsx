import { sumsOf } from '@/utils/domain/money';
import type { Holding } from '@/utils/domain/schema/holding';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Chip } from '../../ui/Chip';
import { exactDay, shortDay } from '../../ui/dayWords';
import { exactMoney, sayMoney } from '../../ui/moneyWords';
import { t } from '../../ui/words';
import { type FactsProps, holdingDetailsOf, subjectOf } from './deeds';
import { HoldingForm } from './HoldingForm';
import { elsewhereWord, nearness } from './placeWords';
import { RowList } from './RowList';

const calledBy = ({ name, kind }: Holding): string => name ?? t(`holdings.kind.${kind}`);

/** Whether it is still to come, or was not taken over when it came. */
const isOpen = ({ maturity, takenOver }: Holding): boolean => maturity !== null && takenOver === null;

function Maturity({ holding, today }: { holding: Holding; today: CivilDay }) {
  const { maturity, takenOver, place } = holding;
  if (maturity === null) return null;
  if (takenOver !== null) return <Chip tone="good">{t('holdings.takenOver')}</Chip>;
  const missed = maturity < today && place.at === 'here';
  const day = shortDay(maturity, today);
  return (
    <Chip tone={nearness(maturity, today)} title={exactDay(maturity)}>
      {missed ? t('holdings.overdue', day) : t('holdings.due', day)}
    </Chip>
  );
}

function Line({ holding, today }: { holding: Holding; today: CivilDay }) {
  const { kind, name, amount, place, riskLevel, source, day } = holding;
  const elsewhere = elsewhereWord(place);
  return (
    <>
      <span class="row-kind">{t(`holdings.kind.${kind}`)}</span>
      {name !== null && <b>{name}</b>}
      {amount !== null && (
        <span class="row-amount" title={exactMoney(amount)}>
          {sayMoney(amount)}
        </span>
      )}
      {elsewhere !== null && <Chip tone="accent">{elsewhere}</Chip>}
      {riskLevel !== null && <Chip>{riskLevel}</Chip>}
      <Maturity holding={holding} today={today} />
      <span class="row-quiet">{t('facts.asOf', t(`profile.source.${source}`), shortDay(day, today))}</span>
    </>
  );
}

/** Sums here and elsewhere by currency, and the maturity that comes next. */
function Summary({ holdings, today }: { holdings: readonly Holding[]; today: CivilDay }) {
  const sum = (at: 'here' | 'elsewhere') =>
    sumsOf(holdings.flatMap(({ place, amount }) => (place.at === at && amount ? [amount] : [])))
      .map(sayMoney)
      .join(' + ');
  const [here, elsewhere] = [sum('here'), sum('elsewhere')];
  const [next] = holdings
    .filter((holding) => isOpen(holding))
    .flatMap(({ maturity }) => (maturity !== null && maturity >= today ? [maturity] : []))
    .sort();
  const words = [
    here && t('holdings.sumHere', here),
    elsewhere && t('holdings.sumElsewhere', elsewhere),
    next && t('holdings.nextMaturity', shortDay(next, today)),
  ].filter(Boolean);
  return words.length > 0 ? <p class="rows-sum">{words.join(' · ')}</p> : null;
}

/** What matures first stands first, what has no maturity last. */
const inOrder = (holdings: readonly Holding[]): Holding[] =>
  [...holdings].sort((a, b) => {
    const [first, second] = [a, b].map((one) => (isOpen(one) ? (one.maturity ?? '~') : '~'));
    return (first ?? '') < (second ?? '') ? -1 : (first ?? '') > (second ?? '') ? 1 : a.id < b.id ? -1 : 1;
  });

/** What the client holds, here and elsewhere, and when it matures. */
export function Holdings({ holdings, facts }: { holdings: readonly Holding[]; facts: FactsProps }) {
  const { clientId, today, desk } = facts;
  const takeOver = (holding: Holding) => {
    const taken = { ...holdingDetailsOf(holding), takenOver: today };
    const command = { do: 'keepHolding', subject: subjectOf(facts), holding: taken } as const;
    void desk.deeds.perform(command, t('holdings.tookOver'));
  };
  return (
    <RowList
      section="holdings"
      title={t('holdings.title')}
      addWord={t('holdings.add')}
      none={t('holdings.none')}
      rows={inOrder(holdings)}
      facts={facts}
      summary={<Summary holdings={holdings} today={today} />}
      nameOf={calledBy}
      line={(holding) => <Line holding={holding} today={today} />}
      deeds={(holding) =>
        isOpen(holding)
          ? [{ id: 'takeOver', label: t('holdings.markTakenOver'), pick: () => takeOver(holding) }]
          : []
      }
      removal={({ id, kind }) => ({
        command: { do: 'dropHolding', clientId, holdingId: id },
        what: t(`holdings.kind.${kind}`),
      })}
      form={(holding, props) => <HoldingForm holding={holding} {...props} />}
    />
  );
}
