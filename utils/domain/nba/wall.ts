import type { ClientBundle } from '../bundle';
import type { Relation } from '../schema/relation';

/** Whether a relative or associate is a client of the bank too: one of the book, or by the CRM's own mark. */
export const isAlsoClient = (
  { id, other }: Pick<Relation, 'id' | 'other'>,
  { alsoClients }: Pick<ClientBundle, 'alsoClients'>,
): boolean => other !== null || alsoClients?.has(id) === true;

/** §9: who must not be told, or a client too to whom the wall is not open. */
export const isWalled = (relation: Relation, bundle: Pick<ClientBundle, 'alsoClients'>): boolean =>
  relation.wall.state === 'mustNotBeTold' ||
  (relation.wall.state === 'closed' && isAlsoClient(relation, bundle));
