import { daysBetween } from '@/utils/domain/day';
import { OPPORTUNITY_STAGES, type Opportunity } from '@/utils/domain/schema/opportunity';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Chip } from '../../ui/Chip';
import { shortDay } from '../../ui/dayWords';
import { exactMoney, sayMoney } from '../../ui/moneyWords';
import { t } from '../../ui/words';
import type { FactsProps } from './deeds';
import { OpportunityForm } from './OpportunityForm';
import { RowList } from './RowList';

/** Days without a change of stage after which it is said (§5, rule 28). */
const STALLED_DAYS = 14;

const isOpen = ({ stage }: Opportunity): boolean => stage !== 'landed' && stage !== 'lost';

function Stage({ opportunity, today }: { opportunity: Opportunity; today: CivilDay }) {
  const { stage, stageSince } = opportunity;
  const day = shortDay(stageSince, today);
  const stalled = isOpen(opportunity) && daysBetween(stageSince, today) >= STALLED_DAYS;
  return (
    <>
      <Chip tone={stage === 'landed' ? 'good' : stage === 'lost' ? 'plain' : 'accent'}>
        {t(`opportunities.stage.${stage}`)}
      </Chip>
      {stalled ? (
        <Chip tone="soon">{t('opportunities.stalled', day)}</Chip>
      ) : (
        <span class="row-quiet">{t('opportunities.since', day)}</span>
      )}
    </>
  );
}

function Line({ opportunity, today }: { opportunity: Opportunity; today: CivilDay }) {
  const { product, amount, probability, nextStep } = opportunity;
  const due = nextStep?.due ? ` (${shortDay(nextStep.due, today)})` : '';
  return (
    <>
      <b>{product}</b>
      {amount !== null && (
        <span class="row-amount" title={exactMoney(amount)}>
          {sayMoney(amount)}
        </span>
      )}
      {probability !== null && <span>{probability}%</span>}
      <Stage opportunity={opportunity} today={today} />
      {nextStep !== null && <span class="row-note">{t('opportunities.next', `${nextStep.text}${due}`)}</span>}
    </>
  );
}

/** The furthest on first; what landed or was lost comes last. */
const inOrder = (opportunities: readonly Opportunity[]): Opportunity[] => {
  const rank = (one: Opportunity) =>
    isOpen(one) ? -OPPORTUNITY_STAGES.indexOf(one.stage) : OPPORTUNITY_STAGES.length;
  return [...opportunities].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
};

/** What the client may come to want of the bank, and how far it is. */
export function Opportunities({
  opportunities,
  facts,
}: {
  opportunities: readonly Opportunity[];
  facts: FactsProps;
}) {
  const { clientId, today } = facts;
  return (
    <RowList
      section="opportunities"
      title={t('opportunities.title')}
      addWord={t('opportunities.add')}
      none={t('opportunities.none')}
      rows={inOrder(opportunities)}
      facts={facts}
      nameOf={({ product }) => product}
      line={(opportunity) => <Line opportunity={opportunity} today={today} />}
      removal={({ id }) => ({
        command: { do: 'dropOpportunity', clientId, opportunityId: id },
        what: t('opportunities.one'),
      })}
      form={(opportunity, props) => <OpportunityForm opportunity={opportunity} {...props} />}
    />
  );
}
