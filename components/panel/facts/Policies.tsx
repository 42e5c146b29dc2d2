import type { ClientBundle } from '@/utils/domain/bundle';
import { coverGaps } from '@/utils/domain/cover';
import type { Policy } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Chip } from '../../ui/Chip';
import { exactDay, shortDay } from '../../ui/dayWords';
import { exactMoney, sayMoney } from '../../ui/moneyWords';
import { t } from '../../ui/words';
import type { FactsProps } from './deeds';
import { PolicyForm, personWord } from './PolicyForm';
import { nearness } from './placeWords';
import { RowList } from './RowList';

const calledBy = ({ name, kind }: Policy): string => name ?? t(`policies.kind.${kind}`);

/** Whom a policy covers, in words. */
function insuredWord({ insured }: Policy, relations: readonly Relation[]): string {
  if (insured.who === 'self') return t('policies.self');
  if (insured.who === 'other') return insured.name ?? t('policies.someone');
  const person = relations.find(({ id }) => id === insured.relation);
  return person ? personWord(person) : t('policies.someone');
}

function NextDue({ day, today }: { day: CivilDay; today: CivilDay }) {
  const said = shortDay(day, today);
  return (
    <Chip tone={nearness(day, today)} title={exactDay(day)}>
      {day < today ? t('policies.late', said) : t('policies.nextDue', said)}
    </Chip>
  );
}

function Line({ policy, insured, today }: { policy: Policy; insured: string; today: CivilDay }) {
  const { kind, name, insurer, cover, nextDue, until, criticalIllness } = policy;
  const ended = until !== null && until < today;
  return (
    <>
      <span class="row-kind">{t(`policies.kind.${kind}`)}</span>
      <b>{insured}</b>
      {[insurer, name].map((word) => word !== null && <span key={word}>{word}</span>)}
      {cover !== null && <span title={exactMoney(cover)}>{t('policies.cover', sayMoney(cover))}</span>}
      {criticalIllness && kind !== 'criticalIllness' && <Chip>{t('policies.criticalIllness')}</Chip>}
      {ended && <Chip>{t('policies.ended')}</Chip>}
      {nextDue !== null && !ended && <NextDue day={nextDue} today={today} />}
    </>
  );
}

/** What is known to be missing, in the colour of what should be seen to. */
function Gaps({ bundle, today }: { bundle: ClientBundle; today: CivilDay }) {
  const gaps = coverGaps(bundle, today);
  if (gaps.length === 0) return null;
  const people = new Map(bundle.relations.map((relation) => [relation.id, personWord(relation)]));
  return (
    <ul class="rows-gaps">
      {gaps.map((gap) => (
        <li key={gap.gap === 'uncovered' ? gap.relation : gap.gap}>
          <Chip tone="soon">
            {gap.gap === 'uncovered'
              ? t('policies.gap.uncovered', people.get(gap.relation) ?? '')
              : t('policies.gap.criticalIllness')}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

/** The household's insurance, with its gaps marked. */
export function Policies({ bundle, facts }: { bundle: ClientBundle; facts: FactsProps }) {
  const { clientId, today } = facts;
  const { policies, seen } = bundle;
  // A policy names a person by his row: one that only the CRM shows has none.
  const relations = bundle.relations.filter(({ id }) => !seen?.[id]);
  return (
    <RowList
      section="policies"
      title={t('policies.title')}
      addWord={t('policies.add')}
      none={t('policies.none')}
      rows={policies}
      facts={facts}
      summary={<Gaps bundle={bundle} today={today} />}
      nameOf={calledBy}
      line={(policy) => <Line policy={policy} insured={insuredWord(policy, relations)} today={today} />}
      removal={({ id, kind }) => ({
        command: { do: 'dropPolicy', clientId, policyId: id },
        what: t(`policies.kind.${kind}`),
      })}
      form={(policy, props) => <PolicyForm policy={policy} relations={relations} {...props} />}
    />
  );
}
