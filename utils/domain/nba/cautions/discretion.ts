import type { ClientBundle } from '../../bundle';
import { gather } from '../../gather';
import type { Relation } from '../../schema/relation';
import { type Message, say } from '../../words';
import type { Caution } from '../action';
import { wordsIn } from '../crmField';
import type { Facts } from '../facts';
import { isWalled } from '../wall';

const whoIs = ({ name, role }: Relation): Message =>
  name === null ? say(`person.${role}`) : say('person.named', name, { message: say(`person.${role}`) });

function ofOwn(relation: Relation, bundle: ClientBundle): Message[] {
  if (!isWalled(relation, bundle)) return [];
  const { wall } = relation;
  return wall.state === 'mustNotBeTold'
    ? [say('caution.discretion.whyMustNot', { message: whoIs(relation) }, { day: wall.day })]
    : [say('caution.discretion.whyClient', { message: whoIs(relation) })];
}

/**
 * Rule 20, discretion [R]: a relative is a client too, or someone must not be told: said before any
 * contact, whatever else is prompted. The wall stands on both sides: a relation of another client that
 * names this one counts as well, without its name. Whom the CRM's own list marks as a client (本行客户) is one, also
 * where the book does not have him.
 *
 * Goes away when the wall is opened (*shares finances*, with date and source) or the relation is taken out.
 */
export function discretion(facts: Facts): Caution | null {
  const { relations, namedIn } = facts.bundle;
  const told = facts.field('mustNotTell');
  const words = wordsIn(told?.value);
  const walled = namedIn.filter(({ wall }) => wall.state !== 'sharesFinances');
  const why = [
    ...(words ? [say('caution.discretion.whyField', words)] : []),
    ...gather(relations, (relation) => ofOwn(relation, facts.bundle)),
    ...(walled.length > 0 ? [say('caution.discretion.whyNamed', walled.length)] : []),
  ];
  return why.length > 0 ? { id: 'discretion', why } : null;
}
