import type { ClientPicture } from '@/utils/domain/picture';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';

/** What is known of one field: as the score counts it, else as noted, else as the CRM shows it. */
export function knownValue(picture: ClientPicture, key: FieldKey): FieldValue | null {
  const { facts, observed } = picture.bundle.client;
  const standing = picture.clarity.fields.find((field) => field.key === key);
  return standing?.value ?? facts[key]?.value ?? observed[key]?.value ?? null;
}
