import type { Relation } from '../../schema/relation';
import type { Gate } from './gate';

/** A client of the book too, and the wall between the two is not open. */
const isWalled = ({ wall, other }: Relation): boolean =>
  wall.state === 'mustNotBeTold' || (wall.state === 'closed' && other !== null);

/**
 * §9: the wall between relatives. What is known of a relative who is a client too, or who must not be
 * told, is no matter for a talk with this client, until *shares finances* opens the wall.
 */
export const discretion: Gate = {
  id: 'discretion',
  stops: ({ finding: { about } }, { bundle }) =>
    about?.some((id) => bundle.relations.some((relation) => relation.id === id && isWalled(relation))) ??
    false,
};
