import { useEffect, useState } from 'preact/hooks';
import { isAlsoClient } from '@/utils/domain/nba/wall';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Relation } from '@/utils/domain/schema/relation';
import { Chip } from '../../ui/Chip';
import { shortDay } from '../../ui/dayWords';
import { phrase, t } from '../../ui/words';
import type { Desk } from '../desk';
import { parseEntry } from '../profile/parseEntry';
import { Phone } from '../who/Phone';
import type { FactsProps } from './deeds';
import { isCompany, PersonForm } from './PersonForm';
import { RowList } from './RowList';
import { WallMark } from './Wall';

const calledBy = ({ name, role }: Relation): string => name ?? t(`people.role.${role}`);

/** The number as the RM wrote it, masked until asked for. */
function Tel({ raw, desk }: { raw: string; desk: Desk }) {
  const phone = parseEntry('phone', raw);
  return phone?.type === 'phone' ? <Phone phone={phone} desk={desk} /> : <span>{raw}</span>;
}

function Person({ person, facts }: { person: Relation; facts: FactsProps }) {
  const { today, desk } = facts;
  const { role, name, stage, covered, influence, attitude, lastMet, phone, note, wall } = person;
  return (
    <>
      <span class="row-kind">{t(`people.role.${role}`)}</span>
      {name !== null && <b>{name}</b>}
      {isAlsoClient(person, facts) && <Chip tone="accent">{t('people.isClient')}</Chip>}
      {stage !== null && <span>{t(`people.stage.${stage}`)}</span>}
      {covered !== null && (
        <Chip tone={covered ? 'plain' : 'soon'}>{t(covered ? 'people.coveredYes' : 'people.coveredNo')}</Chip>
      )}
      {influence !== null && <Chip>{phrase(`choice.controllerInfluence.${influence}`)}</Chip>}
      {attitude !== null && (
        <Chip tone={attitude === 'cool' || attitude === 'opposed' ? 'soon' : 'plain'}>
          {phrase(`choice.controllerAttitude.${attitude}`)}
        </Chip>
      )}
      <WallMark wall={wall} name={calledBy(person)} today={today} />
      {phone !== null && <Tel raw={phone} desk={desk} />}
      {lastMet !== null && <span class="row-quiet">{t('people.met', shortDay(lastMet, today))}</span>}
      {note !== null && <span class="row-note">{note}</span>}
    </>
  );
}

/** The names of clients, as far as they are in the book. */
function useNames(ids: readonly ClientId[], nameOf: (id: ClientId) => Promise<string | null>) {
  const [names, setNames] = useState<ReadonlyMap<ClientId, string>>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let gone = false;
    void Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const)).then((found) => {
      if (gone) return;
      setNames(new Map(found.flatMap(([id, name]) => (name === null ? [] : [[id, name] as const]))));
    });
    return () => {
      gone = true;
    };
  }, [wanted, nameOf]);
  return names;
}

/** Other clients who named this one: the wall between them stands on this side too. */
function NamedIn({ rows, facts }: { rows: readonly Relation[]; facts: FactsProps }) {
  const { today, desk } = facts;
  const ids = rows.map(({ clientId }) => clientId);
  const names = useNames(ids, desk.port.nameOf);
  if (rows.length === 0) return null;
  return (
    <ul class="rows">
      {rows.map((row) => {
        const name = names.get(row.clientId) ?? t('people.otherClient');
        return (
          <li key={row.id} class="row">
            <div class="row-line">
              <span>{t('people.namedIn', name)}</span>
              <b>{t(`people.role.${row.role}`)}</b>
              <WallMark wall={row.wall} name={name} today={today} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Family, who refers whom, the key people of a company; what each may be told. */
export function People({
  relations,
  namedIn,
  facts,
}: {
  relations: readonly Relation[];
  namedIn: readonly Relation[];
  facts: FactsProps;
}) {
  const { client, clientId } = facts;
  const company = isCompany(client.kind);
  return (
    <RowList
      section="people"
      title={t(company ? 'people.keyTitle' : 'people.title')}
      addWord={t('people.add')}
      none={t(company ? 'people.noneKey' : 'people.none')}
      rows={relations}
      facts={facts}
      nameOf={calledBy}
      line={(person) => <Person person={person} facts={facts} />}
      removal={({ id, role }) => ({
        command: { do: 'dropRelation', clientId, relationId: id },
        what: t(`people.role.${role}`),
      })}
      form={(person, props) => <PersonForm person={person} {...props} />}
    >
      <NamedIn rows={namedIn} facts={facts} />
    </RowList>
  );
}
