import { useEffect, useState } from 'preact/hooks';
import { FACT_SOURCES, type FactSource, SURE_SOURCES } from '@/utils/domain/schema/factSource';
import { type ClientId, relationId } from '@/utils/domain/schema/ids';
import {
  ATTITUDES,
  INFLUENCES,
  RELATION_ROLES,
  type Relation,
  type RelationDetails,
  type RelationRole,
  relationDetails,
  STAGES,
  type Wall,
} from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import { phrase, t } from '../../ui/words';
import { detailsOf } from './deeds';
import { Choose, ChooseOrNot, DayInput, Tick, Words, YesNo } from './inputs';
import { type FormProps, SourcedForm } from './SourcedForm';

const WALLS = ['closed', 'mustNotBeTold', 'sharesFinances'] as const;

/** What the form works on; `wallState` becomes a wall with its day and source when it is saved. */
type Entered = RelationDetails & { wallState: Wall['state'] };

/** Family of a person, key people of a company first. */
const FIRST_ROLES = {
  individual: ['spouse', 'child', 'parent', 'sibling', 'otherRelative', 'referredBy', 'referred', 'friend'],
  company: ['controller', 'generalManager', 'financeHead', 'handler', 'legalRepresentative', 'shareholder'],
} as const satisfies Record<string, readonly RelationRole[]>;

export const isCompany = (kind: string): boolean => kind !== 'individual';

function rolesFor(kind: string): RelationRole[] {
  const first: readonly RelationRole[] = FIRST_ROLES[isCompany(kind) ? 'company' : 'individual'];
  return [...first, ...RELATION_ROLES.filter((role) => !first.includes(role))];
}

const newPerson = (id: string, role: RelationRole, day: CivilDay): RelationDetails => ({
  id: relationId.parse(id),
  role,
  name: null,
  other: null,
  phone: null,
  stage: null,
  covered: null,
  influence: null,
  attitude: null,
  lastMet: null,
  wall: { state: 'closed' },
  note: null,
  source: 'client',
  day,
});

/** Opening the wall takes more than a guess (§9). */
const sourcesFor = ({ wallState }: Entered): readonly FactSource[] =>
  wallState === 'sharesFinances' ? SURE_SOURCES : FACT_SOURCES;

/** The wall as it will stand: one that was not touched keeps its day and source. */
function wallOf({ wall, wallState, source, day }: Entered): Wall {
  if (wallState === wall.state) return wall;
  if (wallState === 'closed') return { state: 'closed' };
  if (wallState === 'mustNotBeTold') return { state: wallState, day, source };
  return { state: wallState, day, source: source === 'crm' ? 'crm' : 'client' };
}

/** Of a minor nothing is kept but school stage and cover (§4), whatever was typed before. */
function spared(row: RelationDetails): RelationDetails {
  return relationDetails.safeParse(row).success ? row : { ...row, name: null, phone: null, note: null };
}

/** Offers the client of the book that goes by this name. */
function OtherClient(props: {
  name: string | null;
  self: ClientId;
  value: ClientId | null;
  find: (name: string) => Promise<readonly ClientId[]>;
  onChange: (other: ClientId | null) => void;
}) {
  const { name, self, value, find, onChange } = props;
  const [found, setFound] = useState<readonly ClientId[]>([]);
  useEffect(() => {
    let gone = false;
    if (name === null) setFound([]);
    else
      void find(name).then((ids) => {
        if (!gone) setFound(ids.filter((id) => id !== self));
      });
    return () => {
      gone = true;
    };
  }, [name, self, find]);
  const [only, ...more] = found;
  // Two of one name cannot be told apart here: then none is offered.
  const offered = value ?? (more.length === 0 ? only : undefined);
  if (offered === undefined) return null;
  return (
    <Tick
      label={t('people.field.other')}
      value={value !== null}
      onChange={(on) => onChange(on ? offered : null)}
    />
  );
}

interface Props extends FormProps {
  person: Relation | null;
}

/** Enters or changes a person of the client. */
export function PersonForm({ person, ...form }: Props) {
  const { client, clientId, today, desk } = form.facts;
  const company = isCompany(client.kind);
  const begin = (): Entered => {
    const row = person
      ? detailsOf(person)
      : newPerson(desk.port.newRowId(), company ? 'controller' : 'spouse', today);
    return { ...row, wallState: row.wall.state };
  };
  return (
    <SourcedForm
      {...form}
      label={t('people.one')}
      begin={begin}
      sources={sourcesFor}
      command={({ wallState, ...row }, subject) => ({
        do: 'keepRelation',
        subject,
        relation: spared({ ...row, wall: wallOf({ ...row, wallState }) }),
      })}
      what={({ role }) => t(`people.role.${role}`)}
    >
      {(row, change) => {
        const minor = row.role === 'child' && row.stage !== 'university' && row.stage !== 'working';
        return (
          <>
            <Choose
              label={t('people.field.role')}
              codes={rolesFor(client.kind)}
              word={(role) => t(`people.role.${role}`)}
              value={row.role}
              onChange={(role) => change({ role })}
            />
            {row.role === 'child' && (
              <ChooseOrNot
                label={t('people.field.stage')}
                codes={STAGES}
                word={(code) => t(`people.stage.${code}`)}
                value={row.stage}
                onChange={(stage) => change({ stage })}
              />
            )}
            {minor ? (
              <p class="quiet rowform-wide">{t('people.minors')}</p>
            ) : (
              <>
                <Words
                  label={t('people.field.name')}
                  value={row.name}
                  onChange={(name) => change({ name, other: null })}
                />
                <Words
                  label={t('people.field.phone')}
                  max={64}
                  value={row.phone}
                  onChange={(phone) => change({ phone })}
                />
                <OtherClient
                  name={row.name}
                  self={clientId}
                  value={row.other}
                  find={desk.port.clientsNamed}
                  onChange={(other) => change({ other })}
                />
              </>
            )}
            {!company && (
              <YesNo
                label={t('people.field.covered')}
                yes={t('people.coveredYes')}
                no={t('people.coveredNo')}
                value={row.covered}
                onChange={(covered) => change({ covered })}
              />
            )}
            {!minor && (
              <>
                <ChooseOrNot
                  label={t('people.field.influence')}
                  codes={INFLUENCES}
                  word={(code) => phrase(`choice.controllerInfluence.${code}`)}
                  value={row.influence}
                  onChange={(influence) => change({ influence })}
                />
                <ChooseOrNot
                  label={t('people.field.attitude')}
                  codes={ATTITUDES}
                  word={(code) => phrase(`choice.controllerAttitude.${code}`)}
                  value={row.attitude}
                  onChange={(attitude) => change({ attitude })}
                />
                <DayInput
                  label={t('people.field.lastMet')}
                  value={row.lastMet}
                  onChange={(lastMet) => change({ lastMet })}
                />
              </>
            )}
            <Choose
              label={t('people.field.wall')}
              codes={WALLS}
              word={(code) => t(`people.wall.${code}`)}
              value={row.wallState}
              onChange={(wallState) => change({ wallState })}
            />
            {!minor && (
              <Words
                label={t('facts.note')}
                max={500}
                value={row.note}
                onChange={(note) => change({ note })}
              />
            )}
          </>
        );
      }}
    </SourcedForm>
  );
}
