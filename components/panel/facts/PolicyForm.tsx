import { policyId } from '@/utils/domain/schema/ids';
import { type Insured, POLICY_KINDS, type Policy, type PolicyDetails } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import { detailsOf } from './deeds';
import { Amount, Choose, DayInput, Tick, Words } from './inputs';
import { type FormProps, SourcedForm } from './SourcedForm';

const newPolicy = (id: string, day: CivilDay): PolicyDetails => ({
  id: policyId.parse(id),
  kind: 'criticalIllness',
  insurer: null,
  name: null,
  insured: { who: 'self' },
  from: null,
  until: null,
  cover: null,
  premium: null,
  nextDue: null,
  criticalIllness: true,
  source: 'client',
  day,
});

/** A person of the client as the list of insured names them. */
export const personWord = ({ role, name }: Relation): string =>
  name === null ? t(`people.role.${role}`) : `${t(`people.role.${role}`)} ${name}`;

/** The insured as one code of the list, and back. */
const codeOf = (insured: Insured): string => (insured.who === 'relation' ? insured.relation : insured.who);
function insuredOf(code: string, relations: readonly Relation[]): Insured {
  const person = relations.find(({ id }) => id === code);
  if (person) return { who: 'relation', relation: person.id };
  return code === 'self' ? { who: 'self' } : { who: 'other', name: null };
}

interface Props extends FormProps {
  policy: Policy | null;
  relations: readonly Relation[];
}

/** Enters or changes an insurance policy. */
export function PolicyForm({ policy, relations, ...form }: Props) {
  const { today, desk } = form.facts;
  const insuredWord = (code: string): string => {
    const person = relations.find(({ id }) => id === code);
    if (person) return personWord(person);
    return t(code === 'self' ? 'policies.self' : 'policies.someone');
  };
  return (
    <SourcedForm
      {...form}
      label={t('policies.one')}
      begin={() => (policy ? detailsOf(policy) : newPolicy(desk.port.newRowId(), today))}
      command={(row, subject) => ({ do: 'keepPolicy', subject, policy: row })}
      what={({ kind }) => t(`policies.kind.${kind}`)}
    >
      {(row, change) => (
        <>
          <Choose
            label={t('policies.field.kind')}
            codes={POLICY_KINDS}
            word={(kind) => t(`policies.kind.${kind}`)}
            value={row.kind}
            onChange={(kind) => change({ kind, criticalIllness: kind === 'criticalIllness' })}
          />
          <Choose
            label={t('policies.field.insured')}
            codes={['self', ...relations.map(({ id }) => id), 'other']}
            word={insuredWord}
            value={codeOf(row.insured)}
            onChange={(code) => change({ insured: insuredOf(code, relations) })}
          />
          {row.insured.who === 'other' && (
            <Words
              label={t('policies.field.insuredName')}
              max={100}
              value={row.insured.name}
              onChange={(name) => change({ insured: { who: 'other', name } })}
            />
          )}
          <Words
            label={t('policies.field.insurer')}
            value={row.insurer}
            onChange={(insurer) => change({ insurer })}
          />
          <Words label={t('policies.field.name')} value={row.name} onChange={(name) => change({ name })} />
          <Amount
            label={t('policies.field.cover')}
            value={row.cover}
            onChange={(cover) => change({ cover })}
          />
          <Amount
            label={t('policies.field.premium')}
            value={row.premium}
            onChange={(premium) => change({ premium })}
          />
          <DayInput
            label={t('policies.field.nextDue')}
            value={row.nextDue}
            onChange={(nextDue) => change({ nextDue })}
          />
          <DayInput label={t('policies.field.from')} value={row.from} onChange={(from) => change({ from })} />
          <DayInput
            label={t('policies.field.until')}
            value={row.until}
            onChange={(until) => change({ until })}
          />
          <Tick
            label={t('policies.criticalIllness')}
            value={row.criticalIllness}
            onChange={(criticalIllness) => change({ criticalIllness })}
          />
        </>
      )}
    </SourcedForm>
  );
}
