import type { FieldStanding } from '@/utils/domain/clarity/report';
import type { ClientPicture } from '@/utils/domain/picture';

/** Whether a field belongs on the list of what to ask or settle. */
export const needsAttention = ({ state, expected }: FieldStanding): boolean =>
  state === 'conflict' || (expected && (state === 'missing' || state === 'stale'));

/** What the CRM shows besides the catalogue's fields: seen, never asked for, without weight. */
export function crmStandings(picture: ClientPicture): FieldStanding[] {
  const known = new Set(picture.clarity.fields.map(({ key }) => key));
  return Object.entries(picture.bundle.client.observed)
    .filter(([key]) => !known.has(key))
    .map(([key, { value }]) => ({
      key,
      dimension: 'basics',
      weight: 0,
      heavy: false,
      expected: false,
      state: 'good',
      lost: 0,
      value,
      source: 'crm',
      ageDays: null,
    }));
}
