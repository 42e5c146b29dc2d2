import { useState } from 'preact/hooks';
import type { FactSource } from '@/utils/domain/schema/client';
import { policyId } from '@/utils/domain/schema/ids';
import { type Insured, POLICY_KINDS, type Policy, type PolicyDetails } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import { type FactsProps, keep, subjectOf } from './deeds';
import { Amount, Choose, DayInput, Tick, Words } from './inputs';
import { RowForm } from './RowForm';

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

interface Props {
  policy: Policy | null;
  relations: readonly Relation[];
  formKey: string;
  facts: FactsProps;
  onClose: () => void;
}

/** Enters or changes an insurance policy. */
export function PolicyForm({ policy, relations, formKey, facts, onClose }: Props) {
  const { today, desk } = facts;
  const [start] = useState((): PolicyDetails => {
    if (!policy) return newPolicy(desk.port.newRowId(), today);
    const { clientId: _owner, sample: _sample, ...details } = policy;
    return details;
  });
  const save = (entered: PolicyDetails, source: FactSource) => {
    const row = { ...entered, source, day: today };
    const command = { do: 'keepPolicy', subject: subjectOf(facts), policy: row } as const;
    return keep(facts, command, t(`policies.kind.${row.kind}`));
  };
  const insuredWord = (code: string): string => {
    const person = relations.find(({ id }) => id === code);
    if (person) return personWord(person);
    return t(code === 'self' ? 'policies.self' : 'policies.someone');
  };
  return (
    <RowForm
      formKey={formKey}
      label={t('policies.one')}
      start={start}
      desk={desk}
      onSave={save}
      onClose={onClose}
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
    </RowForm>
  );
}
