import type { ReadIdentity } from './reading';

/** The CRM's word for the kind of record as an adapter may write it. */
export function entityFor({ entity }: Pick<ReadIdentity, 'entity'>): string {
  const words = (entity ?? '').split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words
    .map((word, index) => {
      const plain = word.toLowerCase();
      return index === 0 ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
    })
    .join('')
    .slice(0, 32);
  return /^[a-z][a-zA-Z0-9]*$/.test(name) ? name : 'client';
}
