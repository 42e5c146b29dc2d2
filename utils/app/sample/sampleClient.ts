import type { ClassTag, ClientKind, Tier } from '@/utils/domain/schema/client';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { CreditDetails } from '@/utils/domain/schema/credit';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { HoldingDetails } from '@/utils/domain/schema/holding';
import type { OpportunityDetails } from '@/utils/domain/schema/opportunity';
import type { PolicyDetails } from '@/utils/domain/schema/policy';
import type { RelationDetails } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';

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

/** A person, holding, policy or credit of the client; whose it is and its id come with the order. */
export type SampleRow =
  | { do: 'keepRelation'; relation: Omit<RelationDetails, 'id'> }
  | { do: 'keepHolding'; holding: Omit<HoldingDetails, 'id'> }
  | { do: 'keepPolicy'; policy: Omit<PolicyDetails, 'id'> }
  | { do: 'keepCredit'; credit: Omit<CreditDetails, 'id'> }
  | { do: 'keepOpportunity'; opportunity: Omit<OpportunityDetails, 'id'> };

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
  /** People, money and cover: `on` gives the day so many days from today. */
  keeps?: (on: (inDays: number) => CivilDay) => readonly SampleRow[];
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
