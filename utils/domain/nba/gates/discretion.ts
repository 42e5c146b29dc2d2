import { isWalled } from '../wall';
import type { Gate } from './gate';

/**
 * §9: the wall between relatives. What is known of a relative who is a client too, or who must not be
 * told, is no matter for a talk with this client, until *shares finances* opens the wall.
 */
export const discretion: Gate = {
  id: 'discretion',
  stops: ({ finding: { about } }, { bundle }) =>
    about?.some((id) =>
      bundle.relations.some((relation) => relation.id === id && isWalled(relation, bundle)),
    ) ?? false,
};
