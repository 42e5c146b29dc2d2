import type { ClientId } from '@/utils/domain/schema/ids';
import type { RecordedSales } from '@/utils/domain/schema/settings';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import type { Problem } from '../command';

/** What a command is carried out with: fixed once, so that a plan that runs again decides the same. */
export interface Environment {
  now: Instant;
  today: CivilDay;
  /** The id a new client gets, if the command makes one. */
  freshClientId: ClientId;
  /** Set while the sample book is loaded: what comes of it can be removed in one go. */
  sample: boolean;
  /** Of which sales the recording is asked for, where it was set otherwise than it starts. */
  recordedSales?: RecordedSales | undefined;
}

/** The input breaks a rule; `field` says which. */
export const invalid = (field: string): Problem => ({ code: 'invalid', field });

/** The client, contact or note is not there. */
export const NOT_FOUND: Problem = { code: 'notFound', field: null };

/** Marks what belongs to the sample book. */
export const sampleMark = (env: Environment): { sample?: true } => (env.sample ? { sample: true } : {});
