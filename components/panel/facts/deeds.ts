import type { Command, Subject } from '@/utils/app/command';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { Holding, HoldingDetails } from '@/utils/domain/schema/holding';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';

/** What every section of the client's facts works with. */
export interface FactsProps {
  clientId: ClientId;
  client: ShownClient;
  today: CivilDay;
  desk: Desk;
  /** Rows that only the CRM's own lists tell of, by id. */
  seen?: ClientBundle['seen'];
  /** People whom the CRM's own list marks as clients. */
  alsoClients?: ClientBundle['alsoClients'];
}

/** Whose the rows are that a form keeps. */
export const subjectOf = ({ client }: FactsProps): Subject => client.subject;

/** Keeps a row; says so with its kind and its client. Resolves to whether it is on the disk. */
export async function keep({ client, desk }: FactsProps, command: Command, what: string): Promise<boolean> {
  const outcome = await desk.deeds.perform(command, t('facts.saved', what, client.name));
  return outcome.ok;
}

/** Removes a row; undo brings it back. */
export function drop({ desk }: FactsProps, command: Command, what: string): void {
  void desk.deeds.perform(command, t('facts.removed', what));
}

/** What a row says but for whose it is: what a form works on and a command takes. */
export function detailsOf<Row extends { clientId: ClientId; sample?: true | undefined }>({
  clientId: _owner,
  sample: _sample,
  ...details
}: Row): Omit<Row, 'clientId' | 'sample'> {
  return details;
}

/** The same of a holding: which amounts were noted before is kept by itself. */
export function holdingDetailsOf(holding: Holding): HoldingDetails {
  const { amountSince: _since, former: _former, ...details } = detailsOf(holding);
  return details;
}
