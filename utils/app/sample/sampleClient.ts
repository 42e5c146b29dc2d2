import type { ClassTag, ClientKind, Tier } from '@/utils/domain/schema/client';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';

/** One logged or planned contact; `daysAgo` is negative for a plan. */
export interface SampleContact extends Partial<Omit<ContactDetails, 'day' | 'nextStep' | 'zone'>> {
  daysAgo: number;
  channel: ContactDetails['channel'];
  next?: { text: string; inDays: number };
}

export interface SampleFact {
  value: FieldValue;
  source: 'client' | 'guess';
  daysAgo: number;
}

export interface SampleClient {
  recordId: string;
  kind: ClientKind;
  name: string;
  tier: Tier;
  classes?: readonly ClassTag[];
  prospect?: true;
  facts: Readonly<Record<string, SampleFact>>;
  contacts: readonly SampleContact[];
  notes?: readonly { text: string; pinned: boolean }[];
}

/** What the client said, so many days ago. */
export const said = (text: string, daysAgo = 40): SampleFact => ({
  value: { type: 'text', text },
  source: 'client',
  daysAgo,
});

/** What the RM takes for true. */
export const guess = (text: string, daysAgo = 90): SampleFact => ({
  value: { type: 'text', text },
  source: 'guess',
  daysAgo,
});
