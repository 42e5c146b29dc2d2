import type { ClientKind, FieldKey } from '../../schema/client';
import { COMPANY } from './company';
import type { CatalogueField } from './field';
import { INDIVIDUAL } from './individual';

/** The catalogue for a kind of client; institutions are known as companies are. */
export function catalogueFor(kind: ClientKind): readonly CatalogueField[] {
  return kind === 'individual' ? INDIVIDUAL : COMPANY;
}

/** The field of this key in the catalogue for a kind of client, or null: then it is a CRM field of its own. */
export function catalogueField(kind: ClientKind, key: FieldKey): CatalogueField | null {
  return catalogueFor(kind).find((field) => field.key === key) ?? null;
}
