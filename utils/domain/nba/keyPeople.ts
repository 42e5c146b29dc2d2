import { laterDay } from '../day';
import { gather } from '../gather';
import type { FieldKey } from '../schema/client';
import type { RelationRole } from '../schema/relation';
import type { CivilDay } from '../schema/time';
import { dayIn, wordsIn } from './crmField';
import { confirmedOn, type Facts, oncePerClient } from './facts';

/** A key person of a company, from the people on file or from the fields of the profile. */
export interface KeyPerson {
  role: RelationRole;
  name: string | null;
  /** 拍板 */
  decides: boolean;
  attitude: string | null;
  /** Since when it is known. */
  day: CivilDay;
  lastMet: CivilDay | null;
  /** The field of the profile that tells of him, if it is one. */
  field: FieldKey | null;
}

const ROLES = ['controller', 'generalManager', 'financeHead', 'handler'] as const;
/** Who decides unless something else is known. */
const DECIDERS: ReadonlySet<string> = new Set(['controller', 'generalManager']);

function fromField(role: (typeof ROLES)[number], facts: Facts): KeyPerson[] {
  const at = (part: '' | 'Influence' | 'Attitude' | 'Met') => facts.field(`${role}${part}`);
  const standing = at('');
  const name = wordsIn(standing?.value);
  if (!standing || name === '') return [];
  const influence = wordsIn(at('Influence')?.value);
  return [
    {
      role,
      name,
      decides: influence === '' ? DECIDERS.has(role) : influence === 'decides',
      attitude: wordsIn(at('Attitude')?.value) || null,
      day: confirmedOn(at('Attitude') ?? standing, facts.today) ?? facts.today,
      lastMet: dayIn(at('Met')?.value),
      field: role,
    },
  ];
}

/** Met as well is who is named in a contact that took place face to face. */
function metOn(name: string | null, { reached }: Facts): CivilDay | null {
  if (name === null) return null;
  const met = reached.find(
    ({ contact: { channel, metWith } }) =>
      (channel === 'meeting' || channel === 'branch') && metWith?.includes(name),
  );
  return met?.contact.day ?? null;
}

const later = (a: CivilDay | null, b: CivilDay | null): CivilDay | null =>
  a === null ? b : b === null ? a : laterDay(a, b);

/** Of two of one name the one who was met longest ago comes first, in whatever order they are on file. */
const placeOf = ({ role, name, lastMet, day, attitude }: KeyPerson): string =>
  [`${role}${name}`, lastMet ?? '', day, attitude ?? ''].join('|');

/** The key people of a company: those on file first, then those whom only the profile names. */
export const keyPeopleOf = oncePerClient((facts): readonly KeyPerson[] => {
  const kept = facts.bundle.relations
    .filter(({ role, influence }) => influence !== null || ROLES.some((one) => one === role))
    .map(
      ({ role, name, influence, attitude, day, lastMet }): KeyPerson => ({
        role,
        name,
        decides: influence === null ? DECIDERS.has(role) : influence === 'decides',
        attitude,
        day,
        lastMet,
        field: null,
      }),
    );
  const told = gather(ROLES, (role) => fromField(role, facts)).filter(
    ({ role, name }) => !kept.some((one) => one.role === role && (one.name === name || one.name === null)),
  );
  return [...kept, ...told]
    .map((person) => ({ ...person, lastMet: later(person.lastMet, metOn(person.name, facts)) }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
});
