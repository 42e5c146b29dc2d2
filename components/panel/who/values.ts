import type { ClientPicture } from '@/utils/domain/picture';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { PhoneValue } from './phoneText';

/** What is known of one field: as the score counts it, else as noted, else as the CRM shows it. */
export function knownValue(picture: ClientPicture, key: FieldKey): FieldValue | null {
  const { facts, observed } = picture.bundle.client;
  const standing = picture.clarity.fields.find((field) => field.key === key);
  return standing?.value ?? facts[key]?.value ?? observed[key]?.value ?? null;
}

const PHONES = {
  individual: ['mobile'],
  company: ['handlerPhone', 'financeHeadPhone', 'generalManagerPhone', 'controllerPhone'],
} as const;

/** The number to call: of a company the handler's before the heads', else whatever phone the CRM shows. */
export function phoneOf(picture: ClientPicture): PhoneValue | null {
  const { kind, observed } = picture.bundle.client;
  const keys = PHONES[kind === 'individual' ? 'individual' : 'company'];
  const values = [
    ...keys.map((key) => knownValue(picture, key)),
    ...Object.values(observed).map(({ value }) => value),
  ];
  return values.find((value) => value?.type === 'phone') ?? null;
}
