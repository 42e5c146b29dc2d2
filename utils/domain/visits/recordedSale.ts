import type { Client } from '../schema/client';
import type { ContactDetails, RecordedSale } from '../schema/contact';
import type { RecordedSales, Settings } from '../schema/settings';

type Sale = Partial<Pick<ContactDetails, 'purpose' | 'goalReached' | 'result' | 'recording'>>;
type Rule = Pick<Settings, 'recordedSales'>;
type Buyer = Pick<Client, 'kind'>;

/**
 * Where a bank has said nothing: every sale to an individual but of what is recorded nowhere, as deposits and loans.
 * The rules on 双录 speak of individuals alone.
 */
export const USUAL_RECORDING: RecordedSales = 'products';

const ruleOf = ({ recordedSales = USUAL_RECORDING }: Rule): RecordedSales => recordedSales;

/** Whether a contact is a sale: a signing (签约) that reached its goal. */
export const isSale = ({ purpose, goalReached, result = 'reached' }: Sale): boolean =>
  purpose === 'signing' && goalReached === 'yes' && result === 'reached';

/** Whether the recording of a contact is to be asked for (§11.6). */
export const asksRecording = (sale: Sale, { kind }: Buyer, rule: Rule): boolean =>
  ruleOf(rule) !== 'none' && kind === 'individual' && isSale(sale);

/** What may be said of a recording, in the order of the form: that none is asked, only where the bank lets it be said. */
export const recordingChoices = (rule: Rule): readonly RecordedSale['by'][] =>
  ruleOf(rule) === 'every' ? ['number', 'online'] : ['number', 'online', 'exempt'];

/** Whether a contact says that a sale was made and not what became of its recording: it is not kept so (§11.6). */
export function lacksRecording(sale: Sale, buyer: Buyer, rule: Rule): boolean {
  if (!asksRecording(sale, buyer, rule)) return false;
  const { recording } = sale;
  return recording === undefined || !recordingChoices(rule).includes(recording.by);
}
