import type { RecordedSale } from '@/utils/domain/schema/contact';
import { t } from '../ui/words';

/** What became of the recording of a sale: its number as it stands at the bank, or why there is none. */
export const recordingWord = (recording: RecordedSale): string =>
  recording.by === 'number' ? recording.number : t(`recording.${recording.by}`);
