import type { Credit } from '@/utils/domain/schema/credit';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Chip } from '../../ui/Chip';
import { exactDay, shortDay } from '../../ui/dayWords';
import { exactMoney, sayMoney } from '../../ui/moneyWords';
import { t } from '../../ui/words';
import { CreditForm } from './CreditForm';
import { detailsOf, type FactsProps, subjectOf } from './deeds';
import { elsewhereWord, nearness } from './placeWords';
import { RowList } from './RowList';

const calledBy = ({ name, kind }: Credit): string => name ?? t(`credit.kind.${kind}`);

const UPCOMING = {
  until: 'credit.until',
  nextInterest: 'credit.interest',
  nextPrincipal: 'credit.principal',
} as const;

function Dates({ credit, today }: { credit: Credit; today: CivilDay }) {
  const days = (['until', 'nextInterest', 'nextPrincipal'] as const).map((which) => {
    const day = credit[which];
    return day === null ? null : (
      <Chip key={which} tone={nearness(day, today)} title={exactDay(day)}>
        {t(UPCOMING[which], shortDay(day, today))}
      </Chip>
    );
  });
  return <>{days}</>;
}

function Line({ credit, today }: { credit: Credit; today: CivilDay }) {
  const { kind, name, amount, place, applied, from, ended, lastCheck } = credit;
  const elsewhere = elsewhereWord(place);
  const inProgress = applied !== null && from === null && ended === null;
  return (
    <>
      <span class="row-kind">{t(`credit.kind.${kind}`)}</span>
      {name !== null && <b>{name}</b>}
      {amount !== null && (
        <span class="row-amount" title={exactMoney(amount)}>
          {sayMoney(amount)}
        </span>
      )}
      {elsewhere !== null && <Chip tone="accent">{elsewhere}</Chip>}
      {credit.class !== null && (
        <Chip tone={credit.class === 'normal' ? 'plain' : 'late'}>{t(`credit.class.${credit.class}`)}</Chip>
      )}
      {inProgress && <Chip tone="soon">{t('credit.inProgress')}</Chip>}
      {ended === null ? <Dates credit={credit} today={today} /> : <Chip>{t('credit.ended')}</Chip>}
      {lastCheck !== null && ended === null && (
        <span class="row-quiet">{t('credit.lastCheck', shortDay(lastCheck, today))}</span>
      )}
    </>
  );
}

/** What stands comes before what is settled, the nearer end first. */
const inOrder = (credits: readonly Credit[]): Credit[] =>
  [...credits].sort((a, b) => {
    const [first, second] = [a, b].map(({ ended, until }) => `${ended === null ? 0 : 1}${until ?? '~'}`);
    return (first ?? '') < (second ?? '') ? -1 : 1;
  });

/** Loans, lines, bills and guarantees, with the days that matter. */
export function Credits({ credits, facts }: { credits: readonly Credit[]; facts: FactsProps }) {
  const { clientId, today, desk } = facts;
  const end = (credit: Credit) => {
    const ended = { ...detailsOf(credit), ended: today };
    const command = { do: 'keepCredit', subject: subjectOf(facts), credit: ended } as const;
    void desk.deeds.perform(command, t('credit.ended'));
  };
  return (
    <RowList
      section="credit"
      title={t('credit.title')}
      addWord={t('credit.add')}
      none={t('credit.none')}
      rows={inOrder(credits)}
      facts={facts}
      nameOf={calledBy}
      line={(credit) => <Line credit={credit} today={today} />}
      deeds={(credit) =>
        credit.ended === null ? [{ id: 'end', label: t('credit.markEnded'), pick: () => end(credit) }] : []
      }
      removal={({ id, kind }) => ({
        command: { do: 'dropCredit', clientId, creditId: id },
        what: t(`credit.kind.${kind}`),
      })}
      form={(credit, props) => <CreditForm credit={credit} {...props} />}
    />
  );
}
